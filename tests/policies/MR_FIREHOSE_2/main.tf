resource "aws_s3_bucket" "own" {
  bucket = "orders-own"
}

resource "aws_kinesis_firehose_delivery_stream" "pass_logged" {
  name        = "orders-pass-logged"
  destination = "extended_s3"
  extended_s3_configuration {
    bucket_arn          = aws_s3_bucket.own.arn
    error_output_prefix = "errors/"
    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = aws_cloudwatch_log_group.own.name
      log_stream_name = "delivery"
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_foreign_bucket" {
  name        = "orders-fail-foreign-bucket"
  destination = "extended_s3"
  extended_s3_configuration {
    bucket_arn          = "arn:aws:s3:::somebody-elses"
    error_output_prefix = "errors/"
    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = aws_cloudwatch_log_group.own.name
      log_stream_name = "delivery"
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_no_error_prefix" {
  name        = "orders-fail-no-error-prefix"
  destination = "extended_s3"
  extended_s3_configuration {
    bucket_arn = aws_s3_bucket.own.arn
    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = aws_cloudwatch_log_group.own.name
      log_stream_name = "delivery"
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_not_logged" {
  name        = "orders-fail-not-logged"
  destination = "extended_s3"
  extended_s3_configuration {
    bucket_arn          = aws_s3_bucket.own.arn
    error_output_prefix = "errors/"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_logging_off" {
  name        = "orders-fail-logging-off"
  destination = "extended_s3"
  extended_s3_configuration {
    bucket_arn          = aws_s3_bucket.own.arn
    error_output_prefix = "errors/"
    cloudwatch_logging_options {
      enabled         = false
      log_group_name  = aws_cloudwatch_log_group.own.name
      log_stream_name = "delivery"
    }
  }
}

resource "aws_cloudwatch_log_group" "own" {
  name = "orders"
}

resource "aws_kinesis_firehose_delivery_stream" "pass_apart" {
  name        = "orders-pass-apart"
  destination = "extended_s3"
  extended_s3_configuration {
    bucket_arn          = aws_s3_bucket.own.arn
    prefix              = "orders/!{timestamp:yyyy}/"
    error_output_prefix = "errors/orders/"
    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = aws_cloudwatch_log_group.own.name
      log_stream_name = "delivery"
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_among" {
  name        = "orders-fail-among"
  destination = "extended_s3"
  extended_s3_configuration {
    bucket_arn          = aws_s3_bucket.own.arn
    prefix              = "orders/!{timestamp:yyyy}/"
    error_output_prefix = "orders/errors/"
    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = aws_cloudwatch_log_group.own.name
      log_stream_name = "delivery"
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_foreign_group" {
  name        = "orders-fail-foreign-group"
  destination = "extended_s3"
  extended_s3_configuration {
    bucket_arn          = aws_s3_bucket.own.arn
    error_output_prefix = "errors/"
    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = "elsewhere"
      log_stream_name = "delivery"
    }
  }
}
