from __future__ import annotations

import json

import pytest

from modules.errors import InputError
from tests.modules.sample import DEPLOYMENT, build, parameters

FUNCTION = "transform/function/function"
SOURCE = "transform/function/source"
SCHEMA = DEPLOYMENT["parameters"]["event_schema"]


def workload(records, size=900, peak=1.0, **changes):
    load = {"records_per_second": records, "average_record_bytes": size, "peak_factor": peak}

    return build(workload=load, parameters=changes)


def test_runs_what_was_packaged(built):
    """
    The function is the archive, found by its digest, on the runtime and processor it was packaged for.
    """
    function = built[FUNCTION]

    assert ("python3.13", ["arm64"]) == (function["runtime"], function["architectures"])
    assert "assets/stream_transform.zip" == function["filename"]
    assert "q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=" == function["source_code_hash"]


@pytest.mark.parametrize(
    ("records", "capacity_mode", "parallel", "concurrency"),
    [
        (800, "provisioned", 1, 1),  # one shard, one invocation of 512 MiB (868 records of 1 KiB a second)
        (3_000, "provisioned", 2, 6),  # three shards, four invocations needed
        (3_000, "on_demand", 1, 4),  # as many as an on-demand stream starts with
        (20_000, "on_demand", 2, 40),  # twenty shards at the peak, 24 invocations needed
        (90_000, "on_demand", 2, 100),  # no more than the deployment allows
    ],
)
def test_concurrency_follows_the_peak(records, capacity_mode, parallel, concurrency):
    """
    Each shard is worked on by as many invocations as the peak needs, and so many are reserved.
    """
    built = workload(records, stream={"capacity_mode": capacity_mode})

    assert parallel == built[SOURCE]["parallelization_factor"]
    assert concurrency == built[FUNCTION]["reserved_concurrent_executions"]


def test_large_records_need_more_invocations():
    """
    A function's pace is bound by bytes too: at 868 KiB a second, 90 records of 10 KiB need two invocations on one shard.
    """
    built = workload(90, size=10_240, stream={"capacity_mode": "provisioned"})

    assert 2 == built[SOURCE]["parallelization_factor"]


def test_concurrency_has_a_ceiling():
    """
    However large the peak is, no more is reserved than the deployment allows.
    """
    built = workload(90_000, stream={"capacity_mode": "on_demand"}, function={"maximum_concurrency": 7})

    assert 7 == built[FUNCTION]["reserved_concurrent_executions"]


def test_a_poison_record_does_not_stop_the_shard(built):
    """
    A failing batch is split, tried five times more, and then reported to the failure queue; records that worked are not
    tried again.
    """
    source = built[SOURCE]

    assert source["bisect_batch_on_function_error"] is True
    assert 5 == source["maximum_retry_attempts"]
    assert ["ReportBatchItemFailures"] == source["function_response_types"]
    assert (
        "arn:aws:sqs:eu-central-1:111122223333:orders-dev-failures"
        == (source["destination_config"]["on_failure"]["destination_arn"])
    )


def test_nothing_is_skipped_at_the_start(built):
    """
    Records put before the function existed are processed.
    """
    assert "TRIM_HORIZON" == built[SOURCE]["starting_position"]


@pytest.mark.parametrize(("hours", "seconds"), [(72, 129_600), (336, 604_800), (8_760, 604_800)])
def test_old_records_are_given_up_on_before_they_are_lost(hours, seconds):
    """
    A record is reported at half of the stream's retention, and after a week at most, which is Lambda's limit.
    """
    built = parameters(stream={"retention_hours": hours})

    assert seconds == built[SOURCE]["maximum_record_age_in_seconds"]


def test_runs_in_private_subnets(built):
    """
    The function has interfaces in the three private subnets and one security group.
    """
    vpc = built[FUNCTION]["vpc_config"]

    assert ["<network/subnet_1.id>", "<network/subnet_2.id>", "<network/subnet_3.id>"] == vpc["subnet_ids"]
    assert ["<transform/function/security_group.id>"] == vpc["security_group_ids"]


def test_its_environment_is_encrypted(built):
    """
    Environment variables are under the pipeline's key.
    """
    assert "<keys/pipeline/key.arn>" == built[FUNCTION]["kms_key_arn"]


def test_it_is_traced(built):
    """
    Every invocation is traced.
    """
    assert {"mode": "Active"} == built[FUNCTION]["tracing_config"]


def test_its_environment_is_what_the_code_reads(built):
    """
    The variables name the schema, the sensitive fields, the token key and where rows and refusals go.
    """
    variables = built[FUNCTION]["environment"]["variables"]

    assert ["email", "customer"] == json.loads(variables.pop("SENSITIVE_FIELDS"))
    assert ["order_id", "ordered_at", "email", "customer", "amount", "quantity"] == [
        field["name"] for field in json.loads(variables.pop("EVENT_SCHEMA"))["fields"]
    ]
    assert variables == {
        "EVENT_ID_FIELD": "order_id",
        "EVENT_TIME_FIELD": "ordered_at",
        "TOKEN_KEY_ID": "<token_key/key.arn>",
        "TOKEN_LABEL": "v1",
        "DELIVERY_STREAM": "orders-dev-delivery",
        "QUARANTINE_BUCKET": "con-orders-dev-quarantine-111122223333-eu-central-1",
        "QUARANTINE_PREFIX": "refused/",
        "POWERTOOLS_SERVICE_NAME": "orders-dev",
    }


def test_an_environment_too_large_for_lambda_is_refused():
    """
    A schema that would not fit into 4 KB of environment is refused at synth, not by AWS.
    """
    many = [{"name": f"a_field_with_a_long_name_{index}", "type": "string"} for index in range(90)]

    with pytest.raises(InputError, match=r"environment would have \d+ bytes, more than the 4096 .* shorten the event"):
        parameters(event_schema={"fields": SCHEMA["fields"] + many})


def test_its_code_cannot_make_network_interfaces(built):
    """
    Lambda makes interfaces with the function's role; the code itself is refused to.
    """
    refusal = built.statement("transform/function/role/policy", "InterfacesAreForTheServiceOnly")

    assert "Deny" == refusal["Effect"]
    assert {"ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"} <= set(refusal["Action"])
    assert refusal["Condition"] == {
        "ArnEquals": {
            "lambda:SourceFunctionArn": "arn:aws:lambda:eu-central-1:111122223333:function:orders-dev-transform"
        }
    }


def test_it_writes_rows_refusals_failures_and_logs_only(built):
    """
    The function's role reads the stream and writes to the delivery, quarantine, the failure queue and its log group.
    """
    allowed = built.allowed("transform/function/role/policy")

    assert ["arn:aws:s3:::con-orders-dev-quarantine-111122223333-eu-central-1/*"] == allowed["s3:PutObject"]
    assert ["arn:aws:sqs:eu-central-1:111122223333:orders-dev-failures"] == allowed["sqs:SendMessage"]
    assert "s3:GetObject" not in allowed


def test_its_log_group_exists_before_it(built):
    """
    Lambda would make a log group without encryption or end, if there were none.
    """
    made_first = built[FUNCTION]["depends_on"]

    assert "/aws/lambda/orders-dev-transform" == built["transform/function/logs/log_group"]["name"]
    assert any(
        address.startswith("aws_cloudwatch_log_group.stream_analytics_transform_function") for address in made_first
    )
