resource "aws_sns_topic" "alarms" {
  name = "alarms"
}

resource "aws_cloudwatch_log_metric_filter" "pass_greater" {
  name           = "pass-greater"
  log_group_name = "trail"
  pattern        = "{ $.eventName = StopLogging }"
  metric_transformation {
    name      = "pass_greater"
    namespace = "trail"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "pass_greater" {
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.alarms.arn]
  namespace           = "trail"
  metric_name         = "pass_greater"
  alarm_name          = "pass_greater"
}

resource "aws_cloudwatch_log_metric_filter" "pass_at_least" {
  name           = "pass-at-least"
  log_group_name = "trail"
  pattern        = "{ $.eventName = StopLogging }"
  metric_transformation {
    name      = "pass_at_least"
    namespace = "trail"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "pass_at_least" {
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.alarms.arn]
  namespace           = "trail"
  metric_name         = "pass_at_least"
  alarm_name          = "pass_at_least"
}

resource "aws_cloudwatch_log_metric_filter" "fail_no_alarm" {
  name           = "fail-no-alarm"
  log_group_name = "trail"
  pattern        = "{ $.eventName = StopLogging }"
  metric_transformation {
    name      = "fail_no_alarm"
    namespace = "trail"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "fail_other_metric" {
  name           = "fail-other-metric"
  log_group_name = "trail"
  pattern        = "{ $.eventName = StopLogging }"
  metric_transformation {
    name      = "fail_other_metric"
    namespace = "trail"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "fail_other_metric" {
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.alarms.arn]
  namespace           = "trail"
  metric_name         = "other"
  alarm_name          = "fail_other_metric"
}

resource "aws_cloudwatch_log_metric_filter" "fail_other_namespace" {
  name           = "fail-other-namespace"
  log_group_name = "trail"
  pattern        = "{ $.eventName = StopLogging }"
  metric_transformation {
    name      = "fail_other_namespace"
    namespace = "trail"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "fail_other_namespace" {
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.alarms.arn]
  namespace           = "other"
  metric_name         = "fail_other_namespace"
  alarm_name          = "fail_other_namespace"
}

resource "aws_cloudwatch_log_metric_filter" "fail_second_event" {
  name           = "fail-second-event"
  log_group_name = "trail"
  pattern        = "{ $.eventName = StopLogging }"
  metric_transformation {
    name      = "fail_second_event"
    namespace = "trail"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "fail_second_event" {
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.alarms.arn]
  namespace           = "trail"
  metric_name         = "fail_second_event"
  alarm_name          = "fail_second_event"
}

resource "aws_cloudwatch_log_metric_filter" "fail_below" {
  name           = "fail-below"
  log_group_name = "trail"
  pattern        = "{ $.eventName = StopLogging }"
  metric_transformation {
    name      = "fail_below"
    namespace = "trail"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "fail_below" {
  comparison_operator = "LessThanThreshold"
  threshold           = 0
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.alarms.arn]
  namespace           = "trail"
  metric_name         = "fail_below"
  alarm_name          = "fail_below"
}

resource "aws_cloudwatch_log_metric_filter" "fail_average" {
  name           = "fail-average"
  log_group_name = "trail"
  pattern        = "{ $.eventName = StopLogging }"
  metric_transformation {
    name      = "fail_average"
    namespace = "trail"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "fail_average" {
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  statistic           = "Average"
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.alarms.arn]
  namespace           = "trail"
  metric_name         = "fail_average"
  alarm_name          = "fail_average"
}

resource "aws_cloudwatch_log_metric_filter" "fail_late" {
  name           = "fail-late"
  log_group_name = "trail"
  pattern        = "{ $.eventName = StopLogging }"
  metric_transformation {
    name      = "fail_late"
    namespace = "trail"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "fail_late" {
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 4
  alarm_actions       = [aws_sns_topic.alarms.arn]
  namespace           = "trail"
  metric_name         = "fail_late"
  alarm_name          = "fail_late"
}

resource "aws_cloudwatch_log_metric_filter" "fail_silent" {
  name           = "fail-silent"
  log_group_name = "trail"
  pattern        = "{ $.eventName = StopLogging }"
  metric_transformation {
    name      = "fail_silent"
    namespace = "trail"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "fail_silent" {
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  namespace           = "trail"
  metric_name         = "fail_silent"
  alarm_name          = "fail_silent"
}

resource "aws_cloudwatch_log_metric_filter" "fail_foreign" {
  name           = "fail-foreign"
  log_group_name = "trail"
  pattern        = "{ $.eventName = StopLogging }"
  metric_transformation {
    name      = "fail_foreign"
    namespace = "trail"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "fail_foreign" {
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:eu-central-1:999999999999:x"]
  namespace           = "trail"
  metric_name         = "fail_foreign"
  alarm_name          = "fail_foreign"
}

resource "aws_cloudwatch_log_metric_filter" "fail_off" {
  name           = "fail-off"
  log_group_name = "trail"
  pattern        = "{ $.eventName = StopLogging }"
  metric_transformation {
    name      = "fail_off"
    namespace = "trail"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "fail_off" {
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.alarms.arn]
  namespace           = "trail"
  metric_name         = "fail_off"
  alarm_name          = "fail_off"
  actions_enabled     = false
}

resource "aws_cloudwatch_log_metric_filter" "fail_dimension" {
  name           = "fail-dimension"
  log_group_name = "trail"
  pattern        = "{ $.eventName = StopLogging }"
  metric_transformation {
    name      = "fail_dimension"
    namespace = "trail"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "fail_dimension" {
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.alarms.arn]
  namespace           = "trail"
  metric_name         = "fail_dimension"
  alarm_name          = "fail_dimension"
  dimensions = {
    user = "x"
  }
}

resource "aws_cloudwatch_log_metric_filter" "fail_zero" {
  name           = "fail-zero"
  log_group_name = "trail"
  pattern        = "{ $.eventName = StopLogging }"
  metric_transformation {
    name      = "fail_zero"
    namespace = "trail"
    value     = "0"
  }
}

resource "aws_cloudwatch_metric_alarm" "fail_zero" {
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.alarms.arn]
  namespace           = "trail"
  metric_name         = "fail_zero"
  alarm_name          = "fail_zero"
}

resource "aws_cloudwatch_log_metric_filter" "fail_by_user" {
  name           = "fail-by-user"
  log_group_name = "trail"
  pattern        = "{ $.eventName = StopLogging }"
  metric_transformation {
    name      = "fail_by_user"
    namespace = "trail"
    value     = "1"
    dimensions = {
      user = "$.userIdentity.arn"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "fail_by_user" {
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.alarms.arn]
  namespace           = "trail"
  metric_name         = "fail_by_user"
  alarm_name          = "fail_by_user"
}
