resource "aws_iam_role" "process" {
  name               = "orders-process"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_lambda_function" "pass_own" {
  function_name = "pass_own"
  role          = aws_iam_role.process.arn
}

resource "aws_lambda_function" "fail_other" {
  function_name = "fail_other"
  role          = "arn:aws:iam::111122223333:role/administrator"
}

resource "aws_kinesis_firehose_delivery_stream" "pass_own" {
  name        = "orders-pass-own"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn = aws_iam_role.process.arn
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_destination" {
  name        = "orders-fail-destination"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn = "arn:aws:iam::111122223333:role/x"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_source" {
  name        = "orders-fail-source"
  destination = "extended_s3"
  kinesis_source_configuration {
    kinesis_stream_arn = "arn:aws:kinesis:eu-central-1:111122223333:stream/x"
    role_arn           = "arn:aws:iam::111122223333:role/x"
  }
  extended_s3_configuration {
    role_arn = aws_iam_role.process.arn
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_schema" {
  name        = "orders-fail-schema"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn = aws_iam_role.process.arn
    data_format_conversion_configuration {
      schema_configuration {
        role_arn      = "arn:aws:iam::111122223333:role/x"
        database_name = "orders"
        table_name    = "orders"
      }
    }
  }
}
