resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_kms_key" "fixed" {
  enable_key_rotation = false
}

resource "aws_kinesis_firehose_delivery_stream" "pass_direct_put" {
  name        = "orders-pass-direct-put"
  destination = "extended_s3"
  server_side_encryption {
    enabled  = true
    key_type = "CUSTOMER_MANAGED_CMK"
    key_arn  = aws_kms_key.own.arn
  }
  extended_s3_configuration {
    kms_key_arn = aws_kms_key.own.arn
  }
}

resource "aws_kinesis_firehose_delivery_stream" "pass_kinesis_source" {
  name        = "orders-pass-kinesis-source"
  destination = "extended_s3"
  kinesis_source_configuration {
    kinesis_stream_arn = "arn:aws:kinesis:eu-central-1:111122223333:stream/x"
    role_arn           = "arn:aws:iam::111122223333:role/x"
  }
  extended_s3_configuration {
    kms_key_arn = aws_kms_key.own.arn
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_no_encryption" {
  name        = "orders-fail-no-encryption"
  destination = "extended_s3"
  extended_s3_configuration {
    kms_key_arn = aws_kms_key.own.arn
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_off" {
  name        = "orders-fail-off"
  destination = "extended_s3"
  server_side_encryption {
    enabled  = false
    key_type = "CUSTOMER_MANAGED_CMK"
    key_arn  = aws_kms_key.own.arn
  }
  extended_s3_configuration {
    kms_key_arn = aws_kms_key.own.arn
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_aws_key" {
  name        = "orders-fail-aws-key"
  destination = "extended_s3"
  server_side_encryption {
    enabled  = true
    key_type = "AWS_OWNED_CMK"
  }
  extended_s3_configuration {
    kms_key_arn = aws_kms_key.own.arn
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_fixed_key" {
  name        = "orders-fail-fixed-key"
  destination = "extended_s3"
  server_side_encryption {
    enabled  = true
    key_type = "CUSTOMER_MANAGED_CMK"
    key_arn  = aws_kms_key.fixed.arn
  }
  extended_s3_configuration {
    kms_key_arn = aws_kms_key.own.arn
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_destination" {
  name        = "orders-fail-destination"
  destination = "extended_s3"
  server_side_encryption {
    enabled  = true
    key_type = "CUSTOMER_MANAGED_CMK"
    key_arn  = aws_kms_key.own.arn
  }
  extended_s3_configuration {
    prefix = "a/"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_destination_foreign" {
  name        = "orders-fail-destination-foreign"
  destination = "extended_s3"
  server_side_encryption {
    enabled  = true
    key_type = "CUSTOMER_MANAGED_CMK"
    key_arn  = aws_kms_key.own.arn
  }
  extended_s3_configuration {
    kms_key_arn = "arn:aws:kms:eu-central-1:999999999999:key/1"
  }
}
