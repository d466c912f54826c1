"""
The audit trail: who did what in the account, in every region, and who touched the objects of which class.
"""

from __future__ import annotations

from bindings import Construct
from bindings.aws import Cloudtrail
from bindings.aws.cloudtrail import AdvancedEventSelector, AdvancedEventSelectorFieldSelector
from modules.dataflow import Statement, Store
from modules.foundation.log_archive import LogArchive
from modules.foundation.log_group import LogGroup
from modules.foundation.role import Role, service_trust
from modules.pipeline import Pipeline
from modules.protection import PROFILES

SERVICE = "cloudtrail.amazonaws.com"
INSIGHTS = ("ApiCallRateInsight", "ApiErrorRateInsight")


class AuditTrail(Construct):
    """
    One trail for all regions, with digests that show whether a log file was changed. It delivers to *archive*, and to a log
    group in which alarms look for what they are about.

    Object-level events are selected by the class at the start of a bucket's name, as each class demands, so that the trail
    knows buckets that are made later.
    """

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline, archive: LogArchive) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        self._archive = archive
        place = pipeline.environment
        self.log_group = LogGroup(
            self,
            "logs",
            name=f"/aws/cloudtrail/{archive.trail_name}",
            pipeline=pipeline,
            classification=pipeline.classification,
            key=archive.key,
        )
        self.events = self._events()
        process = pipeline.process("trail", "aws_service", classification=pipeline.classification)
        process.writes(self.events, archive.audit.store)
        role = Role(self, "role", pipeline=pipeline, process=process, trust=[service_trust(SERVICE, pipeline)])
        source = {"aws:SourceArn": archive.trail_arn}
        context = {"kms:EncryptionContext:aws:cloudtrail:arn": archive.trail_arn}
        archive.key.serve(SERVICE, ["kms:GenerateDataKey"], {"StringEquals": source | context})
        archive.key.serve(SERVICE, ["kms:Decrypt", "kms:DescribeKey"], {"StringEquals": source})
        self.trail = Cloudtrail(
            self,
            "trail",
            name=archive.trail_name,
            s3_bucket_name=archive.audit.name,
            kms_key_id=archive.key.arn,
            cloud_watch_logs_group_arn=f"{self.log_group.log_group.arn}:*",
            cloud_watch_logs_role_arn=role.arn,
            enable_logging=True,
            enable_log_file_validation=True,
            include_global_service_events=True,
            is_multi_region_trail=True,
            is_organization_trail=False,
            advanced_event_selector=self._selectors(place.partition),
            insight_selector=[{"insight_type": insight} for insight in INSIGHTS],
            tags={"classification": pipeline.classification},
            depends_on=[archive.audit.policy, role.policy],
        )

    def _events(self) -> Store:
        """The log group as a store: people read it in CloudWatch, CloudTrail writes streams named after the account."""
        pipeline, place = self._pipeline, self._pipeline.environment
        stream = f"{self.log_group.arn}:log-stream:{place.account_id}_CloudTrail_{place.region}*"
        queries = ("logs:FilterLogEvents", "logs:GetLogEvents", "logs:StartQuery")
        return pipeline.graph.add_store(
            Store(
                name="trail-events",
                kind="log_group",
                classification=pipeline.classification,
                owner=pipeline.owner,
                retention_days=pipeline.log_retention_days(pipeline.classification),
                read_statements=(Statement(queries, (f"{self.log_group.arn}:*",)),),
                write_statements=(Statement(("logs:CreateLogStream", "logs:PutLogEvents"), (stream,)),),
                persona_readers=frozenset({"auditor"}),
            )
        )

    def _selectors(self, partition: str) -> list[AdvancedEventSelector]:
        """
        The archive is selected by itself, since each file that CloudTrail delivers would otherwise be an event of its own,
        to be delivered with the next.
        """
        archive = self._archive.audit.arn("")
        reads_too = [profile for profile in PROFILES.values() if "reads" in profile.audit]
        writes_only = [profile for profile in PROFILES.values() if profile.audit == ("writes",)]
        of_class = f"arn:{partition}:s3:::"
        return [
            {"name": "Management events", "field_selector": [{"field": "eventCategory", "equals": ["Management"]}]},
            {
                "name": "Objects of strict classes",
                "field_selector": [
                    *_objects(),
                    {
                        "field": "resources.ARN",
                        "starts_with": [f"{of_class}{profile.bucket_prefix}" for profile in reads_too],
                        "not_starts_with": [f"{archive}/"],
                    },
                ],
            },
            {
                "name": "Writes of internal objects",
                "field_selector": [
                    *_objects(),
                    {"field": "readOnly", "equals": ["false"]},
                    {
                        "field": "resources.ARN",
                        "starts_with": [f"{of_class}{profile.bucket_prefix}" for profile in writes_only],
                    },
                ],
            },
            {
                "name": "The archive, but for deliveries",
                "field_selector": [
                    *_objects(),
                    {"field": "resources.ARN", "starts_with": [f"{archive}/"]},
                    {"field": "eventName", "not_equals": ["PutObject"]},
                ],
            },
        ]


def _objects() -> list[AdvancedEventSelectorFieldSelector]:
    return [
        {"field": "eventCategory", "equals": ["Data"]},
        {"field": "resources.type", "equals": ["AWS::S3::Object"]},
    ]
