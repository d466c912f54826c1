"""
Questions to the audit trail: a table over its files, a workgroup to query it in, and the auditor who does.
"""

from __future__ import annotations

from bindings import Construct, escape
from bindings.aws import GlueCatalogDatabase, GlueCatalogTable
from modules.analytics.query_workgroup import QueryWorkgroup, QueryWorkgroupParams
from modules.dataflow import Statement
from modules.foundation.audit_trail import AuditTrail
from modules.foundation.log_archive import LogArchive
from modules.foundation.persona import Persona
from modules.params import REGIONS
from modules.pipeline import Pipeline
from modules.storage.bucket import Bucket, BucketParams

TABLE = "cloudtrail"
RESULT_DAYS = 30  # a result can be made again by running the query again
FIRST_DAY = "2020/01/01"  # no partition is looked for before this day

# "Create a table for CloudTrail logs in Athena using partition projection": the format, and the columns in its order
INPUT = "com.amazon.emr.cloudtrail.CloudTrailInputFormat"
OUTPUT = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat"
SERDE = "org.apache.hive.hcatalog.data.JsonSerDe"
SESSION = (
    "struct<attributes:struct<mfaauthenticated:string,creationdate:string>,"
    "sessionissuer:struct<type:string,principalid:string,arn:string,accountid:string,username:string>,"
    "ec2roledelivery:string,webidfederationdata:struct<federatedprovider:string,attributes:map<string,string>>>"
)
COLUMNS = {
    "eventversion": "string",
    "useridentity": (
        "struct<type:string,principalid:string,arn:string,accountid:string,invokedby:string,accesskeyid:string,"
        f"username:string,onbehalfof:struct<userid:string,identitystorearn:string>,sessioncontext:{SESSION}>"
    ),
    "eventtime": "string",
    "eventsource": "string",
    "eventname": "string",
    "awsregion": "string",
    "sourceipaddress": "string",
    "useragent": "string",
    "errorcode": "string",
    "errormessage": "string",
    "requestparameters": "string",
    "responseelements": "string",
    "additionaleventdata": "string",
    "requestid": "string",
    "eventid": "string",
    "resources": "array<struct<arn:string,accountid:string,type:string>>",
    "eventtype": "string",
    "apiversion": "string",
    "readonly": "string",
    "recipientaccountid": "string",
    "serviceeventdetails": "string",
    "sharedeventid": "string",
    "vpcendpointid": "string",
    "vpcendpointaccountid": "string",
    "eventcategory": "string",
    "sessioncredentialfromconsole": "string",
    "edgedevicedetails": "string",
    "tlsdetails": "struct<tlsversion:string,ciphersuite:string,clientprovidedhostheader:string>",
}
PARTITIONS = {"account": "string", "region": "string", "day": "string"}


class TrailQueries(Construct):
    """
    A table whose partitions (account, region, day) Athena works out by itself, and the auditor's workgroup and role.

    The auditor reads the archive, the log group and the access logs, and nothing of the pipelines' data.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: QueryWorkgroupParams,
        *,
        pipeline: Pipeline,
        archive: LogArchive,
        trail: AuditTrail,
    ) -> None:
        super().__init__(scope, id)
        self.database = GlueCatalogDatabase(
            self,
            "database",
            name=pipeline.name.replace("-", "_"),
            description=f"{pipeline.name}: audit records",
            tags={"classification": pipeline.classification},
        )
        self.table = self._table(pipeline, archive)
        results = Bucket(
            self,
            "results",
            BucketParams(zone="queries", retention_days=RESULT_DAYS),
            pipeline=pipeline,
            classification=pipeline.classification,
            key=archive.key,
            network=None,
            logs=archive.logs,
        )
        self.workgroup = QueryWorkgroup(
            self,
            "workgroup",
            params,
            persona="auditor",
            pipeline=pipeline,
            classification=pipeline.classification,
            results=results,
            retention_days=RESULT_DAYS,
        )
        resources = ("catalog", f"database/{self.database.name}", f"table/{self.database.name}/{TABLE}")
        catalog = Statement(
            ("glue:GetDatabase", "glue:GetPartitions", "glue:GetTable", "glue:GetTables"),
            tuple(pipeline.arn("glue", resource) for resource in resources),
        )
        Persona(
            self,
            "auditor",
            name="auditor",
            duty="audit",
            pipeline=pipeline,
            reads=[
                archive.audit.store,
                archive.logs.store,
                trail.events,
                self.workgroup.store,
            ],
            writes=[self.workgroup.store],
            requires=[*self.workgroup.query_statements, catalog],
        )

    def _table(self, pipeline: Pipeline, archive: LogArchive) -> GlueCatalogTable:
        place = pipeline.environment
        records = f"s3://{archive.audit.name}/AWSLogs/"
        return GlueCatalogTable(
            self,
            "table",
            database_name=self.database.name,
            name=TABLE,
            description="Events of the audit trail, one a row",
            owner=escape(pipeline.owner),
            table_type="EXTERNAL_TABLE",
            parameters={
                "EXTERNAL": "TRUE",
                "classification": "cloudtrail",
                "data_classification": pipeline.classification.value,
                "projection.enabled": "true",
                "projection.account.type": "enum",
                "projection.account.values": place.account_id,
                "projection.region.type": "enum",
                "projection.region.values": ",".join(REGIONS[place.partition]),
                "projection.day.type": "date",
                "projection.day.format": "yyyy/MM/dd",
                "projection.day.range": f"{FIRST_DAY},NOW",
                "storage.location.template": f"{records}$${{account}}/CloudTrail/$${{region}}/$${{day}}",
            },
            partition_keys=[{"name": name, "type": kind} for name, kind in PARTITIONS.items()],
            storage_descriptor={
                "location": records,
                "input_format": INPUT,
                "output_format": OUTPUT,
                "ser_de_info": {"serialization_library": SERDE, "parameters": {"serialization.format": "1"}},
                "columns": [{"name": name, "type": kind} for name, kind in COLUMNS.items()],
            },
        )
