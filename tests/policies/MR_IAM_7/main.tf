resource "aws_iam_role_policy" "pass_data" {
  name   = "data"
  role   = "orders-pass_data"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject", "kms:GenerateDataKey", "sqs:DeleteMessage", "logs:CreateLogStream", "ec2:DeleteNetworkInterface"], "Resource": "arn:aws:s3:::orders-raw/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_assume" {
  name   = "data"
  role   = "orders-fail_assume"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:s3:::orders-raw/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_any_case" {
  name   = "data"
  role   = "orders-fail_any_case"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "IAM:putrolepolicy", "Resource": "arn:aws:s3:::orders-raw/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_key_policy" {
  name   = "data"
  role   = "orders-fail_key_policy"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:PutKeyPolicy", "Resource": "arn:aws:s3:::orders-raw/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_bucket_policy" {
  name   = "data"
  role   = "orders-fail_bucket_policy"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:PutBucketPolicy", "Resource": "arn:aws:s3:::orders-raw/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_lock" {
  name   = "data"
  role   = "orders-fail_lock"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:BypassGovernanceRetention", "Resource": "arn:aws:s3:::orders-raw/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_versions" {
  name   = "data"
  role   = "orders-fail_versions"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:DeleteObjectVersion", "Resource": "arn:aws:s3:::orders-raw/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_wildcard" {
  name   = "data"
  role   = "orders-fail_wildcard"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:Put*", "Resource": "arn:aws:s3:::orders-raw/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_lifecycle" {
  name   = "data"
  role   = "orders-fail_lifecycle"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:PutLifecycleConfiguration", "Resource": "arn:aws:s3:::orders-raw/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_stream_policy" {
  name   = "data"
  role   = "orders-fail_stream_policy"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kinesis:PutResourcePolicy", "Resource": "arn:aws:s3:::orders-raw/*"}]}
  JSON
}
