resource "aws_vpc" "network" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id       = aws_vpc.network.id
  service_name = "com.amazonaws.eu-central-1.s3"
}

resource "aws_vpc_security_group_egress_rule" "pass_group" {
  security_group_id            = "sg-a"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = "sg-b"
}

resource "aws_vpc_security_group_egress_rule" "pass_endpoint" {
  security_group_id = "sg-a"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  prefix_list_id    = aws_vpc_endpoint.s3.prefix_list_id
}

resource "aws_vpc_security_group_egress_rule" "pass_inside" {
  security_group_id = "sg-a"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.20.16.0/20"
}

resource "aws_vpc_security_group_egress_rule" "fail_world" {
  security_group_id = "sg-a"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "fail_world_in" {
  security_group_id = "sg-a"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "fail_world_v6" {
  security_group_id = "sg-a"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv6         = "::/0"
}

resource "aws_vpc_security_group_egress_rule" "fail_half" {
  security_group_id = "sg-a"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "128.0.0.0/1"
}

resource "aws_vpc_security_group_egress_rule" "fail_wider" {
  security_group_id = "sg-a"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.0.0.0/8"
}

resource "aws_vpc_security_group_egress_rule" "fail_elsewhere" {
  security_group_id = "sg-a"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "203.0.113.7/32"
}

resource "aws_vpc_security_group_egress_rule" "fail_prefix_list" {
  security_group_id = "sg-a"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  prefix_list_id    = "pl-0123456789abcdef0"
}

resource "aws_security_group" "pass_empty" {
  name = "orders-empty"
}

resource "aws_security_group" "fail_inline" {
  name = "orders-inline"
  egress = [
    {
      protocol    = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_blocks = ["0.0.0.0/0"]
    }
  ]
}

resource "aws_security_group_rule" "fail_old_form" {
  type              = "egress"
  security_group_id = "sg-a"
  protocol          = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_blocks       = ["10.20.0.0/16", "0.0.0.0/0"]
}

resource "aws_vpc_security_group_egress_rule" "fail_foreign_group" {
  security_group_id            = "sg-a"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = "999999999999/sg-b"
}
