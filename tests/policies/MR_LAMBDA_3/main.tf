resource "aws_sqs_queue" "failures" {
  name = "orders-failures"
}

resource "aws_lambda_event_source_mapping" "pass_bounded" {
  event_source_arn               = aws_kinesis_stream.own.arn
  starting_position              = "TRIM_HORIZON"
  function_name                  = "orders"
  bisect_batch_on_function_error = true
  maximum_retry_attempts         = 5
  maximum_record_age_in_seconds  = 3600
  function_response_types        = ["ReportBatchItemFailures"]
  destination_config {
    on_failure {
      destination_arn = aws_sqs_queue.failures.arn
    }
  }
}

resource "aws_lambda_event_source_mapping" "pass_queue" {
  event_source_arn        = "arn:aws:sqs:eu-central-1:111122223333:orders"
  function_name           = "orders"
  function_response_types = ["ReportBatchItemFailures"]
}

resource "aws_lambda_event_source_mapping" "fail_no_destination" {
  event_source_arn               = aws_kinesis_stream.own.arn
  starting_position              = "TRIM_HORIZON"
  function_name                  = "orders"
  bisect_batch_on_function_error = true
  maximum_retry_attempts         = 5
  maximum_record_age_in_seconds  = 3600
  function_response_types        = ["ReportBatchItemFailures"]
}

resource "aws_lambda_event_source_mapping" "fail_foreign_destination" {
  event_source_arn               = aws_kinesis_stream.own.arn
  starting_position              = "TRIM_HORIZON"
  function_name                  = "orders"
  bisect_batch_on_function_error = true
  maximum_retry_attempts         = 5
  maximum_record_age_in_seconds  = 3600
  function_response_types        = ["ReportBatchItemFailures"]
  destination_config {
    on_failure {
      destination_arn = "arn:aws:sqs:eu-central-1:999999999999:x"
    }
  }
}

resource "aws_lambda_event_source_mapping" "fail_no_bisection" {
  event_source_arn              = aws_kinesis_stream.own.arn
  starting_position              = "TRIM_HORIZON"
  function_name                 = "orders"
  maximum_retry_attempts        = 5
  maximum_record_age_in_seconds = 3600
  function_response_types       = ["ReportBatchItemFailures"]
  destination_config {
    on_failure {
      destination_arn = aws_sqs_queue.failures.arn
    }
  }
}

resource "aws_lambda_event_source_mapping" "fail_endless" {
  event_source_arn               = aws_kinesis_stream.own.arn
  starting_position              = "TRIM_HORIZON"
  function_name                  = "orders"
  bisect_batch_on_function_error = true
  maximum_retry_attempts         = -1
  maximum_record_age_in_seconds  = 3600
  function_response_types        = ["ReportBatchItemFailures"]
  destination_config {
    on_failure {
      destination_arn = aws_sqs_queue.failures.arn
    }
  }
}

resource "aws_lambda_event_source_mapping" "fail_retries_unset" {
  event_source_arn               = aws_kinesis_stream.own.arn
  starting_position              = "TRIM_HORIZON"
  function_name                  = "orders"
  bisect_batch_on_function_error = true
  maximum_record_age_in_seconds  = 3600
  function_response_types        = ["ReportBatchItemFailures"]
  destination_config {
    on_failure {
      destination_arn = aws_sqs_queue.failures.arn
    }
  }
}

resource "aws_lambda_event_source_mapping" "fail_too_many_retries" {
  event_source_arn               = aws_kinesis_stream.own.arn
  starting_position              = "TRIM_HORIZON"
  function_name                  = "orders"
  bisect_batch_on_function_error = true
  maximum_retry_attempts         = 10000
  maximum_record_age_in_seconds  = 3600
  function_response_types        = ["ReportBatchItemFailures"]
  destination_config {
    on_failure {
      destination_arn = aws_sqs_queue.failures.arn
    }
  }
}

resource "aws_lambda_event_source_mapping" "fail_no_age" {
  event_source_arn               = aws_kinesis_stream.own.arn
  starting_position              = "TRIM_HORIZON"
  function_name                  = "orders"
  bisect_batch_on_function_error = true
  maximum_retry_attempts         = 5
  maximum_record_age_in_seconds  = -1
  function_response_types        = ["ReportBatchItemFailures"]
  destination_config {
    on_failure {
      destination_arn = aws_sqs_queue.failures.arn
    }
  }
}

resource "aws_lambda_event_source_mapping" "fail_whole_batch" {
  event_source_arn               = aws_kinesis_stream.own.arn
  starting_position              = "TRIM_HORIZON"
  function_name                  = "orders"
  bisect_batch_on_function_error = true
  maximum_retry_attempts         = 5
  maximum_record_age_in_seconds  = 3600
  destination_config {
    on_failure {
      destination_arn = aws_sqs_queue.failures.arn
    }
  }
}

resource "aws_lambda_event_source_mapping" "fail_off" {
  event_source_arn               = aws_kinesis_stream.own.arn
  starting_position              = "TRIM_HORIZON"
  function_name                  = "orders"
  bisect_batch_on_function_error = true
  maximum_retry_attempts         = 5
  maximum_record_age_in_seconds  = 3600
  function_response_types        = ["ReportBatchItemFailures"]
  enabled                        = false
  destination_config {
    on_failure {
      destination_arn = aws_sqs_queue.failures.arn
    }
  }
}

resource "aws_lambda_event_source_mapping" "fail_queue_whole_batch" {
  event_source_arn = "arn:aws:sqs:eu-central-1:111122223333:orders"
  function_name    = "orders"
}

resource "aws_kinesis_stream" "own" {
  name = "orders"
}

resource "aws_lambda_event_source_mapping" "fail_foreign_stream" {
  event_source_arn               = "arn:aws:kinesis:eu-central-1:999999999999:stream/orders"
  starting_position              = "TRIM_HORIZON"
  maximum_retry_attempts         = 5
  maximum_record_age_in_seconds  = 3600
  function_name                  = "orders"
  bisect_batch_on_function_error = true
  function_response_types        = ["ReportBatchItemFailures"]
  destination_config {
    on_failure {
      destination_arn = aws_sqs_queue.failures.arn
    }
  }
}

resource "aws_lambda_event_source_mapping" "fail_latest" {
  event_source_arn               = aws_kinesis_stream.own.arn
  starting_position              = "LATEST"
  maximum_retry_attempts         = 5
  maximum_record_age_in_seconds  = 3600
  function_name                  = "orders"
  bisect_batch_on_function_error = true
  function_response_types        = ["ReportBatchItemFailures"]
  destination_config {
    on_failure {
      destination_arn = aws_sqs_queue.failures.arn
    }
  }
}

resource "aws_lambda_event_source_mapping" "fail_one_try" {
  event_source_arn               = aws_kinesis_stream.own.arn
  starting_position              = "TRIM_HORIZON"
  maximum_retry_attempts         = 0
  maximum_record_age_in_seconds  = 3600
  function_name                  = "orders"
  bisect_batch_on_function_error = true
  function_response_types        = ["ReportBatchItemFailures"]
  destination_config {
    on_failure {
      destination_arn = aws_sqs_queue.failures.arn
    }
  }
}

resource "aws_lambda_event_source_mapping" "fail_young" {
  event_source_arn               = aws_kinesis_stream.own.arn
  starting_position              = "TRIM_HORIZON"
  maximum_retry_attempts         = 5
  maximum_record_age_in_seconds  = 60
  function_name                  = "orders"
  bisect_batch_on_function_error = true
  function_response_types        = ["ReportBatchItemFailures"]
  destination_config {
    on_failure {
      destination_arn = aws_sqs_queue.failures.arn
    }
  }
}

resource "aws_lambda_event_source_mapping" "fail_filtered" {
  event_source_arn               = aws_kinesis_stream.own.arn
  starting_position              = "TRIM_HORIZON"
  maximum_retry_attempts         = 5
  maximum_record_age_in_seconds  = 3600
  function_name                  = "orders"
  bisect_batch_on_function_error = true
  function_response_types        = ["ReportBatchItemFailures"]
  destination_config {
    on_failure {
      destination_arn = aws_sqs_queue.failures.arn
    }
  }
  filter_criteria {
    filter {
      pattern = "partitionKey"
    }
  }
}
