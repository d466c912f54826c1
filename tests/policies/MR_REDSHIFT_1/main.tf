resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_kms_key" "still" {
  enable_key_rotation = false
}

resource "aws_redshift_cluster" "pass_own_key" {
  cluster_identifier = "orders-a"
  node_type          = "ra3.xlplus"
  encrypted          = true
  kms_key_id         = aws_kms_key.own.arn
}

resource "aws_redshift_cluster" "fail_not_encrypted" {
  cluster_identifier = "orders-b"
  node_type          = "ra3.xlplus"
  encrypted          = false
  kms_key_id         = aws_kms_key.own.arn
}

resource "aws_redshift_cluster" "fail_key_of_aws" {
  cluster_identifier = "orders-c"
  node_type          = "ra3.xlplus"
  encrypted          = true
}

resource "aws_redshiftserverless_namespace" "pass_own_key" {
  namespace_name = "orders-a"
  kms_key_id     = aws_kms_key.own.arn
}

resource "aws_redshiftserverless_namespace" "fail_key_of_aws" {
  namespace_name = "orders-b"
}

resource "aws_redshiftserverless_namespace" "fail_key_that_does_not_rotate" {
  namespace_name = "orders-c"
  kms_key_id     = aws_kms_key.still.arn
}

resource "aws_redshiftserverless_namespace" "fail_foreign_key" {
  namespace_name = "orders-d"
  kms_key_id     = "arn:aws:kms:eu-central-1:999999999999:key/6f2a"
}
