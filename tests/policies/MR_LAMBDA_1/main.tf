resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_kms_key" "fixed" {
  enable_key_rotation = false
}

resource "aws_lambda_function" "pass_own_key" {
  function_name = "orders-pass-own-key"
  kms_key_arn   = aws_kms_key.own.arn
}

resource "aws_lambda_function" "fail_none" {
  function_name = "orders-fail-none"
}

resource "aws_lambda_function" "fail_aws_key" {
  function_name = "orders-fail-aws-key"
  kms_key_arn   = "alias/aws/x"
}

resource "aws_lambda_function" "fail_foreign_key" {
  function_name = "orders-fail-foreign-key"
  kms_key_arn   = "arn:aws:kms:eu-central-1:999999999999:key/1"
}

resource "aws_lambda_function" "fail_fixed_key" {
  function_name = "orders-fail-fixed-key"
  kms_key_arn   = aws_kms_key.fixed.arn
}
