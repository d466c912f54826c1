from __future__ import annotations

from typing import NamedTuple

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, number


class Measured(NamedTuple):
    """What the metrics of a namespace are about: dimension, type of resource, its argument, and the metrics alarms look at."""

    dimension: str
    kind: str
    name: str
    metrics: tuple[str, ...]


MEASURED = {
    "AWS/DynamoDB": Measured("TableName", "aws_dynamodb_table", "name", ("WriteThrottleEvents",)),
    "AWS/EC2": Measured("AutoScalingGroupName", "aws_autoscaling_group", "name", ("StatusCheckFailed",)),
    "AWS/ECS": Measured("ServiceName", "aws_ecs_service", "name", ("MemoryUtilization",)),
    "AWS/EKS": Measured("ClusterName", "aws_eks_cluster", "name", ("scheduler_pending_pods_UNSCHEDULABLE",)),
    "AWS/ElasticMapReduce": Measured(
        "JobFlowId", "aws_emr_cluster", "id", ("AppsFailed", "HDFSUtilization", "IsIdle", "MRUnhealthyNodes")
    ),
    "AWS/Events": Measured("RuleName", "aws_cloudwatch_event_rule", "name", ("FailedInvocations", "TriggeredRules")),
    "AWS/Firehose": Measured(
        "DeliveryStreamName", "aws_kinesis_firehose_delivery_stream", "name", ("DeliveryToS3.DataFreshness",)
    ),
    "AWS/Kinesis": Measured("StreamName", "aws_kinesis_stream", "name", ("WriteProvisionedThroughputExceeded",)),
    "AWS/Lambda": Measured(
        "FunctionName", "aws_lambda_function", "function_name", ("Errors", "IteratorAge", "Throttles")
    ),
    "AWS/QuickSight": Measured("DatasetId", "aws_quicksight_data_set", "data_set_id", ("IngestionErrorCount",)),
    "AWS/Redshift": Measured(
        "ClusterIdentifier",
        "aws_redshift_cluster",
        "cluster_identifier",
        ("ConcurrencyScalingSeconds", "HealthStatus", "PercentageDiskSpaceUsed", "WLMQueueLength"),
    ),
    "AWS/Redshift-Serverless": Measured(
        "Workgroup",
        "aws_redshiftserverless_workgroup",
        "workgroup_name",
        ("ComputeCapacity", "ComputeSeconds", "QueriesQueued"),
    ),
    "AWS/SQS": Measured(
        "QueueName", "aws_sqs_queue", "name", ("ApproximateAgeOfOldestMessage", "ApproximateNumberOfMessagesVisible")
    ),
    "AWS/SageMaker": Measured(
        "EndpointName",
        "aws_sagemaker_endpoint",
        "name",
        ("HasBacklogWithoutCapacity", "Invocation5XXErrors", "InvocationFailures", "ModelLatency"),
    ),
    "AWS/Sagemaker/ModelBuildingPipeline": Measured(
        "PipelineName", "aws_sagemaker_pipeline", "pipeline_name", ("ExecutionFailed",)
    ),
    "AWS/Scheduler": Measured("ScheduleGroup", "aws_scheduler_schedule_group", "name", ("InvocationDroppedCount",)),
    "AWS/States": Measured(
        "StateMachineArn", "aws_sfn_state_machine", "arn", ("ExecutionsFailed", "ExecutionsTimedOut")
    ),
    "Glue": Measured("JobName", "aws_glue_job", "name", ("glue.driver.aggregate.numFailedTasks",)),
}
HOMES = {metric: namespace for namespace, measured in MEASURED.items() for metric in measured.metrics}
LIVING = ("HealthStatus",)
"""What is missing only when the thing itself is."""


class AlarmMeasures(Policy):
    """
    An alarm measures a metric that AWS writes, of something that the stack has, and does not keep its state without data.

    Why: CloudWatch takes an alarm on any name; one on a metric that nobody writes, or of nothing, is quiet for ever.
    Fix: set namespace and dimensions to those of the resource, leave datapoints_to_alarm out, and treat_missing_data at
    notBreaching, or breaching where silence is what is feared.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure an alarm measures something of its stack",
            id="MR_ALARM_8",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_cloudwatch_metric_alarm"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Namespace, dimension, missing data and datapoints.
        """
        namespace, metric = str(resource.get("namespace")), str(resource.get("metric_name"))
        problems = []
        if HOMES.get(metric, namespace) != namespace:
            problems.append(f"looks for {metric} in {namespace}; it is in {HOMES[metric]}")
        if (measured := MEASURED.get(namespace)) is not None:
            value = str(block(resource.get("dimensions")).get(measured.dimension))
            own = {str(item.get(measured.name)) for item in self.planned(measured.kind)}
            problems += (
                [] if value in own else [f"measures {measured.dimension} {value}, which the stack does not have"]
            )
        missing = resource.get("treat_missing_data")
        if missing == "ignore":
            problems.append("keeps its state when there is no data")
        silent = metric in LIVING or (metric == "IsIdle" and number(resource.get("threshold")) >= 1)
        if silent and missing != "breaching":
            problems.append("does not ring when there is no data, which is what it is for")
        points, periods = (number(resource.get(name)) for name in ("datapoints_to_alarm", "evaluation_periods"))
        return [*problems, f"waits for {points:.0f} of {periods:.0f} values"] if points > periods else problems


check = AlarmMeasures()
