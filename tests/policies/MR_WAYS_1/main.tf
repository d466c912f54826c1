resource "aws_sns_topic" "findings" {
  name = "orders-findings"
}

resource "aws_cloudwatch_event_target" "pass_topic" {
  rule = "orders"
  arn  = aws_sns_topic.findings.arn
}

resource "aws_cloudwatch_event_target" "pass_pipeline_of_another_deployment" {
  rule     = "orders"
  arn      = "arn:aws:sagemaker:eu-central-1:111122223333:pipeline/churn-dev-training"
  role_arn = "arn:aws:iam::111122223333:role/orders-retraining"
}

resource "aws_cloudwatch_event_target" "fail_bus_of_another_account" {
  rule = "orders"
  arn  = "arn:aws:events:eu-central-1:999999999999:event-bus/default"
}

resource "aws_cloudwatch_event_target" "fail_letters_of_another_account" {
  rule = "orders"
  arn  = aws_sns_topic.findings.arn

  dead_letter_config {
    arn = "arn:aws:sqs:eu-central-1:999999999999:letters"
  }
}

resource "aws_lambda_event_source_mapping" "fail_function_of_another_account" {
  event_source_arn = "arn:aws:sqs:eu-central-1:111122223333:orders"
  function_name    = "arn:aws:lambda:eu-central-1:999999999999:function:orders"
}

resource "aws_scheduler_schedule" "pass_service" {
  schedule_expression = "rate(1 days)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:scheduler:::aws-sdk:redshiftdata:batchExecuteStatement"
    role_arn = "arn:aws:iam::111122223333:role/orders-schedule"
    input    = "{\"Sqls\":[\"SELECT 1\"]}"
  }
}

resource "aws_scheduler_schedule" "fail_function_of_another_account" {
  schedule_expression = "rate(1 days)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:lambda:eu-central-1:999999999999:function:orders"
    role_arn = "arn:aws:iam::111122223333:role/orders-schedule"
  }
}

resource "aws_glue_connection" "fail_database" {
  name = "orders"
}

resource "aws_athena_data_catalog" "fail_catalog" {
  name = "orders"
  type = "LAMBDA"
}
