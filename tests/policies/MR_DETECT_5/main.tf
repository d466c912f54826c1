resource "aws_sns_topic" "own" {
  name = "orders-own"
}

resource "aws_cloudwatch_event_rule" "pass_told" {
  name          = "pass_told"
  event_pattern = "{}"
}

resource "aws_cloudwatch_event_target" "pass_told" {
  rule = aws_cloudwatch_event_rule.pass_told.name
  arn  = aws_sns_topic.own.arn
}

resource "aws_cloudwatch_event_rule" "pass_enabled" {
  name          = "pass_enabled"
  event_pattern = "{}"
  state         = "ENABLED"
}

resource "aws_cloudwatch_event_target" "pass_enabled" {
  rule = aws_cloudwatch_event_rule.pass_enabled.name
  arn  = aws_sns_topic.own.arn
}

resource "aws_cloudwatch_event_rule" "fail_disabled" {
  name          = "fail_disabled"
  event_pattern = "{}"
  state         = "DISABLED"
}

resource "aws_cloudwatch_event_target" "fail_disabled" {
  rule = aws_cloudwatch_event_rule.fail_disabled.name
  arn  = aws_sns_topic.own.arn
}

resource "aws_cloudwatch_event_rule" "fail_old_switch" {
  name          = "fail_old_switch"
  event_pattern = "{}"
  is_enabled    = false
}

resource "aws_cloudwatch_event_target" "fail_old_switch" {
  rule = aws_cloudwatch_event_rule.fail_old_switch.name
  arn  = aws_sns_topic.own.arn
}

resource "aws_cloudwatch_event_rule" "fail_nobody" {
  name          = "fail_nobody"
  event_pattern = "{}"
}

resource "aws_cloudwatch_event_rule" "fail_foreign" {
  name          = "fail_foreign"
  event_pattern = "{}"
}

resource "aws_cloudwatch_event_target" "fail_foreign" {
  rule = aws_cloudwatch_event_rule.fail_foreign.name
  arn  = "arn:aws:sns:eu-central-1:999999999999:x"
}

resource "aws_sqs_queue" "queue" {
  name = "queue"
}

resource "aws_cloudwatch_event_rule" "fail_finding_forwarded" {
  name          = "fail_finding_forwarded"
  event_pattern = <<-JSON
    {"source": ["aws.guardduty"]}
  JSON
}

resource "aws_cloudwatch_event_target" "finding_forwarded_0" {
  rule = aws_cloudwatch_event_rule.fail_finding_forwarded.name
  arn  = aws_sqs_queue.queue.arn
}

resource "aws_cloudwatch_event_rule" "pass_of_other_events" {
  name          = "pass_of_other_events"
  event_pattern = <<-JSON
    {"source": ["aws.s3"]}
  JSON
}

resource "aws_cloudwatch_event_target" "of_other_events_0" {
  rule = aws_cloudwatch_event_rule.pass_of_other_events.name
  arn  = aws_sqs_queue.queue.arn
}
