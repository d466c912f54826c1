"""
An audit trail made with boto3, and what is looked for in it, with the values that a plan of Terraform has for them.
"""

from __future__ import annotations

from tests.verify.resources import ACCOUNT, REGION, name, policy

TRAIL_SERVICE = "cloudtrail.amazonaws.com"
OBJECTS = (("eventCategory", "Data"), ("resources.type", "AWS::S3::Object"))
STRICT = ["arn:aws:s3:::con-", "arn:aws:s3:::res-"]


def trail(session):
    """A trail in a bucket, under a key, with a log group, and a metric filter on the group."""
    this = name()
    arn = f"arn:aws:cloudtrail:{REGION}:{ACCOUNT}:trail/{this}"
    key = _key(session)
    group = f"/aws/cloudtrail/{this}"
    logs, cloudtrail = session.client("logs"), session.client("cloudtrail")
    logs.create_log_group(logGroupName=group)
    _bucket(session, this)
    settings = {
        "s3_bucket_name": this,
        "kms_key_id": key,
        "cloud_watch_logs_group_arn": f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:{group}:*",
        "cloud_watch_logs_role_arn": _role(session, this),
        "include_global_service_events": True,
        "is_multi_region_trail": True,
        "is_organization_trail": False,
    }
    cloudtrail.create_trail(
        Name=this,
        S3BucketName=this,
        KmsKeyId=key,
        CloudWatchLogsLogGroupArn=settings["cloud_watch_logs_group_arn"],
        CloudWatchLogsRoleArn=settings["cloud_watch_logs_role_arn"],
        EnableLogFileValidation=True,
        IncludeGlobalServiceEvents=True,
        IsMultiRegionTrail=True,
    )
    cloudtrail.start_logging(Name=this)
    put_selectors(cloudtrail, arn, STRICT)
    cloudtrail.put_insight_selectors(TrailName=this, InsightSelectors=[{"InsightType": "ApiCallRateInsight"}])
    metric = {"name": "stopped", "namespace": "trail", "value": "1"}
    put_filter(logs, group, "{ $.eventName = StopLogging }")
    fields = [{"field": field, "equals": [value]} for field, value in OBJECTS]
    selector = {"name": "strict", "field_selector": [*fields, {"field": "resources.ARN", "starts_with": STRICT}]}
    return {
        "aws_cloudtrail.t": {
            **settings,
            "name": this,
            "arn": arn,
            "enable_logging": True,
            "enable_log_file_validation": True,
            "advanced_event_selector": [selector],
            "event_selector": [],
            "insight_selector": [{"insight_type": "ApiCallRateInsight"}],
        },
        "aws_cloudwatch_log_metric_filter.f": {
            "name": "stopped",
            "log_group_name": group,
            "pattern": "{ $.eventName = StopLogging }",
            "metric_transformation": [metric],
        },
    }


def put_selectors(cloudtrail, arn, starts):
    fields = [{"Field": field, "Equals": [value]} for field, value in OBJECTS]
    selector = {"Name": "strict", "FieldSelectors": [*fields, {"Field": "resources.ARN", "StartsWith": starts}]}
    cloudtrail.put_event_selectors(TrailName=arn, AdvancedEventSelectors=[selector])


def put_filter(logs, group, pattern):
    metric = {"metricName": "stopped", "metricNamespace": "trail", "metricValue": "1"}
    logs.put_metric_filter(
        logGroupName=group, filterName="stopped", filterPattern=pattern, metricTransformations=[metric]
    )


def _key(session):
    everything = {"Effect": "Allow", "Action": "kms:*", "Resource": "*"}
    root, service = {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, {"Service": TRAIL_SERVICE}
    document = policy({**everything, "Principal": root}, {**everything, "Principal": service})
    return session.client("kms").create_key(Policy=document)["KeyMetadata"]["Arn"]


def _bucket(session, this):
    s3 = session.client("s3")
    s3.create_bucket(Bucket=this, CreateBucketConfiguration={"LocationConstraint": REGION})
    writes = {"Effect": "Allow", "Principal": {"Service": TRAIL_SERVICE}, "Action": "s3:PutObject"}
    s3.put_bucket_policy(Bucket=this, Policy=policy({**writes, "Resource": f"arn:aws:s3:::{this}/*"}))


def _role(session, this):
    trust = policy({"Effect": "Allow", "Principal": {"Service": TRAIL_SERVICE}, "Action": "sts:AssumeRole"})
    return session.client("iam").create_role(RoleName=this, AssumeRolePolicyDocument=trust)["Role"]["Arn"]
