resource "aws_kinesis_stream" "pass_watched" {
  name = "orders-watched"
}

resource "aws_cloudwatch_metric_alarm" "watched" {
  namespace   = "AWS/Kinesis"
  alarm_name  = "orders-write-throttles"
  metric_name = "WriteProvisionedThroughputExceeded"
  dimensions = {
    StreamName = aws_kinesis_stream.pass_watched.name
  }
}

resource "aws_kinesis_stream" "fail_unwatched" {
  name = "orders-unwatched"
}
