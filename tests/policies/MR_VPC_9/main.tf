resource "aws_redshift_cluster" "warehouse" {
  cluster_identifier = "orders"
  node_type          = "ra3.xlplus"
  port               = 5439
}

resource "aws_quicksight_vpc_connection" "reports" {
  vpc_connection_id  = "reports"
  name               = "reports"
  role_arn           = "arn:aws:iam::111122223333:role/reports"
  security_group_ids = ["sg-reports"]
  subnet_ids         = ["subnet-a", "subnet-b"]
}

resource "aws_vpc_security_group_egress_rule" "pass_https" {
  security_group_id            = "sg-a"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "tcp"
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

resource "aws_vpc_security_group_egress_rule" "pass_warehouse" {
  security_group_id            = "sg-a"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "tcp"
  from_port                    = 5439
  to_port                      = 5439
}

resource "aws_vpc_security_group_ingress_rule" "pass_answers" {
  security_group_id            = "sg-reports"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "tcp"
  from_port                    = 1024
  to_port                      = 65535
}

resource "aws_vpc_security_group_egress_rule" "fail_mail" {
  security_group_id            = "sg-a"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "tcp"
  from_port                    = 25
  to_port                      = 25
}

resource "aws_vpc_security_group_ingress_rule" "fail_shell" {
  security_group_id            = "sg-a"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "tcp"
  from_port                    = 22
  to_port                      = 22
}

resource "aws_vpc_security_group_ingress_rule" "fail_many" {
  security_group_id            = "sg-a"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "tcp"
  from_port                    = 8000
  to_port                      = 8900
}

resource "aws_vpc_security_group_egress_rule" "fail_range" {
  security_group_id            = "sg-a"
  cidr_ipv4                    = "10.20.0.0/20"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}

resource "aws_vpc_security_group_egress_rule" "fail_kubelet" {
  security_group_id            = "sg-a"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "tcp"
  from_port                    = 10250
  to_port                      = 10250
}

resource "aws_vpc_security_group_egress_rule" "fail_ping" {
  security_group_id            = "sg-a"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "icmp"
  from_port                    = -1
  to_port                      = -1
}

resource "aws_vpc" "shared" {
  cidr_block = "10.20.0.0/20"
}

resource "aws_vpc_endpoint" "kms" {
  vpc_id             = aws_vpc.shared.id
  service_name       = "com.amazonaws.eu-central-1.kms"
  vpc_endpoint_type  = "Interface"
  security_group_ids = ["sg-endpoints"]
}

resource "aws_vpc_security_group_ingress_rule" "pass_network_to_endpoints" {
  security_group_id = "sg-endpoints"
  cidr_ipv4         = "10.20.0.0/20"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_ingress_rule" "fail_part_to_endpoints" {
  security_group_id = "sg-endpoints"
  cidr_ipv4         = "10.20.0.0/24"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}
