resource "aws_kinesis_stream" "pass_confidential" {
  name             = "a"
  retention_period = 72
}

resource "aws_kinesis_stream" "pass_internal" {
  name = "b"
  tags = {
    classification = "internal"
  }
}

resource "aws_kinesis_stream" "fail_confidential" {
  name             = "c"
  retention_period = 24
}

resource "aws_kinesis_stream" "fail_default" {
  name = "d"
  tags = {
    classification = "restricted"
  }
}

resource "aws_kinesis_stream" "fail_two_days" {
  name             = "e"
  retention_period = 48
}
