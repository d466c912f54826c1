resource "aws_redshift_subnet_group" "private" {
  name       = "orders"
  subnet_ids = ["subnet-a", "subnet-b"]
}

resource "aws_vpc_security_group_ingress_rule" "from_reports" {
  security_group_id            = "sg-a"
  referenced_security_group_id = "sg-reports"
  ip_protocol                  = "tcp"
  from_port                    = 5439
  to_port                      = 5439
}

resource "aws_vpc_security_group_ingress_rule" "from_a_range" {
  security_group_id = "sg-open"
  cidr_ipv4         = "10.20.0.0/20"
  ip_protocol       = "tcp"
  from_port         = 5439
  to_port           = 5439
}

resource "aws_redshift_cluster" "pass_private" {
  cluster_identifier        = "orders-a"
  node_type                 = "ra3.xlplus"
  publicly_accessible       = false
  enhanced_vpc_routing      = true
  cluster_subnet_group_name = aws_redshift_subnet_group.private.name
  vpc_security_group_ids    = ["sg-a"]
}

resource "aws_redshift_cluster" "fail_public" {
  cluster_identifier        = "orders-b"
  node_type                 = "ra3.xlplus"
  publicly_accessible       = true
  enhanced_vpc_routing      = true
  cluster_subnet_group_name = aws_redshift_subnet_group.private.name
  vpc_security_group_ids    = ["sg-a"]
}

resource "aws_redshift_cluster" "fail_public_by_default" {
  cluster_identifier        = "orders-c"
  node_type                 = "ra3.xlplus"
  enhanced_vpc_routing      = true
  cluster_subnet_group_name = aws_redshift_subnet_group.private.name
  vpc_security_group_ids    = ["sg-a"]
}

resource "aws_redshift_cluster" "fail_default_subnets" {
  cluster_identifier     = "orders-d"
  node_type              = "ra3.xlplus"
  publicly_accessible    = false
  enhanced_vpc_routing   = true
  vpc_security_group_ids = ["sg-a"]
}

resource "aws_redshiftserverless_workgroup" "pass_private" {
  workgroup_name       = "orders-a"
  namespace_name       = "orders"
  publicly_accessible  = false
  enhanced_vpc_routing = true
  security_group_ids   = ["sg-a"]
  subnet_ids           = ["subnet-a", "subnet-b"]
}

resource "aws_redshiftserverless_workgroup" "fail_past_the_network" {
  workgroup_name      = "orders-b"
  namespace_name      = "orders"
  publicly_accessible = false
  security_group_ids  = ["sg-a"]
  subnet_ids          = ["subnet-a", "subnet-b"]
}

resource "aws_redshiftserverless_workgroup" "fail_default_group" {
  workgroup_name       = "orders-c"
  namespace_name       = "orders"
  publicly_accessible  = false
  enhanced_vpc_routing = true
  subnet_ids           = ["subnet-a", "subnet-b"]
}

resource "aws_redshiftserverless_workgroup" "fail_open_to_a_range" {
  workgroup_name       = "orders-d"
  namespace_name       = "orders"
  publicly_accessible  = false
  enhanced_vpc_routing = true
  security_group_ids   = ["sg-open"]
  subnet_ids           = ["subnet-a", "subnet-b"]
}
