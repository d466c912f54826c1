resource "aws_redshift_parameter_group" "logging" {
  name   = "logging"
  family = "redshift-1.0"

  parameter {
    name  = "enable_user_activity_logging"
    value = "true"
  }
}

resource "aws_redshift_parameter_group" "silent" {
  name   = "silent"
  family = "redshift-1.0"

  parameter {
    name  = "require_ssl"
    value = "true"
  }
}

resource "aws_redshift_cluster" "pass_all" {
  cluster_identifier           = "orders-a"
  node_type                    = "ra3.xlplus"
  cluster_parameter_group_name = aws_redshift_parameter_group.logging.name
}

resource "aws_redshift_logging" "all" {
  cluster_identifier   = aws_redshift_cluster.pass_all.cluster_identifier
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog", "userlog", "useractivitylog"]
}

resource "aws_redshift_cluster" "fail_statements" {
  cluster_identifier           = "orders-b"
  node_type                    = "ra3.xlplus"
  cluster_parameter_group_name = aws_redshift_parameter_group.silent.name
}

resource "aws_redshift_logging" "statements" {
  cluster_identifier   = aws_redshift_cluster.fail_statements.cluster_identifier
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog", "userlog", "useractivitylog"]
}

resource "aws_redshift_cluster" "fail_no_logging" {
  cluster_identifier           = "orders-c"
  node_type                    = "ra3.xlplus"
  cluster_parameter_group_name = aws_redshift_parameter_group.logging.name
}

resource "aws_redshiftserverless_namespace" "all" {
  namespace_name = "all"
  log_exports    = ["connectionlog", "userlog", "useractivitylog"]
}

resource "aws_redshiftserverless_namespace" "some" {
  namespace_name = "some"
  log_exports    = ["userlog"]
}

resource "aws_redshiftserverless_workgroup" "pass_all" {
  workgroup_name = "orders-a"
  namespace_name = aws_redshiftserverless_namespace.all.namespace_name

  config_parameter {
    parameter_key   = "enable_user_activity_logging"
    parameter_value = "true"
  }
}

resource "aws_redshiftserverless_workgroup" "fail_some" {
  workgroup_name = "orders-b"
  namespace_name = aws_redshiftserverless_namespace.some.namespace_name

  config_parameter {
    parameter_key   = "enable_user_activity_logging"
    parameter_value = "true"
  }
}

resource "aws_redshiftserverless_workgroup" "fail_statements" {
  workgroup_name = "orders-c"
  namespace_name = aws_redshiftserverless_namespace.all.namespace_name
}
