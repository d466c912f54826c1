resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_kms_key" "fixed" {
  enable_key_rotation = false
}

resource "aws_sqs_queue" "pass_own_key" {
  name              = "orders-pass-own-key"
  kms_master_key_id = aws_kms_key.own.key_id
}

resource "aws_sqs_queue" "fail_none" {
  name = "orders-fail-none"
}

resource "aws_sqs_queue" "fail_aws_key" {
  name              = "orders-fail-aws-key"
  kms_master_key_id = "alias/aws/x"
}

resource "aws_sqs_queue" "fail_foreign_key" {
  name              = "orders-fail-foreign-key"
  kms_master_key_id = "arn:aws:kms:eu-central-1:999999999999:key/1"
}

resource "aws_sqs_queue" "fail_fixed_key" {
  name              = "orders-fail-fixed-key"
  kms_master_key_id = aws_kms_key.fixed.key_id
}

resource "aws_sqs_queue" "pass_data_keys_for_an_hour" {
  name                              = "orders-pass-hour"
  kms_master_key_id                 = aws_kms_key.own.key_id
  kms_data_key_reuse_period_seconds = 3600
}

resource "aws_sqs_queue" "fail_data_keys_for_a_day" {
  name                              = "orders-fail-day"
  kms_master_key_id                 = aws_kms_key.own.key_id
  kms_data_key_reuse_period_seconds = 86400
}
