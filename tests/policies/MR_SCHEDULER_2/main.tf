resource "aws_scheduler_schedule" "pass_daily" {
  name                = "orders-pass-daily"
  schedule_expression = "rate(1 days)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:lambda:eu-central-1:111122223333:function:orders"
    role_arn = "arn:aws:iam::111122223333:role/orders"
  }
}

resource "aws_scheduler_schedule" "pass_weekly" {
  name                = "orders-pass-weekly"
  schedule_expression = "cron(0 3 ? * MON *)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:lambda:eu-central-1:111122223333:function:orders"
    role_arn = "arn:aws:iam::111122223333:role/orders"
  }
}

resource "aws_scheduler_schedule" "fail_off" {
  name                = "orders-fail-off"
  schedule_expression = "rate(1 days)"
  state               = "DISABLED"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:lambda:eu-central-1:111122223333:function:orders"
    role_arn = "arn:aws:iam::111122223333:role/orders"
  }
}

resource "aws_scheduler_schedule" "fail_yearly" {
  name                = "orders-fail-yearly"
  schedule_expression = "rate(365 days)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:lambda:eu-central-1:111122223333:function:orders"
    role_arn = "arn:aws:iam::111122223333:role/orders"
  }
}

resource "aws_scheduler_schedule" "fail_new_year" {
  name                = "orders-fail-new-year"
  schedule_expression = "cron(0 0 1 1 ? *)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:lambda:eu-central-1:111122223333:function:orders"
    role_arn = "arn:aws:iam::111122223333:role/orders"
  }
}

resource "aws_scheduler_schedule" "fail_once" {
  name                = "orders-fail-once"
  schedule_expression = "at(2026-12-01T00:00:00)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:lambda:eu-central-1:111122223333:function:orders"
    role_arn = "arn:aws:iam::111122223333:role/orders"
  }
}

resource "aws_scheduler_schedule" "fail_ends" {
  name                = "orders-fail-ends"
  schedule_expression = "rate(1 days)"
  end_date            = "2026-12-01T00:00:00Z"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:lambda:eu-central-1:111122223333:function:orders"
    role_arn = "arn:aws:iam::111122223333:role/orders"
  }
}

resource "aws_scheduler_schedule" "fail_once_only_tried" {
  name                = "orders-fail-once-only-tried"
  schedule_expression = "rate(1 days)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:lambda:eu-central-1:111122223333:function:orders"
    role_arn = "arn:aws:iam::111122223333:role/orders"

    retry_policy {
      maximum_retry_attempts = 0
    }
  }
}
