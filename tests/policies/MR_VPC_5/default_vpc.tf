resource "aws_default_vpc" "pass_logged" {
}

resource "aws_cloudwatch_log_group" "flow" {
  name = "flow"
}

resource "aws_flow_log" "pass_logged" {
  vpc_id               = aws_default_vpc.pass_logged.id
  traffic_type         = "ALL"
  log_destination_type = "cloud-watch-logs"
  log_destination      = aws_cloudwatch_log_group.flow.arn
}

resource "aws_default_vpc" "fail_dark" {
}
