resource "aws_redshift_cluster" "pass_bounded" {
  cluster_identifier = "orders-a"
  node_type          = "ra3.xlplus"
  number_of_nodes    = 2
}

resource "aws_redshift_usage_limit" "bounded" {
  cluster_identifier = aws_redshift_cluster.pass_bounded.cluster_identifier
  feature_type       = "concurrency-scaling"
  limit_type         = "time"
  amount             = 60
  breach_action      = "disable"
}

resource "aws_redshift_cluster" "fail_one_node" {
  cluster_identifier = "orders-b"
  node_type          = "ra3.xlplus"
  number_of_nodes    = 1
}

resource "aws_redshift_usage_limit" "one_node" {
  cluster_identifier = aws_redshift_cluster.fail_one_node.cluster_identifier
  feature_type       = "concurrency-scaling"
  limit_type         = "time"
  amount             = 60
  breach_action      = "disable"
}

resource "aws_redshift_cluster" "fail_limit_that_logs" {
  cluster_identifier = "orders-c"
  node_type          = "ra3.xlplus"
  number_of_nodes    = 2
}

resource "aws_redshift_usage_limit" "logs" {
  cluster_identifier = aws_redshift_cluster.fail_limit_that_logs.cluster_identifier
  feature_type       = "concurrency-scaling"
  limit_type         = "time"
  amount             = 60
  breach_action      = "log"
}

resource "aws_redshiftserverless_workgroup" "pass_bounded" {
  workgroup_name = "orders-a"
  namespace_name = "orders"
  base_capacity  = 8
  max_capacity   = 32
}

resource "aws_redshiftserverless_usage_limit" "bounded" {
  resource_arn  = aws_redshiftserverless_workgroup.pass_bounded.arn
  usage_type    = "serverless-compute"
  amount        = 64
  breach_action = "deactivate"
}

resource "aws_redshiftserverless_workgroup" "fail_no_ceiling" {
  workgroup_name = "orders-b"
  namespace_name = "orders"
  base_capacity  = 8
}

resource "aws_redshiftserverless_usage_limit" "no_ceiling" {
  resource_arn  = aws_redshiftserverless_workgroup.fail_no_ceiling.arn
  usage_type    = "serverless-compute"
  amount        = 64
  breach_action = "deactivate"
}

resource "aws_redshiftserverless_workgroup" "fail_no_limit" {
  workgroup_name = "orders-c"
  namespace_name = "orders"
  base_capacity  = 8
  max_capacity   = 32
}
