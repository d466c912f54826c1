from __future__ import annotations

import json

import boto3
import pytest
from moto import mock_aws

HOME, GLOBAL = "eu-central-1", "us-east-1"
STOP = '{ $.eventName = "StopLogging" }'
ROLE_TRUST = json.dumps({"Version": "2012-10-17", "Statement": []})


class Account:
    """An account on the embedded AWS, with as much of a baseline as a test asks for."""

    def __init__(self, session):
        self.session = session
        self.number = session.client("sts").get_caller_identity()["Account"]

    def topic(self, *, receiver="on-call@example.com", region=HOME):
        sns = self.session.client("sns", region_name=region)
        topic = sns.create_topic(Name="alarms")["TopicArn"]
        if receiver:
            sns.subscribe(TopicArn=topic, Protocol="email", Endpoint=receiver)
        return topic

    def trail(self):
        logs, iam = self.session.client("logs"), self.session.client("iam")
        logs.create_log_group(logGroupName="trail")
        role = iam.create_role(RoleName="trail", AssumeRolePolicyDocument=ROLE_TRUST)["Role"]["Arn"]
        here = {"LocationConstraint": HOME}
        self.session.client("s3").create_bucket(Bucket="trail-logs", CreateBucketConfiguration=here)
        made = self.session.client("cloudtrail").create_trail(
            Name="all",
            S3BucketName="trail-logs",
            IsMultiRegionTrail=True,
            CloudWatchLogsLogGroupArn=f"arn:aws:logs:{HOME}:{self.number}:log-group:trail:*",
            CloudWatchLogsRoleArn=role,
        )
        self.session.client("cloudtrail").start_logging(Name="all")
        return made["TrailARN"]

    def metric_filter(self, pattern=STOP, name="trail-changes"):
        metric = {"metricName": name, "metricNamespace": "trail", "metricValue": "1"}
        self.session.client("logs").put_metric_filter(
            logGroupName="trail", filterName=name, filterPattern=pattern, metricTransformations=[metric]
        )

    def alarm(self, topic, name="trail-changes", *, enabled=True):
        self.session.client("cloudwatch").put_metric_alarm(
            AlarmName=name,
            MetricName=name,
            Namespace="trail",
            Statistic="Sum",
            Period=300,
            EvaluationPeriods=1,
            Threshold=0,
            ComparisonOperator="GreaterThanThreshold",
            AlarmActions=[topic],
            ActionsEnabled=enabled,
        )

    def rule(self, pattern, topic, *, region=HOME, state="ENABLED"):
        events = self.session.client("events", region_name=region)
        events.put_rule(Name="watch", EventPattern=json.dumps(pattern), State=state)
        events.put_targets(Rule="watch", Targets=[{"Id": "topic", "Arn": topic}])


@pytest.fixture(name="account")
def _account(monkeypatch):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        monkeypatch.setenv(name, "embedded")
    with mock_aws():
        yield Account(boto3.Session(region_name=HOME))
