resource "aws_redshift_parameter_group" "closed" {
  name   = "closed"
  family = "redshift-1.0"

  parameter {
    name  = "require_ssl"
    value = "true"
  }
}

resource "aws_redshift_parameter_group" "open" {
  name   = "open"
  family = "redshift-1.0"

  parameter {
    name  = "require_ssl"
    value = "false"
  }
}

resource "aws_redshift_cluster" "pass_tls" {
  cluster_identifier           = "orders-a"
  node_type                    = "ra3.xlplus"
  cluster_parameter_group_name = aws_redshift_parameter_group.closed.name
}

resource "aws_redshift_cluster" "fail_plain" {
  cluster_identifier           = "orders-b"
  node_type                    = "ra3.xlplus"
  cluster_parameter_group_name = aws_redshift_parameter_group.open.name
}

resource "aws_redshift_cluster" "fail_default_group" {
  cluster_identifier = "orders-c"
  node_type          = "ra3.xlplus"
}

resource "aws_redshiftserverless_workgroup" "pass_tls" {
  workgroup_name = "orders-a"
  namespace_name = "orders"

  config_parameter {
    parameter_key   = "require_ssl"
    parameter_value = "true"
  }
}

resource "aws_redshiftserverless_workgroup" "fail_plain" {
  workgroup_name = "orders-b"
  namespace_name = "orders"

  config_parameter {
    parameter_key   = "require_ssl"
    parameter_value = "false"
  }
}

resource "aws_redshiftserverless_workgroup" "fail_not_said" {
  workgroup_name = "orders-c"
  namespace_name = "orders"
}
