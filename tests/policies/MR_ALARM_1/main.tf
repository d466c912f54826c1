resource "aws_lambda_function" "watched" {
  function_name = "orders-watched"
}

resource "aws_lambda_function" "half" {
  function_name = "orders-half"
}

resource "aws_lambda_event_source_mapping" "pass_name" {
  event_source_arn = "arn:aws:kinesis:eu-central-1:111122223333:stream/orders"
  function_name    = aws_lambda_function.watched.function_name
}

resource "aws_lambda_event_source_mapping" "pass_arn" {
  event_source_arn = "arn:aws:kinesis:eu-central-1:111122223333:stream/orders"
  function_name    = aws_lambda_function.watched.arn
}

resource "aws_lambda_event_source_mapping" "pass_queue" {
  event_source_arn = "arn:aws:sqs:eu-central-1:111122223333:orders"
  function_name    = aws_lambda_function.half.function_name
}

resource "aws_lambda_event_source_mapping" "fail_no_age" {
  event_source_arn = "arn:aws:kinesis:eu-central-1:111122223333:stream/orders"
  function_name    = aws_lambda_function.half.function_name
}

resource "aws_lambda_event_source_mapping" "fail_none" {
  event_source_arn = "arn:aws:kinesis:eu-central-1:111122223333:stream/orders"
  function_name    = "orders-other"
}

resource "aws_cloudwatch_metric_alarm" "watched_errors" {
  namespace   = "AWS/Lambda"
  alarm_name  = "orders-watched-errors"
  metric_name = "Errors"
  dimensions = {
    FunctionName = aws_lambda_function.watched.function_name
  }
}

resource "aws_cloudwatch_metric_alarm" "watched_throttles" {
  namespace   = "AWS/Lambda"
  alarm_name  = "orders-watched-throttles"
  metric_name = "Throttles"
  dimensions = {
    FunctionName = aws_lambda_function.watched.function_name
  }
}

resource "aws_cloudwatch_metric_alarm" "watched_iteratorage" {
  namespace   = "AWS/Lambda"
  alarm_name  = "orders-watched-iteratorage"
  metric_name = "IteratorAge"
  dimensions = {
    FunctionName = aws_lambda_function.watched.function_name
  }
}

resource "aws_cloudwatch_metric_alarm" "half_errors" {
  namespace   = "AWS/Lambda"
  alarm_name  = "orders-half-errors"
  metric_name = "Errors"
  dimensions = {
    FunctionName = aws_lambda_function.half.function_name
  }
}

resource "aws_cloudwatch_metric_alarm" "half_throttles" {
  namespace   = "AWS/Lambda"
  alarm_name  = "orders-half-throttles"
  metric_name = "Throttles"
  dimensions = {
    FunctionName = aws_lambda_function.half.function_name
  }
}
