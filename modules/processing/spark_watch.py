"""
What is watched on a Spark cluster: whether jobs come, whether they fail, and what they would fail for next.
"""

from __future__ import annotations

import functools
import json
from typing import Final

from bindings import Construct
from bindings.aws import CloudwatchEventRule, CloudwatchEventTarget, EmrCluster
from modules.foundation.alarms import FIVE_MINUTES, Alarms
from modules.foundation.key import Key
from modules.foundation.topic import Topic
from modules.pipeline import Pipeline

DAY: Final = 24 * 3_600
SERVICE: Final = "events.amazonaws.com"


class SparkWatch(Construct):
    """
    Alarms on what the cluster says every five minutes, and a mail for each step that fails and for an end in error.

    YARN counts failed applications from its start on, so the alarm rings once; the mails name each.
    """

    def __init__(
        self, scope: Construct, id: str, *, pipeline: Pipeline, key: Key, cluster: EmrCluster, alarms: Alarms
    ) -> None:
        super().__init__(scope, id)
        watch_cluster(alarms, str(cluster.id))
        topic = Topic(
            self,
            "topic",
            name="failed-jobs",
            pipeline=pipeline,
            key=key,
            service=SERVICE,
            condition={
                "StringEquals": {"aws:SourceAccount": pipeline.environment.account_id},
                "ArnLike": {"aws:SourceArn": pipeline.arn("events", f"rule/{pipeline.name}-*")},
            },
        )
        pattern = {
            "source": ["aws.emr"],
            "detail-type": ["EMR Cluster State Change", "EMR Step Status Change"],
            "detail": {"clusterId": [cluster.id], "state": ["FAILED", "TERMINATED_WITH_ERRORS"]},
        }
        rule = CloudwatchEventRule(
            self,
            "rule",
            name=pipeline.resource_name("failed-jobs"),
            description="A step failed, or the cluster ended in error",
            event_pattern=json.dumps(pattern),
        )
        CloudwatchEventTarget(self, "target", rule=rule.name, target_id="topic", arn=topic.topic.arn)
        alarms.add(
            "failed-jobs-untold",
            "Nobody is told of failed jobs: the rule cannot deliver",
            namespace="AWS/Events",
            metric_name="FailedInvocations",
            dimensions={"RuleName": str(rule.name)},
            threshold=0,
            statistic="Sum",
        )


def watch_cluster(alarms: Alarms, cluster_id: str) -> None:
    """Metrics of "Monitoring Amazon EMR metrics with CloudWatch"."""
    watch = functools.partial(alarms.add, namespace="AWS/ElasticMapReduce", dimensions={"JobFlowId": cluster_id})
    watch(
        "cluster-idle",
        "No job ran for a day: a night was missed, and the cluster will end itself",
        metric_name="IsIdle",
        statistic="Average",
        threshold=0.99,
        evaluation_periods=DAY // FIVE_MINUTES,
    )
    watch(
        "cluster-silent",
        "The cluster says nothing of itself: it has ended or is lost",
        metric_name="IsIdle",
        statistic="Maximum",
        threshold=1,
        evaluation_periods=3,
        missing="breaching",
    )
    watch(
        "cluster-memory",
        "YARN has given away nearly all memory and the cluster does not grow",
        metric_name="YARNMemoryAvailablePercentage",
        statistic="Average",
        threshold=10,
        evaluation_periods=6,
        comparison="LessThanThreshold",
    )
    watch(
        "cluster-hdfs",
        "HDFS is nearly full",
        metric_name="HDFSUtilization",
        statistic="Maximum",
        threshold=80,
        evaluation_periods=2,
    )
    watch(
        "cluster-nodes",
        "Nodes are unhealthy, as when their disks are full",
        metric_name="MRUnhealthyNodes",
        statistic="Maximum",
        threshold=0,
        evaluation_periods=2,
    )
    watch(
        "jobs-failed",
        "A job has failed since YARN started",
        metric_name="AppsFailed",
        statistic="Maximum",
        threshold=0,
    )
