"""
What somebody might change on what works on batches, and on who gets to see their rows.
"""

from __future__ import annotations

import json

from tests.verify import resources_batches as made

MACHINE = ("machine", "stepfunctions", "aws_sfn_state_machine.m", "arn")
JOB = ("job", "glue", "aws_glue_job.j", "name")
LANDING = ("landing", "s3", "aws_s3_bucket_notification.n", "bucket")
PLACE = ("guarded", "lakeformation", "aws_lakeformation_resource.r", "arn")
SHORT = {"StartAt": "Done", "States": {"Done": {"Type": "Pass", "End": True}}}
CHANGES_OF_BATCHES = {
    "another order of work": (
        *MACHINE,
        lambda states, it: states.update_state_machine(stateMachineArn=it, definition=json.dumps(SHORT)),
        "aws_sfn_state_machine: definition",
    ),
    "executions not traced": (
        *MACHINE,
        lambda states, it: states.update_state_machine(stateMachineArn=it, tracingConfiguration={"enabled": False}),
        "aws_sfn_state_machine: tracing_configuration.enabled",
    ),
    "executions not logged": (
        *MACHINE,
        lambda states, it: states.update_state_machine(stateMachineArn=it, loggingConfiguration={"level": "OFF"}),
        "aws_sfn_state_machine: logging_configuration.level",
    ),
    "more workers than planned": (
        "application",
        "emr-serverless",
        "aws_emrserverless_application.a",
        "id",
        lambda emr, it: emr.update_application(
            applicationId=it,
            clientToken="x",
            maximumCapacity={"cpu": "640 vCPU", "memory": "2560 GB", "disk": "8000 GB"},
        ),
        "aws_emrserverless_application: maximum_capacity.cpu",
    ),
    "another role for the job": (
        *JOB,
        lambda glue, it: (
            glue.delete_job(JobName=it),
            glue.create_job(
                Name=it,
                Role="arn:aws:iam::111122223333:role/administrator",
                Command={"Name": "glueetl", "ScriptLocation": "s3://code/job.py"},
            ),
        ),
        "aws_glue_job: role_arn",
    ),
    "logs of jobs in the clear": (
        *JOB,
        lambda glue, it: (
            glue.delete_security_configuration(Name=it),
            glue.create_security_configuration(Name=it, EncryptionConfiguration={}),
        ),
        "aws_glue_security_configuration: encryption_configuration.cloudwatch_encryption.cloudwatch_encryption_mode",
    ),
    "nobody told of batches": (*LANDING, made.tell, "aws_s3_bucket_notification: queue"),
    "code in the clear": (
        *LANDING,
        lambda s3, it: s3.put_object(Bucket=it, Key="code.zip", Body=b"y", ServerSideEncryption="AES256"),
        "aws_s3_object: server_side_encryption",
    ),
    "files open beside Lake Formation": (
        *PLACE,
        lambda formation, it: formation.deregister_resource(ResourceArn=it),
        "aws_lakeformation_resource: exists",
    ),
    "table without its class": (
        "guarded",
        "lakeformation",
        "aws_lakeformation_lf_tag.t",
        "key",
        lambda formation, it: formation.remove_lf_tags_from_resource(
            Resource={"Table": {"DatabaseName": it, "Name": "orders"}},
            LFTags=[{"TagKey": it, "TagValues": ["internal"]}],
        ),
        "aws_lakeformation_resource_lf_tags: lf_tag",
    ),
    "another value of the tag": (
        "guarded",
        "lakeformation",
        "aws_lakeformation_lf_tag.t",
        "key",
        lambda formation, it: formation.update_lf_tag(TagKey=it, TagValuesToAdd=["public"]),
        "aws_lakeformation_lf_tag: values",
    ),
    "new tables open to everybody": (
        "catalog",
        "lakeformation",
        "aws_lakeformation_data_lake_settings.s",
        "admins",
        lambda formation, _: formation.put_data_lake_settings(
            DataLakeSettings={"DataLakeAdmins": [], "CreateTableDefaultPermissions": []}
        ),
        "aws_lakeformation_data_lake_settings: create_table_default_permissions",
    ),
    "catalog in the clear": (
        "catalog",
        "glue",
        "aws_glue_data_catalog_encryption_settings.s",
        "id",
        lambda glue, _: glue.put_data_catalog_encryption_settings(
            DataCatalogEncryptionSettings={"EncryptionAtRest": {"CatalogEncryptionMode": "DISABLED"}}
        ),
        "aws_glue_data_catalog_encryption_settings: data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode",
    ),
}
