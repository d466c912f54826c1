resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_iam_role" "machine" {
  name               = "orders-machine"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "states.amazonaws.com"},
      "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_cloudwatch_log_group" "machine" {
  name = "/aws/vendedlogs/states/orders"
}

resource "aws_sfn_state_machine" "pass_own" {
  name       = "orders"
  definition = <<-JSON
    {"States": {}}
  JSON
  role_arn   = aws_iam_role.machine.arn
  encryption_configuration {
    type       = "CUSTOMER_MANAGED_KMS_KEY"
    kms_key_id = aws_kms_key.own.arn
  }
  logging_configuration {
    level           = "ALL"
    log_destination = "${aws_cloudwatch_log_group.machine.arn}:*"
  }
}

resource "aws_sfn_state_machine" "fail_nothing" {
  name       = "orders"
  definition = <<-JSON
    {"States": {}}
  JSON
  role_arn   = aws_iam_role.machine.arn
}

resource "aws_sfn_state_machine" "fail_foreign_key" {
  name       = "orders"
  definition = <<-JSON
    {"States": {}}
  JSON
  role_arn   = aws_iam_role.machine.arn
  encryption_configuration {
    type       = "CUSTOMER_MANAGED_KMS_KEY"
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/other"
  }
  logging_configuration {
    level           = "ALL"
    log_destination = "${aws_cloudwatch_log_group.machine.arn}:*"
  }
}

resource "aws_sfn_state_machine" "fail_errors_only" {
  name       = "orders"
  definition = <<-JSON
    {"States": {}}
  JSON
  role_arn   = aws_iam_role.machine.arn
  encryption_configuration {
    type       = "CUSTOMER_MANAGED_KMS_KEY"
    kms_key_id = aws_kms_key.own.arn
  }
  logging_configuration {
    level           = "ERROR"
    log_destination = "${aws_cloudwatch_log_group.machine.arn}:*"
  }
}

resource "aws_sfn_state_machine" "fail_foreign_logs" {
  name       = "orders"
  definition = <<-JSON
    {"States": {}}
  JSON
  role_arn   = aws_iam_role.machine.arn
  encryption_configuration {
    type       = "CUSTOMER_MANAGED_KMS_KEY"
    kms_key_id = aws_kms_key.own.arn
  }
  logging_configuration {
    level           = "ALL"
    log_destination = "arn:aws:logs:eu-central-1:111122223333:log-group:other:*"
  }
}

resource "aws_sfn_state_machine" "fail_foreign_role" {
  name       = "orders"
  definition = <<-JSON
    {"States": {}}
  JSON
  role_arn   = "arn:aws:iam::111122223333:role/other"
  encryption_configuration {
    type       = "CUSTOMER_MANAGED_KMS_KEY"
    kms_key_id = aws_kms_key.own.arn
  }
  logging_configuration {
    level           = "ALL"
    log_destination = "${aws_cloudwatch_log_group.machine.arn}:*"
  }
}

resource "aws_sfn_state_machine" "fail_key_of_aws" {
  name       = "orders"
  definition = <<-JSON
    {"States": {}}
  JSON
  role_arn   = aws_iam_role.machine.arn
  encryption_configuration {
    type       = "AWS_OWNED_KEY"
    kms_key_id = aws_kms_key.own.arn
  }
  logging_configuration {
    level           = "ALL"
    log_destination = "${aws_cloudwatch_log_group.machine.arn}:*"
  }
}

resource "aws_sfn_state_machine" "fail_without_history" {
  name       = "orders"
  type       = "EXPRESS"
  definition = <<-JSON
    {"States": {}}
  JSON
  role_arn   = aws_iam_role.machine.arn
  encryption_configuration {
    type       = "CUSTOMER_MANAGED_KMS_KEY"
    kms_key_id = aws_kms_key.own.arn
  }
  logging_configuration {
    level           = "ALL"
    log_destination = "${aws_cloudwatch_log_group.machine.arn}:*"
  }
}
