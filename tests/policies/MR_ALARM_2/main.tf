resource "aws_sqs_queue" "pass_watched" {
  name = "orders-watched"
}

resource "aws_sqs_queue" "pass_read" {
  name = "orders-read"
}

resource "aws_sqs_queue" "fail_none" {
  name = "orders-none"
}

resource "aws_lambda_event_source_mapping" "reader" {
  event_source_arn = aws_sqs_queue.pass_read.arn
  function_name    = "orders"
}

resource "aws_cloudwatch_metric_alarm" "watched" {
  namespace   = "AWS/SQS"
  alarm_name  = "orders-watched"
  metric_name = "ApproximateNumberOfMessagesVisible"
  dimensions = {
    QueueName = aws_sqs_queue.pass_watched.name
  }
}

resource "aws_sqs_queue" "fail_other_namespace" {
  name = "orders-other-namespace"
}

resource "aws_cloudwatch_metric_alarm" "other_namespace" {
  namespace   = "Orders"
  alarm_name  = "orders-other-namespace"
  metric_name = "ApproximateNumberOfMessagesVisible"
  dimensions = {
    QueueName = aws_sqs_queue.fail_other_namespace.name
  }
}
