from __future__ import annotations

import pytest

from tests.modules.sample import parameters

ARCHIVE, DELIVERY = "archive/stream", "delivery/stream"


def s3(built, path):
    return built[path]["extended_s3_configuration"]


@pytest.mark.parametrize(("path", "zone"), [(ARCHIVE, "raw"), (DELIVERY, "curated")])
def test_files_are_encrypted_with_the_buckets_key(restricted, path, zone):
    """
    Firehose names the very key that the bucket's policy demands.
    """
    [rule] = restricted[f"lake/{zone}/encryption"]["rule"]

    assert rule["apply_server_side_encryption_by_default"]["kms_master_key_id"] == s3(restricted, path)["kms_key_arn"]


@pytest.mark.parametrize("path", [ARCHIVE, DELIVERY])
def test_failures_are_logged(built, path):
    """
    What could not be delivered is told in a log group of the stream's own.
    """
    options = s3(built, path)["cloudwatch_logging_options"]

    assert options["enabled"] is True
    assert f"/aws/kinesisfirehose/orders-dev-{path.split('/')[0]}" == options["log_group_name"]


@pytest.mark.parametrize("path", [ARCHIVE, DELIVERY])
def test_what_cannot_be_delivered_has_a_prefix_of_its_own(built, path):
    """
    Failed records never mix with data.
    """
    settings = s3(built, path)

    assert settings["error_output_prefix"].startswith("errors/")
    assert "!{firehose:error-output-type}" in settings["error_output_prefix"]
    assert not settings["prefix"].startswith("errors/")


@pytest.mark.parametrize("path", [ARCHIVE, DELIVERY])
def test_files_are_made_of_64_mebibytes_or_five_minutes(built, path):
    """
    64 MiB is the least Firehose takes with dynamic partitioning, and makes files of a size that queries like.
    """
    assert (64, 300) == (s3(built, path)["buffering_size"], s3(built, path)["buffering_interval"])


def test_the_archive_reads_the_stream(built):
    """
    The archive takes every event from Kinesis by itself, with the role that may read the stream.
    """
    source = built[ARCHIVE]["kinesis_source_configuration"]

    assert {"kinesis_stream_arn": "<stream/stream.arn>", "role_arn": "<archive/role/role.arn>"} == source


def test_the_archive_keeps_events_as_they_came(built):
    """
    Raw files are compressed, by day of arrival, and neither converted nor processed.
    """
    settings = s3(built, ARCHIVE)

    assert ("GZIP", "events/ingest_date=!{timestamp:yyyy-MM-dd}/") == (
        settings["compression_format"],
        settings["prefix"],
    )
    assert not {"data_format_conversion_configuration", "processing_configuration"} & set(settings)


def test_rows_are_partitioned_by_the_day_of_the_event(built):
    """
    Firehose takes `event_date` out of each row and writes to the partition of that name in the table's folder.
    """
    settings = s3(built, DELIVERY)
    [processor] = settings["processing_configuration"]["processors"]

    assert "orders/event_date=!{partitionKeyFromQuery:event_date}/" == settings["prefix"]
    assert settings["dynamic_partitioning_configuration"]["enabled"] is True
    assert "MetadataExtraction" == processor["type"]
    assert {"JsonParsingEngine": "JQ-1.6", "MetadataExtractionQuery": "{event_date:.event_date}"} == {
        parameter["parameter_name"]: parameter["parameter_value"] for parameter in processor["parameters"]
    }


def test_rows_become_parquet_with_the_tables_columns(built):
    """
    The schema of the files is the catalog's table, read with the delivery's role.
    """
    conversion = s3(built, DELIVERY)["data_format_conversion_configuration"]

    assert {"parquet_ser_de": {"compression": "SNAPPY"}} == conversion["output_format_configuration"]["serializer"]
    assert conversion["schema_configuration"] == {
        "role_arn": "<delivery/role/role.arn>",
        "database_name": "orders_dev",
        "table_name": "orders",
        "region": "eu-central-1",
    }


def test_the_delivery_reads_the_schema(built):
    """
    The delivery's role may read the table that it converts to, its database and its catalog.
    """
    tables = built.allowed("delivery/role/policy")["glue:GetTableVersions"]

    assert {"catalog", "database/orders_dev", "table/orders_dev/orders"} <= {arn.split(":", 5)[5] for arn in tables}


def test_waiting_rows_are_encrypted(built):
    """
    Rows put directly wait in Firehose under the pipeline's key.
    """
    assert built[DELIVERY]["server_side_encryption"] == {
        "enabled": True,
        "key_type": "CUSTOMER_MANAGED_CMK",
        "key_arn": "<keys/pipeline/key.arn>",
    }


def test_the_archive_writes_raw_data_only(built):
    """
    The archive reads the stream and writes the raw bucket; it reads no object.
    """
    allowed = built.allowed("archive/role/policy")

    assert ["arn:aws:s3:::con-orders-dev-raw-111122223333-eu-central-1/*"] == allowed["s3:PutObject"]
    assert "s3:GetObject" not in allowed


def test_the_delivery_writes_its_folders_only(built):
    """
    The delivery writes the table's folder and its errors.
    """
    bucket = "arn:aws:s3:::int-orders-dev-curated-111122223333-eu-central-1"

    assert [f"{bucket}/errors/orders/*", f"{bucket}/orders/*"] == sorted(
        built.allowed("delivery/role/policy")["s3:PutObject"]
    )


@pytest.mark.parametrize(("path", "action"), [(ARCHIVE, "kinesis:GetRecords"), (DELIVERY, "glue:GetTable")])
def test_a_role_has_its_policy_before_the_stream_is_made(built, path, action):
    """
    Firehose tries its role when a stream is made, so the policy comes first.
    """
    role = path.replace("stream", "role/policy")
    [policy] = built[path]["depends_on"]

    assert action in built.allowed(role)
    assert policy.startswith(f"aws_iam_role_policy.stream_analytics_{path.split('/')[0]}_role_policy_")


def test_buffers_can_be_chosen():
    """
    A deployment may trade delay for larger files; the alarm follows.
    """
    built = parameters(delivery={"buffer_mib": 128, "buffer_seconds": 600})

    assert (128, 600) == (s3(built, DELIVERY)["buffering_size"], s3(built, DELIVERY)["buffering_interval"])
    assert 1800 == built["alarms/delivery_late"]["threshold"]


def test_direct_put_is_a_stage_with_a_limit(built):
    """
    1 MiB a second, the quota of the smallest region, takes 1165 records of 900 bytes; the sample's peak is 1000.
    """
    assert 1000 / (1_048_576 / 900) == pytest.approx(built.graph.utilization()["delivery-buffer"])
