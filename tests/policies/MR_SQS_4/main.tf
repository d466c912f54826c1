resource "aws_sqs_queue" "pass_dead" {
  name = "orders-pass-dead"
}

resource "aws_sqs_queue" "pass_picky" {
  name = "orders-pass-picky"
  redrive_allow_policy = <<-JSON
    {"redrivePermission":"byQueue","sourceQueueArns":["arn:aws:sqs:eu-central-1:111122223333:orders-pass-named"]}
  JSON
}

resource "aws_sqs_queue" "fail_gives_nothing_up" {
  name = "orders-fail-gives-nothing-up"
}

resource "aws_sqs_queue" "pass_takes_failures" {
  name = "orders-pass-takes-failures"
}

resource "aws_cloudwatch_event_target" "giver" {
  rule = "orders"
  arn  = "arn:aws:lambda:eu-central-1:111122223333:function:orders"
  dead_letter_config {
    arn = aws_sqs_queue.pass_takes_failures.arn
  }
}

resource "aws_sqs_queue" "pass_redrives" {
  name = "orders-pass-redrives"
  redrive_policy = <<-JSON
    {"deadLetterTargetArn":"arn:aws:sqs:eu-central-1:111122223333:orders-pass-dead","maxReceiveCount":5}
  JSON
}

resource "aws_lambda_event_source_mapping" "redrives" {
  event_source_arn = aws_sqs_queue.pass_redrives.arn
  function_name    = "orders"
}

resource "aws_sqs_queue" "pass_named" {
  name = "orders-pass-named"
  redrive_policy = <<-JSON
    {"deadLetterTargetArn":"arn:aws:sqs:eu-central-1:111122223333:orders-pass-picky","maxReceiveCount":5}
  JSON
}

resource "aws_lambda_event_source_mapping" "named" {
  event_source_arn = aws_sqs_queue.pass_named.arn
  function_name    = "orders"
}

resource "aws_sqs_queue" "fail_none" {
  name = "orders-fail-none"
}

resource "aws_lambda_event_source_mapping" "none" {
  event_source_arn = aws_sqs_queue.fail_none.arn
  function_name    = "orders"
}

resource "aws_sqs_queue" "fail_foreign" {
  name = "orders-fail-foreign"
  redrive_policy = <<-JSON
    {"deadLetterTargetArn":"arn:aws:sqs:eu-central-1:999999999999:dead","maxReceiveCount":5}
  JSON
}

resource "aws_lambda_event_source_mapping" "foreign" {
  event_source_arn = aws_sqs_queue.fail_foreign.arn
  function_name    = "orders"
}

resource "aws_sqs_queue" "fail_itself" {
  name = "orders-fail-itself"
  redrive_policy = <<-JSON
    {"deadLetterTargetArn":"arn:aws:sqs:eu-central-1:111122223333:orders-fail-itself","maxReceiveCount":5}
  JSON
}

resource "aws_lambda_event_source_mapping" "itself" {
  event_source_arn = aws_sqs_queue.fail_itself.arn
  function_name    = "orders"
}

resource "aws_sqs_queue" "fail_endless" {
  name = "orders-fail-endless"
  redrive_policy = <<-JSON
    {"deadLetterTargetArn":"arn:aws:sqs:eu-central-1:111122223333:orders-pass-dead","maxReceiveCount":1000}
  JSON
}

resource "aws_lambda_event_source_mapping" "endless" {
  event_source_arn = aws_sqs_queue.fail_endless.arn
  function_name    = "orders"
}

resource "aws_sqs_queue" "fail_refused" {
  name = "orders-fail-refused"
  redrive_policy = <<-JSON
    {"deadLetterTargetArn":"arn:aws:sqs:eu-central-1:111122223333:orders-pass-picky","maxReceiveCount":5}
  JSON
}

resource "aws_lambda_event_source_mapping" "refused" {
  event_source_arn = aws_sqs_queue.fail_refused.arn
  function_name    = "orders"
}

resource "aws_sqs_queue" "fail_feeds_nothing_and_gives_up_elsewhere" {
  name = "orders-fail-elsewhere"
  redrive_policy = <<-JSON
    {"deadLetterTargetArn":"arn:aws:sqs:eu-central-1:999999999999:dead","maxReceiveCount":3}
  JSON
}
