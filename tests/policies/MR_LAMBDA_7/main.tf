resource "aws_s3_bucket" "own" {
  bucket = "orders-own"
}

resource "aws_sqs_queue" "own" {
  name = "orders-own"
}

resource "aws_cloudwatch_log_group" "own" {
  name = "orders-own"
}

resource "aws_lambda_function" "pass_plain" {
  function_name = "pass_plain"
}

resource "aws_lambda_function" "pass_own" {
  function_name = "pass_own"
  environment {
    variables = {
      QUARANTINE_BUCKET           = aws_s3_bucket.own.bucket
      POWERTOOLS_LOG_LEVEL        = "INFO"
      POWERTOOLS_LOGGER_LOG_EVENT = "false"
    }
  }
  dead_letter_config {
    target_arn = aws_sqs_queue.own.arn
  }
  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.own.name
  }
}

resource "aws_lambda_function" "fail_events_in_log" {
  function_name = "fail_events_in_log"
  environment {
    variables = {
      POWERTOOLS_LOGGER_LOG_EVENT = "true"
    }
  }
}

resource "aws_lambda_function" "fail_loud" {
  function_name = "fail_loud"
  environment {
    variables = {
      POWERTOOLS_LOG_LEVEL = "debug"
    }
  }
}

resource "aws_lambda_function" "fail_loud_by_lambda" {
  function_name = "fail_loud_by_lambda"
  logging_config {
    log_format            = "JSON"
    application_log_level = "TRACE"
  }
}

resource "aws_lambda_function" "fail_bucket" {
  function_name = "fail_bucket"
  environment {
    variables = {
      QUARANTINE_BUCKET = "elsewhere"
    }
  }
}

resource "aws_lambda_function" "fail_dead_letters" {
  function_name = "fail_dead_letters"
  dead_letter_config {
    target_arn = "arn:aws:sqs:eu-central-1:999999999999:x"
  }
}

resource "aws_lambda_function" "fail_group" {
  function_name = "fail_group"
  logging_config {
    log_format = "JSON"
    log_group  = "/elsewhere"
  }
}
