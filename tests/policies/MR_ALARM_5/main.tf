resource "aws_kinesis_stream" "events" {
  name             = "orders-events"
  retention_period = 24
}

resource "aws_cloudwatch_metric_alarm" "pass_errors" {
  statistic           = "Maximum"
  alarm_name          = "orders-pass_errors"
  metric_name         = "Errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  threshold           = 0
}

resource "aws_cloudwatch_metric_alarm" "pass_age" {
  statistic           = "Maximum"
  alarm_name          = "orders-pass_age"
  metric_name         = "IteratorAge"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  threshold           = 3600000
}

resource "aws_cloudwatch_metric_alarm" "pass_fresh" {
  statistic           = "Maximum"
  alarm_name          = "orders-pass_fresh"
  metric_name         = "DeliveryToS3.DataFreshness"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  threshold           = 900
}

resource "aws_cloudwatch_metric_alarm" "pass_other" {
  statistic           = "Maximum"
  alarm_name          = "orders-pass_other"
  metric_name         = "CPUUtilization"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  period              = 300
  threshold           = 90
}

resource "aws_cloudwatch_metric_alarm" "fail_errors" {
  statistic           = "Maximum"
  alarm_name          = "orders-fail_errors"
  metric_name         = "Errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  threshold           = 1000
}

resource "aws_cloudwatch_metric_alarm" "fail_age" {
  statistic           = "Maximum"
  alarm_name          = "orders-fail_age"
  metric_name         = "IteratorAge"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  threshold           = 80000000
}

resource "aws_cloudwatch_metric_alarm" "fail_fresh" {
  statistic           = "Maximum"
  alarm_name          = "orders-fail_fresh"
  metric_name         = "DeliveryToS3.DataFreshness"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  threshold           = 86400
}

resource "aws_cloudwatch_metric_alarm" "fail_direction" {
  statistic           = "Maximum"
  alarm_name          = "orders-fail_direction"
  metric_name         = "Throttles"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  period              = 300
  threshold           = 1
}

resource "aws_cloudwatch_metric_alarm" "fail_late" {
  statistic           = "Maximum"
  alarm_name          = "orders-fail_late"
  metric_name         = "Throttles"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 288
  period              = 300
  threshold           = 0
}

resource "aws_cloudwatch_metric_alarm" "fail_least" {
  statistic           = "Minimum"
  alarm_name          = "orders-fail_least"
  metric_name         = "Errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  threshold           = 0
}

resource "aws_cloudwatch_metric_alarm" "fail_percentile" {
  extended_statistic  = "p1"
  alarm_name          = "orders-fail_percentile"
  metric_name         = "Errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  threshold           = 0
}

resource "aws_cloudwatch_metric_alarm" "pass_violations" {
  statistic           = "Maximum"
  alarm_name          = "scoring-pass_violations"
  metric_name         = "violations"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  threshold           = 0
}

resource "aws_cloudwatch_metric_alarm" "pass_slow_on_average" {
  statistic           = "Average"
  alarm_name          = "scoring-pass_slow_on_average"
  metric_name         = "ModelLatency"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  threshold           = 500000
}

resource "aws_cloudwatch_metric_alarm" "fail_violations_unheard" {
  statistic           = "Maximum"
  alarm_name          = "scoring-fail_violations_unheard"
  metric_name         = "violations"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  threshold           = 1000
}

resource "aws_cloudwatch_metric_alarm" "fail_violations_on_average" {
  statistic           = "Average"
  alarm_name          = "scoring-fail_violations_on_average"
  metric_name         = "violations"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  threshold           = 0
}

resource "aws_cloudwatch_metric_alarm" "fail_slow_for_ever" {
  statistic           = "Average"
  alarm_name          = "scoring-fail_slow_for_ever"
  metric_name         = "ModelLatency"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  threshold           = 500000000
}

resource "aws_cloudwatch_metric_alarm" "fail_answers_wait_for_weeks" {
  statistic           = "Maximum"
  alarm_name          = "scoring-fail_answers_wait_for_weeks"
  metric_name         = "ApproximateAgeOfOldestMessage"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  threshold           = 864000
}

resource "aws_cloudwatch_metric_alarm" "fail_many_errors" {
  statistic           = "Sum"
  alarm_name          = "scoring-fail_many_errors"
  metric_name         = "Invocation5XXErrors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  threshold           = 1000
}

resource "aws_cloudwatch_metric_alarm" "pass_memory" {
  alarm_name          = "pass-memory"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/ECS"
  metric_name         = "MemoryUtilization"
  period              = 300
  statistic           = "Maximum"
  threshold           = 90
  treat_missing_data  = "notBreaching"
  dimensions          = { ServiceName = "orders" }
}

resource "aws_cloudwatch_metric_alarm" "fail_memory_when_low" {
  alarm_name          = "fail-memory-when-low"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/ECS"
  metric_name         = "MemoryUtilization"
  period              = 300
  statistic           = "Maximum"
  threshold           = 90
  treat_missing_data  = "notBreaching"
  dimensions          = { ServiceName = "orders" }
}

resource "aws_cloudwatch_metric_alarm" "fail_memory_at_its_least" {
  alarm_name          = "fail-memory-at-its-least"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/ECS"
  metric_name         = "MemoryUtilization"
  period              = 300
  statistic           = "Minimum"
  threshold           = 90
  treat_missing_data  = "notBreaching"
  dimensions          = { ServiceName = "orders" }
}

resource "aws_cloudwatch_metric_alarm" "fail_memory_after_a_day" {
  alarm_name          = "fail-memory-after-a-day"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/ECS"
  metric_name         = "MemoryUtilization"
  period              = 86400
  statistic           = "Maximum"
  threshold           = 90
  treat_missing_data  = "notBreaching"
  dimensions          = { ServiceName = "orders" }
}

resource "aws_cloudwatch_metric_alarm" "pass_health" {
  alarm_name          = "pass-health"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/Redshift"
  metric_name         = "HealthStatus"
  period              = 300
  statistic           = "Average"
  threshold           = 1
  treat_missing_data  = "notBreaching"
  dimensions          = { ClusterIdentifier = "orders" }
}

resource "aws_cloudwatch_metric_alarm" "fail_health_when_high" {
  alarm_name          = "fail-health-when-high"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/Redshift"
  metric_name         = "HealthStatus"
  period              = 300
  statistic           = "Average"
  threshold           = 1
  treat_missing_data  = "notBreaching"
  dimensions          = { ClusterIdentifier = "orders" }
}

resource "aws_cloudwatch_metric_alarm" "fail_health_at_zero" {
  alarm_name          = "fail-health-at-zero"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/Redshift"
  metric_name         = "HealthStatus"
  period              = 300
  statistic           = "Average"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  dimensions          = { ClusterIdentifier = "orders" }
}
