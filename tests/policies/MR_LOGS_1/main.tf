resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_kms_key" "fixed" {
  enable_key_rotation = false
}

resource "aws_cloudwatch_log_group" "pass_own_key" {
  name       = "orders-pass-own-key"
  kms_key_id = aws_kms_key.own.arn
}

resource "aws_cloudwatch_log_group" "fail_none" {
  name = "orders-fail-none"
}

resource "aws_cloudwatch_log_group" "fail_aws_key" {
  name       = "orders-fail-aws-key"
  kms_key_id = "alias/aws/x"
}

resource "aws_cloudwatch_log_group" "fail_foreign_key" {
  name       = "orders-fail-foreign-key"
  kms_key_id = "arn:aws:kms:eu-central-1:999999999999:key/1"
}

resource "aws_cloudwatch_log_group" "fail_fixed_key" {
  name       = "orders-fail-fixed-key"
  kms_key_id = aws_kms_key.fixed.arn
}
