from __future__ import annotations

import math

SHARD_RECORDS, SHARD_KIB = 1000, 1024  # a second; Kinesis Data Streams quotas
FEW = 10  # as many runs as a function has at most of which a deployment says nothing
ON_DEMAND_RECORDS, ON_DEMAND_KIB = 4000, 4096  # what a new on-demand stream takes a second


def test_streams_take_the_peak(pipeline):
    """
    A stream takes the peak of the workload, and a provisioned one has no shard more than that.
    """
    workload = pipeline.loaded.deployment.workload
    records = workload.records_per_second * workload.peak_factor
    kib = records * workload.average_record_bytes / 1024
    shards = max(math.ceil(records / SHARD_RECORDS), math.ceil(kib / SHARD_KIB))

    for stream in pipeline.of("aws_kinesis_stream").values():
        [mode] = stream["stream_mode_details"]
        if mode["stream_mode"] == "PROVISIONED":
            assert shards == stream["shard_count"]
        else:
            assert records <= ON_DEMAND_RECORDS
            assert kib <= ON_DEMAND_KIB
            assert stream.get("shard_count") is None


def test_functions_have_a_floor_and_a_ceiling(pipeline):
    """
    A function reserves a concurrency of one or more, within what the deployment allows where it says so, and enough for every
    batch of every shard, or as much as is allowed.
    """
    given = vars(pipeline.loaded.deployment.parameters).values()
    limits = [each.maximum_concurrency for each in given if hasattr(each, "maximum_concurrency")]
    limit = max(limits, default=FEW)

    for function in pipeline.of("aws_lambda_function").values():
        assert 1 <= function["reserved_concurrent_executions"] <= limit
    for mapping in pipeline.of("aws_lambda_event_source_mapping").values():
        if ":sqs:" in mapping["event_source_arn"]:
            assert 2 <= mapping["scaling_config"][0]["maximum_concurrency"] <= limit
            continue
        assert 1 <= mapping["parallelization_factor"] <= 10
        assert 0 <= mapping["maximum_retry_attempts"] <= 100
        assert mapping["maximum_record_age_in_seconds"] > 0


def test_no_stage_is_full_at_peak(pipeline):
    """
    Every stage of the graph that has a limit carries the peak; a landing zone has none.
    """
    shares = pipeline.dataflow["utilization_at_peak"]
    kinds = {store["kind"] for store in pipeline.dataflow["stores"]}

    assert shares or not {"kinesis_stream", "queue"} & kinds
    assert all(0 <= share <= 1 for share in shares.values())
    assert pipeline.dataflow["narrowest"] in {*shares, None}


def test_queries_are_bounded(pipeline):
    """
    Every workgroup stops a query at the limit of the deployment.
    """
    parameters = pipeline.loaded.deployment.parameters
    workgroups = pipeline.of("aws_athena_workgroup").values()
    if not hasattr(parameters, "queries"):
        assert [] == list(workgroups)
        return
    limit = parameters.queries.scan_limit_gib * 1024**3

    assert workgroups
    assert {limit} == {item["configuration"][0]["bytes_scanned_cutoff_per_query"] for item in workgroups}


def test_the_floor_of_the_environment_holds(pipeline):
    """
    Where the environment names a peak factor, the workload is planned with it or more.
    """
    floor = pipeline.loaded.environment.floor

    assert pipeline.loaded.deployment.workload.peak_factor >= floor.peak_factor


def test_alarms_tell_somebody(keyed):
    """
    Every alarm notifies a topic of the plan, and every receiver of the environment subscribes to each topic; but for one that a
    queue of the plan listens to, and no alarm notifies.
    """
    topics = {topic["arn"] for topic in keyed.of("aws_sns_topic").values()}
    alarms = keyed.of("aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm").values()
    subscriptions = {(item["topic_arn"], item["endpoint"]) for item in keyed.of("aws_sns_topic_subscription").values()}
    queues = {queue["arn"] for queue in keyed.of("aws_sqs_queue").values()}
    queued = {(topic, end) for topic, end in subscriptions if end in queues}
    subscriptions -= queued
    topics -= {topic for topic, _ in queued}

    assert alarms
    assert all(1 == len(alarm["alarm_actions"]) and set(alarm["alarm_actions"]) <= topics for alarm in alarms)
    assert subscriptions == {
        (topic, receiver) for topic in topics for receiver in keyed.loaded.environment.alarm_receivers
    }
