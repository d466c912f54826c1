resource "aws_lambda_function" "slow" {
  function_name = "orders-slow"
  role          = "arn:aws:iam::111122223333:role/orders"
  timeout       = 60
}

resource "aws_sqs_queue" "pass_feeds_nothing" {
  name = "orders-pass-feeds-nothing"
}

resource "aws_sqs_queue" "pass_hides" {
  name = "orders-pass-hides"
  visibility_timeout_seconds = 360
}

resource "aws_lambda_event_source_mapping" "hides" {
  event_source_arn = aws_sqs_queue.pass_hides.arn
  function_name    = aws_lambda_function.slow.arn
}

resource "aws_sqs_queue" "pass_by_name" {
  name = "orders-pass-by-name"
  visibility_timeout_seconds = 400
}

resource "aws_lambda_event_source_mapping" "by_name" {
  event_source_arn = aws_sqs_queue.pass_by_name.arn
  function_name    = "orders-slow"
}

resource "aws_sqs_queue" "fail_default" {
  name = "orders-fail-default"
}

resource "aws_lambda_event_source_mapping" "default" {
  event_source_arn = aws_sqs_queue.fail_default.arn
  function_name    = aws_lambda_function.slow.arn
}

resource "aws_sqs_queue" "fail_short" {
  name = "orders-fail-short"
  visibility_timeout_seconds = 359
}

resource "aws_lambda_event_source_mapping" "short" {
  event_source_arn = aws_sqs_queue.fail_short.arn
  function_name    = aws_lambda_function.slow.arn
}

resource "aws_sqs_queue" "fail_foreign" {
  name = "orders-fail-foreign"
  visibility_timeout_seconds = 360
}

resource "aws_lambda_event_source_mapping" "foreign" {
  event_source_arn = aws_sqs_queue.fail_foreign.arn
  function_name    = "elsewhere"
}
