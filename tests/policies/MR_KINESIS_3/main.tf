resource "aws_kinesis_stream" "pass_measured" {
  name                = "orders-measured"
  shard_count         = 2
  shard_level_metrics = ["IteratorAgeMilliseconds", "ReadProvisionedThroughputExceeded", "WriteProvisionedThroughputExceeded"]
}

resource "aws_kinesis_stream" "pass_on_demand" {
  name = "orders-on-demand"
  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}

resource "aws_kinesis_stream" "fail_unmeasured" {
  name        = "orders-unmeasured"
  shard_count = 2
}

resource "aws_kinesis_stream" "fail_one" {
  name                = "orders-one"
  shard_count         = 2
  shard_level_metrics = ["IteratorAgeMilliseconds"]
}
