resource "aws_s3_bucket" "restricted" {
  bucket = "orders-restricted"
  tags = {
    classification = "restricted"
  }
}

resource "aws_redshift_cluster" "restricted" {
  cluster_identifier = "orders-a"
  node_type          = "ra3.xlplus"
  iam_roles          = [aws_iam_role.pass_same_class.arn]
  tags = {
    classification = "restricted"
  }
}

resource "aws_redshiftserverless_namespace" "internal" {
  namespace_name = "orders-b"
  iam_roles      = [aws_iam_role.fail_weaker_warehouse.arn]
  tags = {
    classification = "internal"
  }
}

resource "aws_iam_role" "pass_same_class" {
  name               = "orders-pass-same-class"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_iam_role_policy" "pass_same_class" {
  name   = "data"
  role   = aws_iam_role.pass_same_class.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.restricted.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "fail_weaker_warehouse" {
  name               = "orders-fail-weaker-warehouse"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_iam_role_policy" "fail_weaker_warehouse" {
  name   = "data"
  role   = aws_iam_role.fail_weaker_warehouse.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.restricted.bucket}/*"}]}
  JSON
}
