resource "aws_emr_cluster" "own" {
  name          = "features"
  release_label = "emr-7.10.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"
  ec2_attributes {
    instance_profile                  = "nodes"
    emr_managed_master_security_group = "sg-primary"
    emr_managed_slave_security_group  = "sg-nodes"
    service_access_security_group     = "sg-service"
  }
}

resource "aws_vpc_security_group_ingress_rule" "pass_between_nodes" {
  security_group_id            = "sg-primary"
  referenced_security_group_id = "sg-nodes"
  ip_protocol                  = "tcp"
  from_port                    = 0
  to_port                      = 65535
}

resource "aws_vpc_security_group_ingress_rule" "pass_among_nodes" {
  security_group_id            = "sg-nodes"
  referenced_security_group_id = "sg-nodes"
  ip_protocol                  = "tcp"
  from_port                    = 0
  to_port                      = 65535
}

resource "aws_vpc_security_group_ingress_rule" "fail_from_service" {
  security_group_id            = "sg-nodes"
  referenced_security_group_id = "sg-service"
  ip_protocol                  = "tcp"
  from_port                    = 0
  to_port                      = 65535
}

resource "aws_vpc_security_group_ingress_rule" "fail_from_outside" {
  security_group_id            = "sg-nodes"
  referenced_security_group_id = "sg-b"
  ip_protocol                  = "tcp"
  from_port                    = 0
  to_port                      = 65535
}

resource "aws_vpc_security_group_ingress_rule" "fail_from_addresses" {
  security_group_id = "sg-nodes"
  cidr_ipv4         = "10.0.0.0/16"
  ip_protocol       = "tcp"
  from_port         = 0
  to_port           = 65535
}
