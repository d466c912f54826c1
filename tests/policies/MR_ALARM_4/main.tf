resource "aws_sns_topic" "alarms" {
  name = "orders-alarms"
}

resource "aws_cloudwatch_metric_alarm" "pass_notifies" {
  alarm_name  = "orders-pass-notifies"
  metric_name = "Errors"
  dimensions = {
    FunctionName = "a"
  }
  alarm_actions = [aws_sns_topic.alarms.arn]
}

resource "aws_cloudwatch_metric_alarm" "fail_none" {
  alarm_name  = "orders-fail-none"
  metric_name = "Errors"
  dimensions = {
    FunctionName = "a"
  }
}

resource "aws_cloudwatch_metric_alarm" "fail_off" {
  alarm_name  = "orders-fail-off"
  metric_name = "Errors"
  dimensions = {
    FunctionName = "a"
  }
  alarm_actions   = [aws_sns_topic.alarms.arn]
  actions_enabled = false
}

resource "aws_cloudwatch_metric_alarm" "fail_foreign" {
  alarm_name  = "orders-fail-foreign"
  metric_name = "Errors"
  dimensions = {
    FunctionName = "a"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:999999999999:x"]
}
