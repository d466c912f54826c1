"""
Resources made with boto3, each with the values that a plan of Terraform has for it.
"""

from __future__ import annotations

import json
import uuid

ACCOUNT = "111122223333"
REGION = "eu-central-1"
ROOT = f"arn:aws:iam::{ACCOUNT}:root"


def name():
    return f"orders-{uuid.uuid4().hex[:12]}"


def policy(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": statements})


def tls_only(arn, action="s3:*"):
    return {
        "Sid": "TlsOnly",
        "Effect": "Deny",
        "Principal": "*",
        "Action": action,
        "Resource": [arn],
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }


def key(session):
    kms = session.client("kms")
    everything = {"Effect": "Allow", "Action": "kms:*", "Resource": "*"}
    logs = {"Service": f"logs.{REGION}.amazonaws.com"}
    document = policy({**everything, "Principal": {"AWS": ROOT}}, {**everything, "Principal": logs})
    made = kms.create_key(Policy=document, KeyUsage="ENCRYPT_DECRYPT")["KeyMetadata"]
    kms.enable_key_rotation(KeyId=made["KeyId"], RotationPeriodInDays=180)
    values = {
        "key_id": made["KeyId"],
        "arn": made["Arn"],
        "customer_master_key_spec": "SYMMETRIC_DEFAULT",
        "key_usage": "ENCRYPT_DECRYPT",
        "multi_region": False,
        "is_enabled": True,
        "enable_key_rotation": True,
        "rotation_period_in_days": 180,
        "policy": document,
    }
    return {"aws_kms_key.k": values}


def key_arn(session):
    return key(session)["aws_kms_key.k"]["arn"]


def alias(session):
    planned = key(session)
    values = {"name": f"alias/{name()}", "target_key_id": planned["aws_kms_key.k"]["key_id"]}
    session.client("kms").create_alias(AliasName=values["name"], TargetKeyId=values["target_key_id"])
    return {**planned, "aws_kms_alias.a": values}


def bucket(session):
    """A bucket with every companion."""
    s3, logs, this, arn = session.client("s3"), name(), name(), key_arn(session)
    for each, locked in ((logs, False), (this, True)):
        place = {"LocationConstraint": REGION}
        s3.create_bucket(Bucket=each, CreateBucketConfiguration=place, ObjectLockEnabledForBucket=locked)
    writer = {"Effect": "Allow", "Principal": {"Service": "logging.s3.amazonaws.com"}, "Action": "s3:PutObject"}
    s3.put_bucket_policy(Bucket=logs, Policy=policy({**writer, "Resource": f"arn:aws:s3:::{logs}/*"}))
    document = policy(tls_only(f"arn:aws:s3:::{this}/*"))
    s3.put_bucket_policy(Bucket=this, Policy=document)
    s3.put_bucket_versioning(Bucket=this, VersioningConfiguration={"Status": "Enabled"})
    block = dict.fromkeys(("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"), True)
    s3.put_public_access_block(Bucket=this, PublicAccessBlockConfiguration=block)
    s3.put_bucket_ownership_controls(
        Bucket=this, OwnershipControls={"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
    )
    encrypt(s3, this, arn)
    expire(s3, this, 365)
    s3.put_bucket_logging(
        Bucket=this, BucketLoggingStatus={"LoggingEnabled": {"TargetBucket": logs, "TargetPrefix": "raw/"}}
    )
    lock(s3, this, 30)
    return {
        f"aws_s3_bucket{kind}.b": {"bucket": this, **values} for kind, values in companions(logs, document, arn).items()
    }


def companions(logs, document, arn):
    names = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")
    default = {"sse_algorithm": "aws:kms", "kms_master_key_id": arn}
    rule = {
        "id": "retention",
        "status": "Enabled",
        "filter": [{"prefix": ""}],
        "expiration": [{"days": 365}],
        "noncurrent_version_expiration": [{"noncurrent_days": 30}],
        "abort_incomplete_multipart_upload": [{"days_after_initiation": 7}],
    }
    return {
        "": {"region": REGION},
        "_versioning": {"versioning_configuration": [{"status": "Enabled"}]},
        "_public_access_block": dict.fromkeys(names, True),
        "_ownership_controls": {"rule": [{"object_ownership": "BucketOwnerEnforced"}]},
        "_server_side_encryption_configuration": {
            "rule": [{"apply_server_side_encryption_by_default": [default], "bucket_key_enabled": True}]
        },
        "_lifecycle_configuration": {"rule": [rule]},
        "_logging": {"target_bucket": logs, "target_prefix": "raw/"},
        "_policy": {"policy": document},
        "_object_lock_configuration": {"rule": [{"default_retention": [{"mode": "GOVERNANCE", "days": 30}]}]},
    }


def encrypt(s3, bucket_name, arn, *, bucket_key=True):
    default = {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": arn} if arn else {"SSEAlgorithm": "AES256"}
    rule = {"ApplyServerSideEncryptionByDefault": default, "BucketKeyEnabled": bucket_key}
    s3.put_bucket_encryption(Bucket=bucket_name, ServerSideEncryptionConfiguration={"Rules": [rule]})


def expire(s3, bucket_name, days):
    rule = {
        "ID": "retention",
        "Status": "Enabled",
        "Filter": {"Prefix": ""},
        "Expiration": {"Days": days},
        "NoncurrentVersionExpiration": {"NoncurrentDays": 30},
        "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7},
    }
    s3.put_bucket_lifecycle_configuration(Bucket=bucket_name, LifecycleConfiguration={"Rules": [rule]})


def lock(s3, bucket_name, days):
    rule = {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": days}}
    s3.put_object_lock_configuration(
        Bucket=bucket_name, ObjectLockConfiguration={"ObjectLockEnabled": "Enabled", "Rule": rule}
    )


def stream(session):
    kinesis, this, arn = session.client("kinesis"), name(), key_arn(session)
    kinesis.create_stream(StreamName=this, ShardCount=2)
    kinesis.start_stream_encryption(StreamName=this, EncryptionType="KMS", KeyId=arn)
    kinesis.increase_stream_retention_period(StreamName=this, RetentionPeriodHours=72)
    values = {
        "name": this,
        "encryption_type": "KMS",
        "kms_key_id": arn,
        "retention_period": 72,
        "stream_mode_details": [{"stream_mode": "PROVISIONED"}],
        "shard_count": 2,
        "shard_level_metrics": [],
    }
    return {"aws_kinesis_stream.s": values}


def role(session, service="lambda.amazonaws.com"):
    iam, this = session.client("iam"), name()
    trust = policy({"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"})
    rights = policy({"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::orders/*"]})
    made = iam.create_role(RoleName=this, AssumeRolePolicyDocument=trust)["Role"]
    iam.put_role_policy(RoleName=this, PolicyName="dataflow", PolicyDocument=rights)
    values = {"name": this, "arn": made["Arn"], "assume_role_policy": trust, "max_session_duration": 3600}
    return {
        "aws_iam_role.r": values,
        "aws_iam_role_policy.p": {"role": this, "name": "dataflow", "policy": rights},
    }


def log_group(session):
    logs, this, arn = session.client("logs"), f"/millrace/{name()}", key_arn(session)
    logs.create_log_group(logGroupName=this, kmsKeyId=arn)
    logs.put_retention_policy(logGroupName=this, retentionInDays=365)
    logs.create_log_stream(logGroupName=this, logStreamName="errors")
    return {
        "aws_cloudwatch_log_group.g": {"name": this, "retention_in_days": 365, "kms_key_id": arn},
        "aws_cloudwatch_log_stream.s": {"log_group_name": this, "name": "errors"},
    }


def queue(session):
    sqs, this, arn = session.client("sqs"), name(), key_arn(session)
    document = policy(tls_only(f"arn:aws:sqs:{REGION}:{ACCOUNT}:{this}", "sqs:*"))
    attributes = {"KmsMasterKeyId": arn, "MessageRetentionPeriod": "1209600", "Policy": document}
    attributes |= {"VisibilityTimeout": "360", "RedriveAllowPolicy": '{"redrivePermission":"denyAll"}'}
    url = sqs.create_queue(QueueName=this, Attributes=attributes)["QueueUrl"]
    return {
        "aws_sqs_queue.q": {
            "url": url,
            "kms_master_key_id": arn,
            "message_retention_seconds": 1_209_600,
            "visibility_timeout_seconds": 360,
            "redrive_allow_policy": '{"redrivePermission":"denyAll"}',
        },
        "aws_sqs_queue_policy.p": {"queue_url": url, "policy": document},
    }


def topic(session):
    sns, this, arn = session.client("sns"), name(), key_arn(session)
    document = policy(tls_only(f"arn:aws:sns:{REGION}:{ACCOUNT}:{this}", "sns:Publish"))
    made = sns.create_topic(Name=this, Attributes={"KmsMasterKeyId": arn, "Policy": document})["TopicArn"]
    sns.subscribe(TopicArn=made, Protocol="email", Endpoint="team@example.com")
    subscription = {"topic_arn": made, "protocol": "email", "endpoint": "team@example.com"}
    return {
        "aws_sns_topic.t": {"arn": made, "kms_master_key_id": arn},
        "aws_sns_topic_policy.p": {"arn": made, "policy": document},
        "aws_sns_topic_subscription.s": subscription,
    }


def alarm(session):
    values = {
        "alarm_name": name(),
        "namespace": "AWS/SQS",
        "metric_name": "ApproximateNumberOfMessagesVisible",
        "statistic": "Maximum",
        "comparison_operator": "GreaterThanThreshold",
        "threshold": 0,
        "period": 300,
        "evaluation_periods": 1,
        "treat_missing_data": "notBreaching",
        "actions_enabled": True,
        "alarm_actions": [f"arn:aws:sns:{REGION}:{ACCOUNT}:alarms"],
        "ok_actions": [],
        "dimensions": {"QueueName": "orders"},
    }
    put_alarm(session, values)
    return {"aws_cloudwatch_metric_alarm.a": values}


def put_alarm(session, values):
    names = {"ok_actions": "OKActions"}
    arguments = {names.get(each, each.title().replace("_", "")): value for each, value in values.items()}
    arguments["Dimensions"] = [{"Name": each, "Value": value} for each, value in values["dimensions"].items()]
    session.client("cloudwatch").put_metric_alarm(**arguments)


def workgroup(session):
    athena, this, arn = session.client("athena"), name(), key_arn(session)
    where = "s3://orders-results/analyst/"
    athena.create_work_group(
        Name=this,
        Configuration={
            "EnforceWorkGroupConfiguration": True,
            "PublishCloudWatchMetricsEnabled": True,
            "BytesScannedCutoffPerQuery": 10**9,
            "ResultConfiguration": {
                "OutputLocation": where,
                "EncryptionConfiguration": {"EncryptionOption": "SSE_KMS", "KmsKey": arn},
            },
        },
    )
    results = {
        "output_location": where,
        "encryption_configuration": [{"encryption_option": "SSE_KMS", "kms_key_arn": arn}],
    }
    configuration = {
        "enforce_workgroup_configuration": True,
        "publish_cloudwatch_metrics_enabled": True,
        "requester_pays_enabled": False,
        "bytes_scanned_cutoff_per_query": 10**9,
        "result_configuration": [results],
    }
    return {"aws_athena_workgroup.w": {"name": this, "state": "ENABLED", "configuration": [configuration]}}
