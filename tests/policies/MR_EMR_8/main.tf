resource "aws_vpc_security_group_egress_rule" "tcp" {
  security_group_id            = "sg-nodes"
  referenced_security_group_id = "sg-nodes"
  ip_protocol                  = "tcp"
  from_port                    = 0
  to_port                      = 65535
}

resource "aws_vpc_security_group_egress_rule" "udp" {
  security_group_id            = "sg-nodes"
  referenced_security_group_id = "sg-nodes"
  ip_protocol                  = "udp"
  from_port                    = 0
  to_port                      = 65535
}

resource "aws_vpc_security_group_egress_rule" "icmp" {
  security_group_id            = "sg-nodes"
  referenced_security_group_id = "sg-nodes"
  ip_protocol                  = "icmp"
  from_port                    = -1
  to_port                      = -1
}

resource "aws_vpc_security_group_ingress_rule" "tcp" {
  security_group_id            = "sg-nodes"
  referenced_security_group_id = "sg-nodes"
  ip_protocol                  = "tcp"
  from_port                    = 0
  to_port                      = 65535
}

resource "aws_vpc_security_group_ingress_rule" "udp" {
  security_group_id            = "sg-nodes"
  referenced_security_group_id = "sg-nodes"
  ip_protocol                  = "udp"
  from_port                    = 0
  to_port                      = 65535
}

resource "aws_vpc_security_group_ingress_rule" "icmp" {
  security_group_id            = "sg-nodes"
  referenced_security_group_id = "sg-nodes"
  ip_protocol                  = "icmp"
  from_port                    = -1
  to_port                      = -1
}

resource "aws_emr_cluster" "pass_all_rules" {
  name          = "orders-pass-all-rules"
  release_label = "emr-7.10.0"
  service_role  = "orders-spark-service"

  ec2_attributes {
    instance_profile                  = "nodes"
    emr_managed_master_security_group = "sg-nodes"
    emr_managed_slave_security_group  = "sg-nodes"
  }
}

resource "aws_emr_cluster" "fail_one_rule" {
  name          = "orders-fail-one-rule"
  release_label = "emr-7.10.0"
  service_role  = "orders-spark-service"

  ec2_attributes {
    instance_profile                  = "nodes"
    emr_managed_master_security_group = "sg-half"
    emr_managed_slave_security_group  = "sg-half"
  }
}

resource "aws_emr_cluster" "fail_no_groups" {
  name          = "orders-fail-no-groups"
  release_label = "emr-7.10.0"
  service_role  = "orders-spark-service"
}

resource "aws_vpc_security_group_ingress_rule" "half" {
  security_group_id            = "sg-half"
  referenced_security_group_id = "sg-half"
  ip_protocol                  = "tcp"
  from_port                    = 0
  to_port                      = 65535
}
