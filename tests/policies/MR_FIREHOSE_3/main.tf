resource "aws_kinesis_firehose_delivery_stream" "pass_plain" {
  name        = "orders-pass-plain"
  destination = "extended_s3"
  extended_s3_configuration {
    buffering_size = 1
  }
}

resource "aws_kinesis_firehose_delivery_stream" "pass_partitioned" {
  name        = "orders-pass-partitioned"
  destination = "extended_s3"
  extended_s3_configuration {
    buffering_size = 64
    dynamic_partitioning_configuration {
      enabled = true
    }
    prefix = "orders/!{partitionKeyFromQuery:event_date}/"
    processing_configuration {
      enabled = true
      processors {
        type = "MetadataExtraction"
      }
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_small_buffer" {
  name        = "orders-fail-small-buffer"
  destination = "extended_s3"
  extended_s3_configuration {
    buffering_size = 32
    dynamic_partitioning_configuration {
      enabled = true
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_default_buffer" {
  name        = "orders-fail-default-buffer"
  destination = "extended_s3"
  extended_s3_configuration {
    dynamic_partitioning_configuration {
      enabled = true
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_no_query" {
  name        = "orders-fail-no-query"
  destination = "extended_s3"
  extended_s3_configuration {
    buffering_size = 64
    dynamic_partitioning_configuration {
      enabled = true
    }
    prefix = "orders/!{partitionKeyFromQuery:event_date}/"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_other_processor" {
  name        = "orders-fail-other-processor"
  destination = "extended_s3"
  extended_s3_configuration {
    buffering_size = 64
    dynamic_partitioning_configuration {
      enabled = true
    }
    prefix = "orders/!{partitionKeyFromQuery:event_date}/"
    processing_configuration {
      enabled = true
      processors {
        type = "Lambda"
      }
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_not_partitioned" {
  name        = "orders-fail-not-partitioned"
  destination = "extended_s3"
  extended_s3_configuration {
    buffering_size = 64
    prefix         = "orders/!{partitionKeyFromQuery:event_date}/"
    processing_configuration {
      enabled = true
      processors {
        type = "MetadataExtraction"
      }
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_converted_small" {
  name        = "orders-fail-converted-small"
  destination = "extended_s3"
  extended_s3_configuration {
    buffering_size = 16
    data_format_conversion_configuration {
      enabled = true
    }
  }
}
