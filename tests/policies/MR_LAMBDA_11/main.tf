resource "aws_lambda_function" "worker" {
  function_name                  = "orders"
  role                           = "arn:aws:iam::111122223333:role/orders"
  reserved_concurrent_executions = 8
}

resource "aws_lambda_event_source_mapping" "pass_queue" {
  event_source_arn = "arn:aws:sqs:eu-central-1:111122223333:orders"
  function_name    = aws_lambda_function.worker.arn

  scaling_config {
    maximum_concurrency = 8
  }
}

resource "aws_lambda_event_source_mapping" "fail_unbounded" {
  event_source_arn = "arn:aws:sqs:eu-central-1:111122223333:orders"
  function_name    = aws_lambda_function.worker.arn
}

resource "aws_lambda_event_source_mapping" "fail_more_than_reserved" {
  event_source_arn = "arn:aws:sqs:eu-central-1:111122223333:orders"
  function_name    = aws_lambda_function.worker.arn

  scaling_config {
    maximum_concurrency = 9
  }
}

resource "aws_lambda_event_source_mapping" "fail_filtered" {
  event_source_arn = "arn:aws:sqs:eu-central-1:111122223333:orders"
  function_name    = aws_lambda_function.worker.arn

  scaling_config {
    maximum_concurrency = 8
  }

  filter_criteria {
    filter {
      pattern = "{}"
    }
  }
}

resource "aws_lambda_event_source_mapping" "pass_stream" {
  event_source_arn              = "arn:aws:kinesis:eu-central-1:111122223333:orders"
  function_name                 = aws_lambda_function.worker.arn
  maximum_retry_attempts        = 5
  maximum_record_age_in_seconds = 129600
  starting_position             = "TRIM_HORIZON"
}

resource "aws_lambda_event_source_mapping" "fail_latest" {
  event_source_arn  = "arn:aws:kinesis:eu-central-1:111122223333:orders"
  function_name     = aws_lambda_function.worker.arn
  starting_position = "LATEST"
}

resource "aws_lambda_event_source_mapping" "fail_a_minute" {
  event_source_arn              = "arn:aws:kinesis:eu-central-1:111122223333:orders"
  function_name                 = aws_lambda_function.worker.arn
  maximum_record_age_in_seconds = 60
  starting_position             = "TRIM_HORIZON"
}

resource "aws_lambda_event_source_mapping" "fail_no_try" {
  event_source_arn       = "arn:aws:kinesis:eu-central-1:111122223333:orders"
  function_name          = aws_lambda_function.worker.arn
  maximum_retry_attempts = 0
  starting_position      = "TRIM_HORIZON"
}
