resource "aws_lambda_function" "pass_watched" {
  function_name = "orders-pass-watched"
  role          = "arn:aws:iam::111122223333:role/orders-pass-watched"
  filename      = "x.zip"
  handler       = "handler.handle"
  runtime       = "python3.13"
}

resource "aws_cloudwatch_metric_alarm" "a1" {
  alarm_name          = "a1"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  dimensions          = { FunctionName = "orders-pass-watched" }
}

resource "aws_cloudwatch_metric_alarm" "a2" {
  alarm_name          = "a2"
  namespace           = "AWS/Lambda"
  metric_name         = "Throttles"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  dimensions          = { FunctionName = "orders-pass-watched" }
}

resource "aws_lambda_function" "fail_no_throttles" {
  function_name = "orders-fail-no-throttles"
  role          = "arn:aws:iam::111122223333:role/orders-fail-no-throttles"
  filename      = "x.zip"
  handler       = "handler.handle"
  runtime       = "python3.13"
}

resource "aws_cloudwatch_metric_alarm" "a3" {
  alarm_name          = "a3"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  dimensions          = { FunctionName = "orders-fail-no-throttles" }
}

resource "aws_lambda_function" "fail_alarm_of_another" {
  function_name = "orders-fail-alarm-of-another"
  role          = "arn:aws:iam::111122223333:role/orders-fail-alarm-of-another"
  filename      = "x.zip"
  handler       = "handler.handle"
  runtime       = "python3.13"
}

resource "aws_cloudwatch_metric_alarm" "a4" {
  alarm_name          = "a4"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  dimensions          = { FunctionName = "orders-other" }
}

resource "aws_cloudwatch_metric_alarm" "a5" {
  alarm_name          = "a5"
  namespace           = "AWS/Lambda"
  metric_name         = "Throttles"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  dimensions          = { FunctionName = "orders-other" }
}

resource "aws_cloudwatch_event_rule" "pass_watched" {
  name  = "orders-pass-watched"
  state = "ENABLED"
}

resource "aws_cloudwatch_metric_alarm" "a6" {
  alarm_name          = "a6"
  namespace           = "AWS/Lambda"
  metric_name         = "FailedInvocations"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  dimensions          = { RuleName = "orders-pass-watched" }
}

resource "aws_cloudwatch_event_rule" "pass_seen_to_fire" {
  name  = "orders-pass-seen-to-fire"
  state = "ENABLED"
}

resource "aws_cloudwatch_metric_alarm" "a7" {
  alarm_name          = "a7"
  namespace           = "AWS/Lambda"
  metric_name         = "TriggeredRules"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  dimensions          = { RuleName = "orders-pass-seen-to-fire" }
}

resource "aws_cloudwatch_event_rule" "pass_from_trail" {
  name  = "orders-pass-from-trail"
  state = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"
}

resource "aws_cloudwatch_event_rule" "fail_unwatched" {
  name  = "orders-fail-unwatched"
  state = "ENABLED"
}

resource "aws_redshift_cluster" "pass_whole_warehouse" {
  cluster_identifier = "orders-pass-whole-warehouse"
  node_type          = "ra3.xlplus"
}

resource "aws_cloudwatch_metric_alarm" "whole_warehouse_0" {
  alarm_name          = "pass_whole_warehouse_0"
  namespace           = "AWS/Redshift"
  metric_name         = "CPUUtilization"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  dimensions          = { ClusterIdentifier = "orders-pass-whole-warehouse" }
}

resource "aws_cloudwatch_metric_alarm" "whole_warehouse_1" {
  alarm_name          = "pass_whole_warehouse_1"
  namespace           = "AWS/Redshift"
  metric_name         = "ConcurrencyScalingSeconds"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  dimensions          = { ClusterIdentifier = "orders-pass-whole-warehouse" }
}

resource "aws_cloudwatch_metric_alarm" "whole_warehouse_2" {
  alarm_name          = "pass_whole_warehouse_2"
  namespace           = "AWS/Redshift"
  metric_name         = "HealthStatus"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  dimensions          = { ClusterIdentifier = "orders-pass-whole-warehouse" }
}

resource "aws_cloudwatch_metric_alarm" "whole_warehouse_3" {
  alarm_name          = "pass_whole_warehouse_3"
  namespace           = "AWS/Redshift"
  metric_name         = "PercentageDiskSpaceUsed"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  dimensions          = { ClusterIdentifier = "orders-pass-whole-warehouse" }
}

resource "aws_cloudwatch_metric_alarm" "whole_warehouse_4" {
  alarm_name          = "pass_whole_warehouse_4"
  namespace           = "AWS/Redshift"
  metric_name         = "WLMQueueLength"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  dimensions          = { ClusterIdentifier = "orders-pass-whole-warehouse" }
}

resource "aws_redshift_cluster" "fail_nobody_sees_the_queue" {
  cluster_identifier = "orders-fail-nobody-sees-the-queue"
  node_type          = "ra3.xlplus"
}

resource "aws_cloudwatch_metric_alarm" "nobody_sees_the_queue_0" {
  alarm_name          = "fail_nobody_sees_the_queue_0"
  namespace           = "AWS/Redshift"
  metric_name         = "CPUUtilization"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  dimensions          = { ClusterIdentifier = "orders-fail-nobody-sees-the-queue" }
}

resource "aws_cloudwatch_metric_alarm" "nobody_sees_the_queue_1" {
  alarm_name          = "fail_nobody_sees_the_queue_1"
  namespace           = "AWS/Redshift"
  metric_name         = "ConcurrencyScalingSeconds"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  dimensions          = { ClusterIdentifier = "orders-fail-nobody-sees-the-queue" }
}

resource "aws_cloudwatch_metric_alarm" "nobody_sees_the_queue_2" {
  alarm_name          = "fail_nobody_sees_the_queue_2"
  namespace           = "AWS/Redshift"
  metric_name         = "HealthStatus"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  dimensions          = { ClusterIdentifier = "orders-fail-nobody-sees-the-queue" }
}

resource "aws_cloudwatch_metric_alarm" "nobody_sees_the_queue_3" {
  alarm_name          = "fail_nobody_sees_the_queue_3"
  namespace           = "AWS/Redshift"
  metric_name         = "PercentageDiskSpaceUsed"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  dimensions          = { ClusterIdentifier = "orders-fail-nobody-sees-the-queue" }
}
