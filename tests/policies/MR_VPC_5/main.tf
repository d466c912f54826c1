resource "aws_vpc" "pass_logged" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_vpc" "fail_none" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_vpc" "fail_accepted_only" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_vpc" "fail_elsewhere" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_cloudwatch_log_group" "flow" {
  name = "orders-flow"
}

resource "aws_flow_log" "pass_logged" {
  vpc_id          = aws_vpc.pass_logged.id
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.flow.arn
}

resource "aws_flow_log" "fail_accepted_only" {
  vpc_id          = aws_vpc.fail_accepted_only.id
  traffic_type    = "ACCEPT"
  log_destination = aws_cloudwatch_log_group.flow.arn
}

resource "aws_flow_log" "fail_elsewhere" {
  vpc_id          = aws_vpc.fail_elsewhere.id
  traffic_type    = "ALL"
  log_destination = "arn:aws:s3:::somebody-elses"
}
