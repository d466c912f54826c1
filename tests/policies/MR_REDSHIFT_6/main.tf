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
  destination_region       = "eu-central-1" # where the key of this file is
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

resource "aws_redshift_cluster" "fail_copies_for_a_day" {
  cluster_identifier                  = "orders-e"
  node_type                           = "ra3.xlplus"
  automated_snapshot_retention_period = 35
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "orders-e-final"
}

resource "aws_redshift_snapshot_copy" "for_a_day" {
  cluster_identifier       = aws_redshift_cluster.fail_copies_for_a_day.cluster_identifier
  destination_region       = "eu-central-1"
  retention_period         = 1
  snapshot_copy_grant_name = aws_redshift_snapshot_copy_grant.own.snapshot_copy_grant_name
}

resource "aws_redshift_cluster" "fail_copies_where_the_key_is_not" {
  cluster_identifier                  = "orders-f"
  node_type                           = "ra3.xlplus"
  automated_snapshot_retention_period = 35
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "orders-f-final"
}

resource "aws_redshift_snapshot_copy" "where_the_key_is_not" {
  cluster_identifier       = aws_redshift_cluster.fail_copies_where_the_key_is_not.cluster_identifier
  destination_region       = "us-east-1"
  snapshot_copy_grant_name = aws_redshift_snapshot_copy_grant.own.snapshot_copy_grant_name
}
