resource "aws_vpc_security_group_egress_rule" "pass_one" {
  security_group_id            = "sg-a"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}

resource "aws_vpc_security_group_egress_rule" "pass_range" {
  security_group_id            = "sg-a"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "tcp"
  from_port                    = 8000
  to_port                      = 8999
}

resource "aws_vpc_security_group_egress_rule" "fail_all" {
  security_group_id            = "sg-a"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "-1"
}

resource "aws_vpc_security_group_egress_rule" "fail_all_tcp" {
  security_group_id            = "sg-a"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "tcp"
}

resource "aws_vpc_security_group_egress_rule" "fail_wide" {
  security_group_id            = "sg-a"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "tcp"
  from_port                    = 0
  to_port                      = 65535
}

resource "aws_security_group" "pass_empty" {
  name = "orders-empty"
}

resource "aws_security_group" "fail_inline" {
  name = "orders-inline"
  ingress = [
    {
      protocol        = "-1"
      from_port       = 0
      to_port         = 0
      security_groups = ["sg-b"]
    }
  ]
}

resource "aws_quicksight_vpc_connection" "reports" {
  vpc_connection_id  = "reports"
  name               = "reports"
  role_arn           = "arn:aws:iam::111122223333:role/reports"
  security_group_ids = ["sg-reports"]
  subnet_ids         = ["subnet-a", "subnet-b"]
}

resource "aws_vpc_security_group_ingress_rule" "pass_answers" {
  security_group_id            = "sg-reports"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "tcp"
  from_port                    = 1024
  to_port                      = 65535
}

resource "aws_vpc_security_group_ingress_rule" "fail_answers_of_a_range" {
  security_group_id = "sg-reports"
  cidr_ipv4         = "10.20.0.0/20"
  ip_protocol       = "tcp"
  from_port         = 1024
  to_port           = 65535
}

resource "aws_vpc_security_group_ingress_rule" "fail_answers_elsewhere" {
  security_group_id            = "sg-a"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "tcp"
  from_port                    = 1024
  to_port                      = 65535
}

resource "aws_vpc_security_group_ingress_rule" "fail_answers_on_reserved_ports" {
  security_group_id            = "sg-reports"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "tcp"
  from_port                    = 22
  to_port                      = 65535
}

resource "aws_vpc_security_group_egress_rule" "pass_administration" {
  security_group_id            = "sg-a"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "tcp"
  from_port                    = 22
  to_port                      = 22
}

resource "aws_vpc_security_group_egress_rule" "fail_administration_among" {
  security_group_id            = "sg-a"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "tcp"
  from_port                    = 22
  to_port                      = 443
}

resource "aws_vpc_security_group_egress_rule" "fail_udp" {
  security_group_id            = "sg-a"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "udp"
  from_port                    = 443
  to_port                      = 443
}

resource "aws_vpc_security_group_egress_rule" "pass_dns" {
  security_group_id            = "sg-a"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "udp"
  from_port                    = 53
  to_port                      = 53
}

resource "aws_emr_cluster" "spark" {
  name          = "orders-spark"
  release_label = "emr-7.10.0"
  service_role  = "orders-spark-service"

  ec2_attributes {
    instance_profile                  = "nodes"
    emr_managed_master_security_group = "sg-primary"
    emr_managed_slave_security_group  = "sg-nodes"
  }
}

resource "aws_vpc_security_group_ingress_rule" "pass_nodes_tcp" {
  security_group_id            = "sg-primary"
  referenced_security_group_id = "sg-nodes"
  ip_protocol                  = "tcp"
  from_port                    = 0
  to_port                      = 65535
}

resource "aws_vpc_security_group_ingress_rule" "pass_nodes_udp" {
  security_group_id            = "sg-primary"
  referenced_security_group_id = "sg-nodes"
  ip_protocol                  = "udp"
  from_port                    = 0
  to_port                      = 65535
}

resource "aws_vpc_security_group_ingress_rule" "pass_nodes_icmp" {
  security_group_id            = "sg-primary"
  referenced_security_group_id = "sg-nodes"
  ip_protocol                  = "icmp"
  from_port                    = -1
  to_port                      = -1
}

resource "aws_vpc_security_group_ingress_rule" "fail_nodes_every_protocol" {
  security_group_id            = "sg-primary"
  referenced_security_group_id = "sg-nodes"
  ip_protocol                  = "-1"
}

resource "aws_vpc_security_group_ingress_rule" "fail_nodes_udp_below" {
  security_group_id            = "sg-primary"
  referenced_security_group_id = "sg-nodes"
  ip_protocol                  = "udp"
  from_port                    = 1024
  to_port                      = 65535
}

resource "aws_vpc_security_group_ingress_rule" "fail_nodes_gre" {
  security_group_id            = "sg-primary"
  referenced_security_group_id = "sg-nodes"
  ip_protocol                  = "47"
}

resource "aws_vpc_security_group_ingress_rule" "fail_nodes_half_of_tcp" {
  security_group_id            = "sg-primary"
  referenced_security_group_id = "sg-nodes"
  ip_protocol                  = "tcp"
  from_port                    = 0
  to_port                      = 32767
}
