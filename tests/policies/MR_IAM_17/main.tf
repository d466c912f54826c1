resource "aws_iam_role" "own" {
  name               = "orders-load"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_redshift_cluster" "pass_own" {
  cluster_identifier = "orders-a"
  node_type          = "ra3.xlplus"
  iam_roles          = [aws_iam_role.own.arn]
}

resource "aws_redshift_cluster" "fail_foreign" {
  cluster_identifier = "orders-b"
  node_type          = "ra3.xlplus"
  iam_roles          = [aws_iam_role.own.arn, "arn:aws:iam::111122223333:role/other"]
}

resource "aws_redshiftserverless_namespace" "pass_own" {
  namespace_name = "orders-a"
  iam_roles      = [aws_iam_role.own.arn]
}

resource "aws_redshiftserverless_namespace" "fail_foreign_default" {
  namespace_name       = "orders-b"
  iam_roles            = [aws_iam_role.own.arn]
  default_iam_role_arn = "arn:aws:iam::111122223333:role/other"
}

resource "aws_redshift_scheduled_action" "pass_own" {
  name     = "morning"
  schedule = "cron(0 6 ? * MON-FRI *)"
  iam_role = aws_iam_role.own.arn

  target_action {
    resize_cluster {
      cluster_identifier = "orders-a"
      number_of_nodes    = 4
    }
  }
}

resource "aws_scheduler_schedule" "pass_own" {
  name                = "load"
  schedule_expression = "rate(60 minutes)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:scheduler:::aws-sdk:redshiftdata:batchExecuteStatement"
    role_arn = aws_iam_role.own.arn
  }
}

resource "aws_scheduler_schedule" "fail_foreign" {
  name                = "load-too"
  schedule_expression = "rate(60 minutes)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:scheduler:::aws-sdk:redshiftdata:batchExecuteStatement"
    role_arn = "arn:aws:iam::111122223333:role/other"
  }
}

resource "aws_quicksight_vpc_connection" "pass_own" {
  vpc_connection_id  = "orders"
  name               = "orders"
  role_arn           = aws_iam_role.own.arn
  security_group_ids = ["sg-reports"]
  subnet_ids         = ["subnet-a", "subnet-b"]
}
