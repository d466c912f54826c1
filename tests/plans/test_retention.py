from __future__ import annotations

from tests.plans.values import at, statements, texts

LOG_DAYS = {"public": 90, "internal": 180, "confidential": 365, "restricted": 2557}
STREAM_HOURS = {"public": 24, "internal": 24, "confidential": 72, "restricted": 168}
COMPANIONS = ("versioning", "server_side_encryption_configuration", "public_access_block", "ownership_controls")
COMPANIONS += ("lifecycle_configuration", "policy")
BUCKET = "aws_s3_bucket"
WHERE = {
    **{zone: f"{zone}_retention_days" for zone in ("approved", "captured", "curated", "quarantine", "raw", "truth")},
    **dict.fromkeys(("models", "released", "reports"), "model_retention_days"),
    **dict.fromkeys(("predictions", "requests"), "captured_retention_days"),
    "monitored": "report_retention_days",
}
"""The parameter that says how long objects of a zone are kept."""


def named(real, part):
    """
    What configures each bucket, by the bucket's name.
    """
    return {values["bucket"]: values for values in real.of(f"{BUCKET}_{part}").values()}


def test_every_bucket_has_all_companions(keyed):
    """
    Versions, encryption, access block, ownership, expiry, policy: one of each for every bucket, and logging for all but
    the bucket that takes the logs. What arrives by a stream and ends in a warehouse needs no bucket.
    """
    zones = {values["bucket"]: values["tags"]["zone"] for values in keyed.of(BUCKET).values()}

    assert all(set(zones) == set(named(keyed, part)) for part in COMPANIONS)
    assert {bucket for bucket, zone in zones.items() if zone != "logs"} == set(named(keyed, "logging"))


def test_companions_say_the_right_thing(keyed):
    """
    Versioning is on, owners are enforced, and all four ways to the public are blocked.
    """
    blocked = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")
    there = bool(keyed.of(BUCKET))

    assert ({"Enabled"} if there else set()) == {
        item["versioning_configuration"][0]["status"] for item in named(keyed, "versioning").values()
    }
    owners = {item["rule"][0]["object_ownership"] for item in named(keyed, "ownership_controls").values()}
    assert ({"BucketOwnerEnforced"} if there else set()) == owners
    assert all(item[name] is True for item in named(keyed, "public_access_block").values() for name in blocked)


def test_every_store_refuses_plain_http(real):
    """
    The policy of every bucket, queue and topic denies everybody what is sent without TLS.
    """
    policies = real.of(f"{BUCKET}_policy", "aws_sqs_queue_policy", "aws_sns_topic_policy")
    plain = {"Bool": {"aws:SecureTransport": "false"}}
    stores = real.of(BUCKET, "aws_sqs_queue", "aws_sns_topic")

    assert len(stores) == len(policies)
    for values in policies.values():
        denying = [
            item for item in statements(values["policy"]) if item["Effect"] == "Deny" and "*" == item["Principal"]
        ]
        assert [item for item in denying if plain == item.get("Condition")]


def test_data_is_kept_as_the_deployment_says(pipeline):
    """
    Objects of a zone expire when the deployment says, old versions and unfinished uploads too.
    """
    parameters = pipeline.loaded.deployment.parameters
    keeping = parameters.lake if hasattr(parameters, "lake") else parameters.zones
    zones = {values["bucket"]: values["tags"]["zone"] for values in pipeline.of(BUCKET).values()}
    rules = {zones[bucket]: item["rule"] for bucket, item in named(pipeline, "lifecycle_configuration").items()}

    assert {zone: at(rules[zone], "expiration.days") for zone in WHERE if zone in rules} == {
        zone: [getattr(keeping, name)] for zone, name in WHERE.items() if zone in rules
    }
    assert all(at(found, "noncurrent_version_expiration.noncurrent_days") for found in rules.values())
    assert all(at(found, "abort_incomplete_multipart_upload.days_after_initiation") for found in rules.values())


def test_streams_keep_records_by_class(real):
    """
    A stream keeps its records for as long as its class demands.
    """
    for stream in real.of("aws_kinesis_stream").values():
        assert stream["retention_period"] >= STREAM_HOURS[stream["tags"]["classification"]]


def test_logs_are_kept_by_class_and_floor(keyed):
    """
    A log group keeps its logs for what its class demands, and no shorter than the floor of the environment.
    """
    floor = keyed.loaded.environment.floor.log_retention_days
    groups = keyed.of("aws_cloudwatch_log_group").values()

    assert groups or not keyed.of("aws_lambda_function")
    assert all(
        item["retention_in_days"] >= max(LOG_DAYS[item["tags"]["classification"]], floor or 0) for item in groups
    )


def test_raw_data_is_locked_as_the_environment_says(pipeline):
    """
    The raw zone is locked for the days of the environment, restricted data in its mode, and does not expire before; nothing
    else is, nor data below confidential.
    """
    raw = {values["bucket"] for values in pipeline.of(BUCKET).values() if values["tags"]["zone"] == "raw"}
    locks = named(pipeline, "object_lock_configuration")
    if not raw or pipeline.loaded.deployment.classification < "confidential":
        assert {} == locks
        return
    rule = pipeline.loaded.environment.immutability
    [(bucket, lock)] = locks.items()
    [retention] = at(lock["rule"], "default_retention")

    mode = rule.mode if pipeline.loaded.deployment.classification == "restricted" else "governance"

    assert raw == {bucket}
    assert {"mode": mode.upper(), "days": rule.days} == retention
    assert pipeline.loaded.deployment.parameters.lake.raw_retention_days >= rule.days


def test_every_policy_names_resources_of_its_own_bucket(real):
    """
    A bucket's policy speaks of that bucket.
    """
    for bucket, item in named(real, "policy").items():
        resources = {arn for statement in statements(item["policy"]) for arn in texts(statement["Resource"])}
        assert {f"arn:aws:s3:::{bucket}", f"arn:aws:s3:::{bucket}/*"} <= resources
        assert {f"arn:aws:s3:::{bucket}"} == {arn.partition("/")[0] for arn in resources}
