resource "aws_kinesis_stream" "pass_stream" {
  name = "orders-a"
  tags = {
    classification = "confidential"
  }
}

resource "aws_kinesis_stream" "fail_stream" {
  name = "orders-b"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket" "pass_raw" {
  bucket = "orders-pass-raw"
  tags = {
    classification = "confidential"
    zone           = "raw"
  }
}

resource "aws_s3_bucket" "fail_quarantine" {
  bucket = "orders-fail-quarantine"
  tags = {
    classification = "internal"
    zone           = "quarantine"
  }
}

resource "aws_s3_bucket" "pass_curated" {
  bucket = "orders-pass-curated"
  tags = {
    classification = "internal"
    zone           = "curated"
  }
}

resource "aws_sqs_queue" "fail_queue" {
  name = "orders-failures"
  tags = {
    classification = "public"
  }
}

resource "aws_cloudwatch_log_group" "fail_function" {
  name = "/aws/lambda/orders-transform"
  tags = {
    classification = "public"
  }
}

resource "aws_cloudwatch_log_group" "pass_delivery" {
  name = "/aws/kinesisfirehose/orders-delivery"
  tags = {
    classification = "internal"
  }
}

resource "aws_lambda_function" "pass_default" {
  function_name = "orders-transform"
  role          = "arn:aws:iam::111122223333:role/x"
}
