resource "aws_cloudwatch_event_rule" "pass_started" {
  name = "orders-pass-started"
}

resource "aws_lambda_permission" "pass_started" {
  statement_id  = "events"
  action        = "lambda:InvokeFunction"
  function_name = "orders-pass-started"
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.pass_started.arn
}

resource "aws_cloudwatch_event_target" "pass_started" {
  rule = aws_cloudwatch_event_rule.pass_started.name
  arn  = "arn:aws:lambda:eu-central-1:111122223333:function:orders-pass-started"
}

resource "aws_cloudwatch_event_rule" "fail_never_started" {
  name = "orders-fail-never-started"
}

resource "aws_lambda_permission" "fail_never_started" {
  statement_id  = "events"
  action        = "lambda:InvokeFunction"
  function_name = "orders-fail-never-started"
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.fail_never_started.arn
}

resource "aws_cloudwatch_event_rule" "fail_starts_another" {
  name = "orders-fail-starts-another"
}

resource "aws_lambda_permission" "fail_starts_another" {
  statement_id  = "events"
  action        = "lambda:InvokeFunction"
  function_name = "orders-fail-starts-another"
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.fail_starts_another.arn
}

resource "aws_cloudwatch_event_target" "fail_starts_another" {
  rule = aws_cloudwatch_event_rule.fail_starts_another.name
  arn  = "arn:aws:lambda:eu-central-1:111122223333:function:orders-other"
}

resource "aws_lambda_permission" "pass_bucket" {
  statement_id  = "bucket"
  action        = "lambda:InvokeFunction"
  function_name = "orders-starter"
  principal     = "s3.amazonaws.com"
  source_arn    = "arn:aws:s3:::orders-raw"
}

resource "aws_s3_bucket" "pass_tells" {
  bucket = "orders-pass-tells"
}

resource "aws_sqs_queue" "pass_tells" {
  name = "orders-pass-tells"
}

resource "aws_sqs_queue_policy" "pass_tells" {
  queue_url = aws_sqs_queue.pass_tells.url
  policy    = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": "*", "Condition": {"ArnEquals": {"aws:SourceArn": "arn:aws:s3:::orders-pass-tells"}}}]}
  JSON
}

resource "aws_s3_bucket_notification" "pass_tells" {
  bucket = aws_s3_bucket.pass_tells.bucket
  queue {
    queue_arn = aws_sqs_queue.pass_tells.arn
    events    = ["s3:ObjectCreated:*"]
  }
}

resource "aws_s3_bucket" "pass_nobody_waits" {
  bucket = "orders-pass-nobody-waits"
}

resource "aws_s3_bucket" "fail_silent" {
  bucket = "orders-fail-silent"
}

resource "aws_sqs_queue" "fail_silent" {
  name = "orders-fail-silent"
}

resource "aws_sqs_queue_policy" "fail_silent" {
  queue_url = aws_sqs_queue.fail_silent.url
  policy    = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": "*", "Condition": {"ArnEquals": {"aws:SourceArn": "arn:aws:s3:::orders-fail-silent"}}}]}
  JSON
}
