resource "aws_sns_topic" "topic" {
  name = "topic"
}

resource "aws_cloudwatch_event_rule" "pass_told" {
  name          = "told"
  event_pattern = "{}"
}

resource "aws_cloudwatch_event_target" "told" {
  rule = aws_cloudwatch_event_rule.pass_told.name
  arn  = aws_sns_topic.topic.arn
}

resource "aws_cloudwatch_event_rule" "fail_off" {
  name          = "off"
  event_pattern = "{}"
  state         = "DISABLED"
}

resource "aws_cloudwatch_event_target" "off" {
  rule = aws_cloudwatch_event_rule.fail_off.name
  arn  = aws_sns_topic.topic.arn
}

resource "aws_cloudwatch_event_rule" "fail_mute" {
  name          = "mute"
  event_pattern = "{}"
}

resource "aws_cloudwatch_event_rule" "fail_elsewhere" {
  name          = "elsewhere"
  event_pattern = "{}"
}

resource "aws_cloudwatch_event_target" "elsewhere" {
  rule = aws_cloudwatch_event_rule.fail_elsewhere.name
  arn  = "arn:aws:sns:eu-central-1:999999999999:topic"
}

resource "aws_sqs_queue" "queue" {
  name = "queue"
}

resource "aws_cloudwatch_event_rule" "pass_forwards" {
  name          = "pass_forwards"
  event_pattern = "{}"
}

resource "aws_cloudwatch_event_target" "forwards_0" {
  rule = aws_cloudwatch_event_rule.pass_forwards.name
  arn  = aws_sqs_queue.queue.arn
}

resource "aws_cloudwatch_event_rule" "fail_starts_work_untold" {
  name          = "fail_starts_work_untold"
  event_pattern = "{}"
}

resource "aws_cloudwatch_event_target" "starts_work_untold_0" {
  rule = aws_cloudwatch_event_rule.fail_starts_work_untold.name
  arn  = aws_sqs_queue.queue.arn
}

resource "aws_cloudwatch_event_target" "starts_work_untold_1" {
  rule = aws_cloudwatch_event_rule.fail_starts_work_untold.name
  arn  = "arn:aws:lambda:eu-central-1:111122223333:function:orders"
}

resource "aws_cloudwatch_event_rule" "fail_forwards_elsewhere" {
  name          = "fail_forwards_elsewhere"
  event_pattern = "{}"
}

resource "aws_cloudwatch_event_target" "forwards_elsewhere_0" {
  rule = aws_cloudwatch_event_rule.fail_forwards_elsewhere.name
  arn  = "arn:aws:sqs:eu-central-1:999999999999:queue"
}
