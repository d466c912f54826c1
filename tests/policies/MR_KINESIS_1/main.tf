resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_kms_key" "fixed" {
  enable_key_rotation = false
}

resource "aws_kinesis_stream" "pass_own_key" {
  name            = "orders-pass-own-key"
  encryption_type = "KMS"
  kms_key_id      = aws_kms_key.own.arn
}

resource "aws_kinesis_stream" "fail_none" {
  name            = "orders-fail-none"
  encryption_type = "KMS"
}

resource "aws_kinesis_stream" "fail_aws_key" {
  name            = "orders-fail-aws-key"
  encryption_type = "KMS"
  kms_key_id      = "alias/aws/x"
}

resource "aws_kinesis_stream" "fail_foreign_key" {
  name            = "orders-fail-foreign-key"
  encryption_type = "KMS"
  kms_key_id      = "arn:aws:kms:eu-central-1:999999999999:key/1"
}

resource "aws_kinesis_stream" "fail_fixed_key" {
  name            = "orders-fail-fixed-key"
  encryption_type = "KMS"
  kms_key_id      = aws_kms_key.fixed.arn
}

resource "aws_kinesis_stream" "fail_unencrypted" {
  name            = "orders-open"
  encryption_type = "NONE"
  kms_key_id      = aws_kms_key.own.arn
}
