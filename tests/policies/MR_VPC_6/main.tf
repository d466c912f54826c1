resource "aws_vpc" "pass_empty" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_vpc" "fail_none" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_vpc" "fail_ruled" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_default_security_group" "pass_empty" {
  vpc_id = aws_vpc.pass_empty.id
}

resource "aws_default_security_group" "fail_ruled" {
  vpc_id = aws_vpc.fail_ruled.id
  egress = [{ protocol = "-1", from_port = 0, to_port = 0, cidr_blocks = ["10.0.0.0/8"] }]
}
