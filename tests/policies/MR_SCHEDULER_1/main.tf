resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_kms_key" "fixed" {
  enable_key_rotation = false
}

resource "aws_scheduler_schedule" "pass_own_key" {
  name        = "orders-pass-own-key"
  schedule_expression = "rate(1 days)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:scheduler:::aws-sdk:sqs:purgeQueue"
    role_arn = "arn:aws:iam::111122223333:role/orders"
  }

  kms_key_arn = aws_kms_key.own.arn
}

resource "aws_scheduler_schedule" "fail_none" {
  name        = "orders-fail-none"
  schedule_expression = "rate(1 days)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:scheduler:::aws-sdk:sqs:purgeQueue"
    role_arn = "arn:aws:iam::111122223333:role/orders"
  }
}

resource "aws_scheduler_schedule" "fail_aws_key" {
  name        = "orders-fail-aws-key"
  schedule_expression = "rate(1 days)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:scheduler:::aws-sdk:sqs:purgeQueue"
    role_arn = "arn:aws:iam::111122223333:role/orders"
  }

  kms_key_arn = "alias/aws/x"
}

resource "aws_scheduler_schedule" "fail_foreign_key" {
  name        = "orders-fail-foreign-key"
  schedule_expression = "rate(1 days)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:scheduler:::aws-sdk:sqs:purgeQueue"
    role_arn = "arn:aws:iam::111122223333:role/orders"
  }

  kms_key_arn = "arn:aws:kms:eu-central-1:999999999999:key/1"
}

resource "aws_scheduler_schedule" "fail_fixed_key" {
  name        = "orders-fail-fixed-key"
  schedule_expression = "rate(1 days)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:scheduler:::aws-sdk:sqs:purgeQueue"
    role_arn = "arn:aws:iam::111122223333:role/orders"
  }

  kms_key_arn = aws_kms_key.fixed.arn
}
