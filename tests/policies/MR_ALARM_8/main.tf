resource "aws_lambda_function" "worker" {
  function_name = "orders-worker"
  role          = "arn:aws:iam::111122223333:role/orders-worker"
}

resource "aws_redshift_cluster" "warehouse" {
  cluster_identifier = "orders"
  node_type          = "ra3.xlplus"
}

resource "aws_cloudwatch_metric_alarm" "pass_errors" {
  alarm_name          = "pass-errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  period              = 300
  statistic           = "Sum"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  dimensions          = { FunctionName = "orders-worker" }
}

resource "aws_cloudwatch_metric_alarm" "pass_of_ones_own" {
  alarm_name          = "pass-of-ones-own"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "orders/trail"
  metric_name         = "root-use"
  period              = 300
  statistic           = "Sum"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  dimensions          = { FunctionName = "orders-worker" }
}

resource "aws_cloudwatch_metric_alarm" "pass_silence" {
  alarm_name          = "pass-silence"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/Redshift"
  metric_name         = "HealthStatus"
  period              = 300
  statistic           = "Average"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions          = { ClusterIdentifier = "orders" }
}

resource "aws_cloudwatch_metric_alarm" "fail_silence_is_fine" {
  alarm_name          = "fail-silence-is-fine"
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

resource "aws_cloudwatch_metric_alarm" "fail_namespace" {
  alarm_name          = "fail-namespace"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/Function"
  metric_name         = "Errors"
  period              = 300
  statistic           = "Sum"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  dimensions          = { FunctionName = "orders-worker" }
}

resource "aws_cloudwatch_metric_alarm" "fail_another_function" {
  alarm_name          = "fail-another-function"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  period              = 300
  statistic           = "Sum"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  dimensions          = { FunctionName = "orders-other" }
}

resource "aws_cloudwatch_metric_alarm" "fail_no_dimension" {
  alarm_name          = "fail-no-dimension"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  period              = 300
  statistic           = "Sum"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  dimensions          = {  }
}

resource "aws_cloudwatch_metric_alarm" "fail_ignores_silence" {
  alarm_name          = "fail-ignores-silence"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  period              = 300
  statistic           = "Sum"
  threshold           = 0
  treat_missing_data  = "ignore"
  dimensions          = { FunctionName = "orders-worker" }
}

resource "aws_cloudwatch_metric_alarm" "fail_more_points_than_periods" {
  alarm_name          = "fail-more-points-than-periods"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  period              = 300
  statistic           = "Sum"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  datapoints_to_alarm = 2
  dimensions          = { FunctionName = "orders-worker" }
}
