from __future__ import annotations

from typing import NamedTuple

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block


class Watched(NamedTuple):
    """The metrics that tell that a type of resource fails, and the dimension and argument that name it."""

    dimension: str
    names: tuple[str, ...]
    metrics: tuple[str, ...]


WATCHED = {
    "aws_autoscaling_group": Watched("AutoScalingGroupName", ("name",), ("StatusCheckFailed",)),
    "aws_cloudwatch_event_rule": Watched("RuleName", ("name",), ("FailedInvocations",)),
    "aws_dynamodb_table": Watched("TableName", ("name",), ("WriteThrottleEvents",)),
    "aws_ecs_service": Watched("ServiceName", ("name",), ("MemoryUtilization",)),
    "aws_eks_cluster": Watched("ClusterName", ("name",), ("scheduler_pending_pods_UNSCHEDULABLE",)),
    "aws_emr_cluster": Watched(
        "JobFlowId",
        ("id",),
        ("AppsFailed", "HDFSUtilization", "IsIdle", "MRUnhealthyNodes", "YARNMemoryAvailablePercentage"),
    ),
    "aws_glue_job": Watched("JobName", ("name",), ("glue.driver.aggregate.numFailedTasks",)),
    "aws_lambda_function": Watched("FunctionName", ("function_name", "arn"), ("Errors", "Throttles")),
    "aws_quicksight_data_set": Watched("DatasetId", ("data_set_id",), ("IngestionErrorCount",)),
    "aws_redshift_cluster": Watched(
        "ClusterIdentifier",
        ("cluster_identifier", "id"),
        ("CPUUtilization", "ConcurrencyScalingSeconds", "HealthStatus", "PercentageDiskSpaceUsed", "WLMQueueLength"),
    ),
    "aws_redshiftserverless_workgroup": Watched(
        "Workgroup", ("workgroup_name", "id"), ("ComputeCapacity", "ComputeSeconds", "QueriesQueued")
    ),
    "aws_sagemaker_pipeline": Watched("PipelineName", ("pipeline_name", "id"), ("ExecutionFailed",)),
    "aws_scheduler_schedule_group": Watched("ScheduleGroup", ("name",), ("InvocationDroppedCount",)),
    "aws_sfn_state_machine": Watched("StateMachineArn", ("arn",), ("ExecutionsFailed", "ExecutionsTimedOut")),
}

FROM_TRAIL = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"
INSTEAD = {"FailedInvocations": "TriggeredRules"}
"""A metric that tells more than the one that is asked for."""


class AlarmWork(Policy):
    """
    Whatever works has an alarm of its own on each metric that tells that it fails or is full.

    Why: work that fails without an alarm is found by whoever misses its results.
    Fix: add metric alarms with the dimension of the resource: Errors and Throttles of a function, ExecutionsFailed and
    ExecutionsTimedOut of a state machine, and what `WATCHED` lists for others.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure an alarm tells when work fails",
            id="MR_ALARM_7",
            categories=[CheckCategories.LOGGING],
            supported_resources=[*WATCHED],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        There is an alarm on each metric. A data set that keeps no rows takes none in; one of rules is looked at when it is used.
        What a rule takes from the audit trail, the alarms of the trail tell too; a rule that raises an alarm itself is seen.
        """
        if (
            resource.get("import_mode") == "DIRECT_QUERY"
            or self._rules(resource)
            or resource.get("state") == FROM_TRAIL
        ):
            return []
        watched = WATCHED[resource["address"].partition(".")[0]]
        names = {str(resource[name]) for name in watched.names if resource.get(name)}
        there = {
            alarm.get("metric_name")
            for alarm in self.planned("aws_cloudwatch_metric_alarm")
            if str(block(alarm.get("dimensions")).get(watched.dimension)) in names
        }
        return [f"no alarm on {metric}" for metric in watched.metrics if not there & {metric, INSTEAD.get(metric)}]

    def _rules(self, resource: Resource) -> bool:
        sets = self.planned("aws_quicksight_data_set")
        used = {block(item.get("row_level_permission_data_set")).get("arn") for item in sets}
        return bool(resource.get("arn")) and resource["arn"] in used


check = AlarmWork()
