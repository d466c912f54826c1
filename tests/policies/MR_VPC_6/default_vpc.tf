resource "aws_default_vpc" "pass_closed" {
}

resource "aws_default_security_group" "pass_closed" {
  vpc_id = aws_default_vpc.pass_closed.id
}

resource "aws_default_vpc" "fail_open" {
}
