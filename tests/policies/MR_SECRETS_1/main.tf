resource "aws_kms_key" "own" {
  enable_key_rotation = true
}


resource "aws_redshift_cluster" "pass_managed" {
  cluster_identifier                = "orders-a"
  node_type                         = "ra3.xlplus"
  manage_master_password            = true
  master_password_secret_kms_key_id = aws_kms_key.own.arn
}

resource "aws_redshift_cluster" "fail_not_managed" {
  cluster_identifier                = "orders-b"
  node_type                         = "ra3.xlplus"
  master_password_secret_kms_key_id = aws_kms_key.own.arn
}

resource "aws_redshift_cluster" "fail_key_of_aws" {
  cluster_identifier     = "orders-c"
  node_type              = "ra3.xlplus"
  manage_master_password = true
}

resource "aws_redshiftserverless_namespace" "pass_managed" {
  namespace_name                   = "orders-a"
  manage_admin_password            = true
  admin_password_secret_kms_key_id = aws_kms_key.own.arn
}

resource "aws_redshiftserverless_namespace" "fail_not_managed" {
  namespace_name = "orders-b"
}
