resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_redshift_snapshot_copy_grant" "unused" {
  snapshot_copy_grant_name = "orders"
  kms_key_id               = aws_kms_key.own.arn
}

resource "aws_redshift_cluster" "fail_copy_dropped" {
  cluster_identifier                  = "orders-a"
  node_type                           = "ra3.xlplus"
  automated_snapshot_retention_period = 35
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "orders-a-final"
}
