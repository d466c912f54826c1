resource "aws_kms_key" "own" {
  enable_key_rotation = true
  tags                = { classification = "restricted" }
}

resource "aws_cloudwatch_log_group" "pass_same" {
  name       = "/orders/pass_same"
  kms_key_id = aws_kms_key.own.arn
  tags       = { classification = "restricted" }
}

resource "aws_cloudwatch_log_group" "pass_one_less" {
  name       = "/orders/pass_one_less"
  kms_key_id = aws_kms_key.own.arn
  tags       = { classification = "confidential" }
}

resource "aws_cloudwatch_log_group" "fail_two_less" {
  name       = "/orders/fail_two_less"
  kms_key_id = aws_kms_key.own.arn
  tags       = { classification = "internal" }
}

resource "aws_cloudwatch_log_group" "fail_public" {
  name       = "/orders/fail_public"
  kms_key_id = aws_kms_key.own.arn
  tags       = { classification = "public" }
}
