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
