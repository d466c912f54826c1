resource "aws_kinesis_firehose_delivery_stream" "pass_watched" {
  name        = "orders-watched"
  destination = "extended_s3"
}

resource "aws_kinesis_firehose_delivery_stream" "fail_none" {
  name        = "orders-none"
  destination = "extended_s3"
}

resource "aws_cloudwatch_metric_alarm" "watched" {
  namespace   = "AWS/Firehose"
  alarm_name  = "orders-watched"
  metric_name = "DeliveryToS3.DataFreshness"
  dimensions = {
    DeliveryStreamName = aws_kinesis_firehose_delivery_stream.pass_watched.name
  }
}
