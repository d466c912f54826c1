resource "aws_kms_key" "own" {
  enable_key_rotation = true
}


resource "aws_redshift_cluster" "pass_kept" {
  cluster_identifier                  = "orders-a"
  node_type                           = "ra3.xlplus"
  automated_snapshot_retention_period = 35
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "orders-a-final"
}

resource "aws_redshift_snapshot_copy_grant" "own" {
  snapshot_copy_grant_name = "orders"
  kms_key_id               = aws_kms_key.own.arn
}

resource "aws_redshift_snapshot_copy" "own" {
  cluster_identifier       = aws_redshift_cluster.pass_kept.cluster_identifier
  destination_region       = "eu-west-1"
  snapshot_copy_grant_name = aws_redshift_snapshot_copy_grant.own.snapshot_copy_grant_name
}

resource "aws_redshift_cluster" "fail_a_day" {
  cluster_identifier        = "orders-b"
  node_type                 = "ra3.xlplus"
  skip_final_snapshot       = false
  final_snapshot_identifier = "orders-b-final"
}

resource "aws_redshift_cluster" "fail_no_last_one" {
  cluster_identifier                  = "orders-c"
  node_type                           = "ra3.xlplus"
  automated_snapshot_retention_period = 35
  skip_final_snapshot                 = true
}

resource "aws_redshift_cluster" "fail_copy_under_a_key_of_aws" {
  cluster_identifier                  = "orders-d"
  node_type                           = "ra3.xlplus"
  automated_snapshot_retention_period = 35
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "orders-d-final"
}

resource "aws_redshift_snapshot_copy" "without_grant" {
  cluster_identifier = aws_redshift_cluster.fail_copy_under_a_key_of_aws.cluster_identifier
  destination_region = "eu-west-1"
}
