resource "aws_s3_bucket" "own" {
  bucket = "orders-own"
}

resource "aws_iam_role_policy" "pass_named" {
  name   = "pass_named"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.own.bucket}/*"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_deny" {
  name   = "pass_deny"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "s3:*", "Resource": "*"}]}
  JSON
}

resource "aws_iam_policy" "pass_managed" {
  name   = "pass_managed"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.own.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "pass_no_inline" {
  name               = "orders-pass"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_iam_role" "fail_inline" {
  name               = "orders-fail"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
  inline_policy {
    name   = "all"
    policy = <<-JSON
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::a/*"}]}
    JSON
  }
}

resource "aws_iam_role_policy" "fail_everything" {
  name   = "fail_everything"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::${aws_s3_bucket.own.bucket}/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_service" {
  name   = "fail_service"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::${aws_s3_bucket.own.bucket}/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_prefix" {
  name   = "fail_prefix"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::${aws_s3_bucket.own.bucket}/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_one_of_two" {
  name   = "fail_one_of_two"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject", "firehose:*"], "Resource": "arn:aws:s3:::${aws_s3_bucket.own.bucket}/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_question_mark" {
  name   = "fail_question_mark"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObjec?", "Resource": "arn:aws:s3:::${aws_s3_bucket.own.bucket}/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_exclusion" {
  name   = "fail_exclusion"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "NotAction": "iam:*", "Resource": "arn:aws:s3:::${aws_s3_bucket.own.bucket}/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_conditioned" {
  name   = "fail_conditioned"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::${aws_s3_bucket.own.bucket}/*", "Condition": {"StringEquals": {"aws:RequestedRegion": "eu-central-1"}}}]}
  JSON
}

resource "aws_iam_policy" "fail_managed" {
  name   = "fail_managed"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::${aws_s3_bucket.own.bucket}/*"}]}
  JSON
}
