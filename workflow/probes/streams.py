"""
Kinesis streams and Firehose delivery streams.
"""

from __future__ import annotations

from collections.abc import Iterator

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, Planned

S3 = "extended_s3_configuration[0]"
LIVE_S3 = "Destinations[0].ExtendedS3DestinationDescription"
CONVERSION = f"{S3}.data_format_conversion_configuration[0]"
LIVE_CONVERSION = f"{LIVE_S3}.DataFormatConversionConfiguration"
DELIVERY = {
    "kinesis_source_configuration[0].kinesis_stream_arn": "Source.KinesisStreamSourceDescription.KinesisStreamARN",
    "kinesis_source_configuration[0].role_arn": "Source.KinesisStreamSourceDescription.RoleARN",
    f"{S3}.bucket_arn": f"{LIVE_S3}.BucketARN",
    f"{S3}.role_arn": f"{LIVE_S3}.RoleARN",
    f"{S3}.prefix": f"{LIVE_S3}.Prefix",
    f"{S3}.error_output_prefix": f"{LIVE_S3}.ErrorOutputPrefix",
    f"{S3}.buffering_size": f"{LIVE_S3}.BufferingHints.SizeInMBs",
    f"{S3}.buffering_interval": f"{LIVE_S3}.BufferingHints.IntervalInSeconds",
    f"{S3}.compression_format": f"{LIVE_S3}.CompressionFormat",
    f"{S3}.kms_key_arn": f"{LIVE_S3}.EncryptionConfiguration.KMSEncryptionConfig.AWSKMSKeyARN",
    f"{S3}.cloudwatch_logging_options[0].enabled": f"{LIVE_S3}.CloudWatchLoggingOptions.Enabled",
    f"{S3}.cloudwatch_logging_options[0].log_group_name": f"{LIVE_S3}.CloudWatchLoggingOptions.LogGroupName",
    f"{S3}.cloudwatch_logging_options[0].log_stream_name": f"{LIVE_S3}.CloudWatchLoggingOptions.LogStreamName",
    f"{S3}.dynamic_partitioning_configuration[0].enabled": f"{LIVE_S3}.DynamicPartitioningConfiguration.Enabled",
    f"{S3}.dynamic_partitioning_configuration[0].retry_duration": (
        f"{LIVE_S3}.DynamicPartitioningConfiguration.RetryOptions.DurationInSeconds"
    ),
    f"{S3}.processing_configuration[0].enabled": f"{LIVE_S3}.ProcessingConfiguration.Enabled",
    f"{S3}.processing_configuration[0].processors[].{{type: type, parameters: parameters[].[parameter_name, parameter_value]}}": (
        f"{LIVE_S3}.ProcessingConfiguration.Processors[].{{type: Type, parameters: Parameters[].[ParameterName, ParameterValue]}}"
    ),
    f"{CONVERSION}.enabled": f"{LIVE_CONVERSION}.Enabled",
    f"{CONVERSION}.schema_configuration[0].database_name": f"{LIVE_CONVERSION}.SchemaConfiguration.DatabaseName",
    f"{CONVERSION}.schema_configuration[0].table_name": f"{LIVE_CONVERSION}.SchemaConfiguration.TableName",
    f"{CONVERSION}.schema_configuration[0].role_arn": f"{LIVE_CONVERSION}.SchemaConfiguration.RoleARN",
    f"{CONVERSION}.schema_configuration[0].region": f"{LIVE_CONVERSION}.SchemaConfiguration.Region",
    f"{CONVERSION}.output_format_configuration[0].serializer[0].parquet_ser_de[0].compression": (
        f"{LIVE_CONVERSION}.OutputFormatConfiguration.Serializer.ParquetSerDe.Compression"
    ),
}


def stream(live: Live, planned: Planned) -> Iterator[Fact]:
    kinesis = live.client("kinesis")
    found = kinesis.describe_stream_summary(StreamName=planned["name"])["StreamDescriptionSummary"]
    yield from same(
        planned,
        found,
        {
            "encryption_type": "EncryptionType",
            "kms_key_id": "KeyId",
            "retention_period": "RetentionPeriodHours",
            "stream_mode_details[0].stream_mode": "StreamModeDetails.StreamMode",
            "shard_level_metrics": "EnhancedMonitoring[0].ShardLevelMetrics",
        },
    )
    if planned.get("shard_count"):  # on demand, AWS decides
        yield Fact("shard_count", planned["shard_count"], found["OpenShardCount"])


def delivery_stream(live: Live, planned: Planned) -> Iterator[Fact]:
    firehose = live.client("firehose")
    found = firehose.describe_delivery_stream(DeliveryStreamName=planned["name"])["DeliveryStreamDescription"]
    yield from same(planned, found, DELIVERY)
    encrypted = (planned.get("server_side_encryption") or [{}])[0]
    there = found.get("DeliveryStreamEncryptionConfiguration", {})
    enabled = bool(encrypted.get("enabled"))
    yield Fact("server_side_encryption.enabled", enabled, there.get("Status") == "ENABLED")
    if enabled:
        yield from same(encrypted, there, {"key_type": "KeyType", "key_arn": "KeyARN"})


PROBES = {"aws_kinesis_firehose_delivery_stream": delivery_stream, "aws_kinesis_stream": stream}
