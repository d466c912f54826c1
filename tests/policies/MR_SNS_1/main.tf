resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_kms_key" "fixed" {
  enable_key_rotation = false
}

resource "aws_sns_topic" "pass_own_key" {
  name              = "orders-pass-own-key"
  kms_master_key_id = aws_kms_key.own.key_id
}

resource "aws_sns_topic" "fail_none" {
  name = "orders-fail-none"
}

resource "aws_sns_topic" "fail_aws_key" {
  name              = "orders-fail-aws-key"
  kms_master_key_id = "alias/aws/x"
}

resource "aws_sns_topic" "fail_foreign_key" {
  name              = "orders-fail-foreign-key"
  kms_master_key_id = "arn:aws:kms:eu-central-1:999999999999:key/1"
}

resource "aws_sns_topic" "fail_fixed_key" {
  name              = "orders-fail-fixed-key"
  kms_master_key_id = aws_kms_key.fixed.key_id
}
