"""
What works on batches, made with boto3, with the values that a plan of Terraform has for it.
"""

from __future__ import annotations

import json

from tests.verify.resources import ACCOUNT, REGION, key_arn, name

WORKER = {"number_of_workers": 10, "timeout": 60, "max_retries": 0, "glue_version": "5.0", "worker_type": "G.1X"}
ROLE = f"arn:aws:iam::{ACCOUNT}:role/worker"
STATES = {"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}


def machine(session):
    """A state machine that logs and traces under a key."""
    states, this, key = session.client("stepfunctions"), name(), key_arn(session)
    logs = f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:{this}:*"
    made = states.create_state_machine(
        name=this,
        definition=json.dumps(STATES),
        roleArn=ROLE,
        loggingConfiguration={
            "level": "ALL",
            "includeExecutionData": True,
            "destinations": [{"cloudWatchLogsLogGroup": {"logGroupArn": logs}}],
        },
        tracingConfiguration={"enabled": True},
        encryptionConfiguration={"type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId": key},
    )
    return {
        "aws_sfn_state_machine.m": {
            "arn": made["stateMachineArn"],
            "definition": json.dumps(STATES, indent=1),
            "role_arn": ROLE,
            "type": "STANDARD",
            "logging_configuration": [{"level": "ALL", "include_execution_data": True, "log_destination": logs}],
            "tracing_configuration": [{"enabled": True}],
            "encryption_configuration": [{"type": "CUSTOMER_MANAGED_KMS_KEY", "kms_key_id": key}],
        }
    }


def application(session):
    """An EMR Serverless application with a ceiling."""
    most = {"cpu": "64 vCPU", "memory": "256 GB", "disk": "800 GB"}
    network = {"subnetIds": ["subnet-1", "subnet-2"], "securityGroupIds": ["sg-1"]}
    made = session.client("emr-serverless").create_application(
        name=name(),
        releaseLabel="emr-7.9.0",
        type="spark",
        maximumCapacity=most,
        autoStopConfiguration={"enabled": True, "idleTimeoutMinutes": 5},
        networkConfiguration=network,
    )
    return {
        "aws_emrserverless_application.a": {
            "id": made["applicationId"],
            "release_label": "emr-7.9.0",
            "maximum_capacity": [most],
            "auto_stop_configuration": [{"enabled": True, "idle_timeout_minutes": 5}],
            "network_configuration": [
                {"subnet_ids": network["subnetIds"], "security_group_ids": network["securityGroupIds"]}
            ],
        }
    }


def job(session):
    """A Glue job with a security configuration."""
    glue, this, key = session.client("glue"), name(), key_arn(session)
    glue.create_security_configuration(
        Name=this,
        EncryptionConfiguration={
            "CloudWatchEncryption": {"CloudWatchEncryptionMode": "SSE-KMS", "KmsKeyArn": key},
            "JobBookmarksEncryption": {"JobBookmarksEncryptionMode": "CSE-KMS", "KmsKeyArn": key},
            "S3Encryption": [{"S3EncryptionMode": "SSE-KMS", "KmsKeyArn": key}],
        },
    )
    arguments = {"--enable-auto-scaling": "true"}
    glue.create_job(
        Name=this,
        Role=ROLE,
        Command={"Name": "glueetl", "ScriptLocation": "s3://code/job.py"},
        DefaultArguments=arguments,
        SecurityConfiguration=this,
        ExecutionProperty={"MaxConcurrentRuns": 4},
        NumberOfWorkers=10,
        Timeout=60,
        MaxRetries=0,
        GlueVersion="5.0",
        WorkerType="G.1X",
    )
    return {
        "aws_glue_job.j": {
            "name": this,
            "role_arn": ROLE,
            "command": [{"script_location": "s3://code/job.py"}],
            "default_arguments": arguments,
            "security_configuration": this,
            "execution_property": [{"max_concurrent_runs": 4}],
            **WORKER,
        },
        "aws_glue_security_configuration.s": {
            "name": this,
            "encryption_configuration": [
                {
                    "cloudwatch_encryption": [{"cloudwatch_encryption_mode": "SSE-KMS", "kms_key_arn": key}],
                    "job_bookmarks_encryption": [{"job_bookmarks_encryption_mode": "CSE-KMS", "kms_key_arn": key}],
                    "s3_encryption": [{"s3_encryption_mode": "SSE-KMS", "kms_key_arn": key}],
                }
            ],
        },
    }


def landing(session):
    """A bucket that tells a queue of new objects, with one object under a key."""
    s3, this, key = session.client("s3"), name(), key_arn(session)
    s3.create_bucket(Bucket=this, CreateBucketConfiguration={"LocationConstraint": REGION})
    queue = f"arn:aws:sqs:{REGION}:{ACCOUNT}:{this}"
    session.client("sqs").create_queue(QueueName=this)
    tell(s3, this, queue)
    s3.put_object(Bucket=this, Key="code.zip", Body=b"x", ServerSideEncryption="aws:kms", SSEKMSKeyId=key)
    return {
        "aws_s3_bucket_notification.n": {
            "bucket": this,
            "queue": [{"queue_arn": queue, "events": ["s3:ObjectCreated:*"]}],
        },
        "aws_s3_object.o": {
            "bucket": this,
            "key": "code.zip",
            "server_side_encryption": "aws:kms",
            "kms_key_id": key,
        },
    }


def tell(s3, bucket, *queues):
    configured = [{"QueueArn": queue, "Events": ["s3:ObjectCreated:*"]} for queue in queues]
    s3.put_bucket_notification_configuration(
        Bucket=bucket, NotificationConfiguration={"QueueConfigurations": configured}
    )


def guarded(session):
    """A place that Lake Formation guards, and a table with a tag."""
    formation, this = session.client("lakeformation"), name()
    glue = session.client("glue")
    glue.create_database(DatabaseInput={"Name": this})
    glue.create_table(DatabaseName=this, TableInput={"Name": "orders"})
    place = f"arn:aws:s3:::{this}/orders"
    formation.register_resource(ResourceArn=place, RoleArn=ROLE)
    formation.create_lf_tag(TagKey=this, TagValues=["internal"])
    tags = [{"TagKey": this, "TagValues": ["internal"]}]
    formation.add_lf_tags_to_resource(Resource={"Table": {"DatabaseName": this, "Name": "orders"}}, LFTags=tags)
    return {
        "aws_lakeformation_resource.r": {"arn": place, "role_arn": ROLE, "hybrid_access_enabled": False},
        "aws_lakeformation_lf_tag.t": {"key": this, "values": ["internal"]},
        "aws_lakeformation_resource_lf_tags.t": {
            "table": [{"database_name": this, "name": "orders"}],
            "lf_tag": [{"key": this, "value": "internal"}],
        },
    }


def catalog(session):
    """How the catalog of a region is set up: who administers Lake Formation, and the key of the metadata."""
    key = key_arn(session)
    session.client("lakeformation").put_data_lake_settings(
        DataLakeSettings={
            "DataLakeAdmins": [{"DataLakePrincipalIdentifier": ROLE}],
            "CreateDatabaseDefaultPermissions": [],
            "CreateTableDefaultPermissions": [
                {"Principal": {"DataLakePrincipalIdentifier": "IAM_ALLOWED_PRINCIPALS"}, "Permissions": ["ALL"]}
            ],
        }
    )
    encrypt(session.client("glue"), key)
    return {
        "aws_lakeformation_data_lake_settings.s": {
            "admins": [ROLE],
            "create_database_default_permissions": [],
            "create_table_default_permissions": [{"principal": "IAM_ALLOWED_PRINCIPALS", "permissions": ["ALL"]}],
        },
        "aws_glue_data_catalog_encryption_settings.s": {
            "id": ACCOUNT,
            "data_catalog_encryption_settings": [
                {
                    "encryption_at_rest": [{"catalog_encryption_mode": "SSE-KMS", "sse_aws_kms_key_id": key}],
                    "connection_password_encryption": [
                        {"return_connection_password_encrypted": True, "aws_kms_key_id": key}
                    ],
                }
            ],
        },
    }


def encrypt(glue, key):
    glue.put_data_catalog_encryption_settings(
        DataCatalogEncryptionSettings={
            "EncryptionAtRest": {"CatalogEncryptionMode": "SSE-KMS", "SseAwsKmsKeyId": key},
            "ConnectionPasswordEncryption": {"ReturnConnectionPasswordEncrypted": True, "AwsKmsKeyId": key},
        }
    )


MAKERS = (machine, application, job, landing, guarded, catalog)
