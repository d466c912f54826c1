resource "aws_cloudwatch_log_group" "pass_confidential" {
  name              = "orders-pass-confidential"
  retention_in_days = 365
}

resource "aws_cloudwatch_log_group" "pass_public" {
  name              = "orders-pass-public"
  retention_in_days = 90
  tags = {
    classification = "public"
  }
}

resource "aws_cloudwatch_log_group" "pass_restricted" {
  name              = "orders-pass-restricted"
  retention_in_days = 2557
  tags = {
    classification = "restricted"
  }
}

resource "aws_cloudwatch_log_group" "fail_confidential" {
  name              = "orders-fail-confidential"
  retention_in_days = 180
}

resource "aws_cloudwatch_log_group" "fail_public" {
  name              = "orders-fail-public"
  retention_in_days = 30
  tags = {
    classification = "public"
  }
}

resource "aws_cloudwatch_log_group" "fail_internal" {
  name              = "orders-fail-internal"
  retention_in_days = 90
  tags = {
    classification = "internal"
  }
}

resource "aws_cloudwatch_log_group" "fail_restricted" {
  name              = "orders-fail-restricted"
  retention_in_days = 365
  tags = {
    classification = "restricted"
  }
}

resource "aws_cloudwatch_log_group" "fail_unset" {
  name = "orders-fail-unset"
}

resource "aws_cloudwatch_log_group" "fail_for_ever" {
  name              = "orders-fail-for-ever"
  retention_in_days = 0
}

resource "aws_cloudwatch_log_group" "fail_a_day" {
  name              = "orders-fail-a-day"
  log_group_class   = "DELIVERY"
  retention_in_days = 365
}
