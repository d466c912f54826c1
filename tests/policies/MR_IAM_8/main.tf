resource "aws_s3_bucket" "own" {
  bucket = "orders-own"
  tags = {
    classification = "internal"
  }
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_iam_role" "pass_any" {
  name               = "orders-any"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_iam_role_policy" "pass_bucket" {
  name   = "data"
  role   = "orders-pass_bucket"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.own.bucket}/x/*"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_key" {
  name   = "data"
  role   = "orders-pass_key"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "${aws_kms_key.own.arn}"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_catalog" {
  name   = "data"
  role   = "orders-pass_catalog"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "glue:GetDatabase", "Resource": "arn:aws:glue:eu-central-1:111122223333:database/default"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_all" {
  name   = "data"
  role   = "orders-pass_all"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "xray:PutTraceSegments", "Resource": "*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_bucket" {
  name   = "data"
  role   = "orders-fail_bucket"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::elsewhere/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_like_own" {
  name   = "data"
  role   = "orders-fail_like_own"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::orders-own-copy/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_key" {
  name   = "data"
  role   = "orders-fail_key"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:eu-central-1:111122223333:key/x"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_stream" {
  name   = "data"
  role   = "orders-fail_stream"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kinesis:PutRecord", "Resource": "arn:aws:kinesis:eu-central-1:999999999999:stream/x"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_addons" {
  name   = "pass_addons"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], "Resource": ["arn:aws:ecr:eu-central-1:602401143452:repository/eks/*", "arn:aws:ecr:eu-central-1:602401143452:repository/amazon-k8s-cni"]}]}
  JSON
}

resource "aws_iam_role_policy" "fail_other_repository_of_addons" {
  name   = "fail_other_repository_of_addons"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ecr:BatchGetImage", "Resource": "arn:aws:ecr:eu-central-1:602401143452:repository/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_pushes_addons" {
  name   = "fail_pushes_addons"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ecr:PutImage", "Resource": "arn:aws:ecr:eu-central-1:602401143452:repository/eks/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_registry_of_somebody" {
  name   = "fail_registry_of_somebody"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ecr:BatchGetImage", "Resource": "arn:aws:ecr:eu-central-1:999999999999:repository/eks/*"}]}
  JSON
}
