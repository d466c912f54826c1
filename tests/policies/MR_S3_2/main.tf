resource "aws_s3_bucket" "pass_tls_only" {
  bucket = "orders-pass-tls-only"
}

resource "aws_s3_bucket" "fail_no_policy" {
  bucket = "orders-fail-no-policy"
}

resource "aws_s3_bucket" "fail_allow" {
  bucket = "orders-fail-allow"
}

resource "aws_s3_bucket" "fail_objects_only" {
  bucket = "orders-fail-objects-only"
}

resource "aws_s3_bucket" "fail_bucket_only" {
  bucket = "orders-fail-bucket-only"
}

resource "aws_s3_bucket" "fail_one_action" {
  bucket = "orders-fail-one-action"
}

resource "aws_s3_bucket" "fail_one_principal" {
  bucket = "orders-fail-one-principal"
}

resource "aws_s3_bucket" "fail_narrowed" {
  bucket = "orders-fail-narrowed"
}

resource "aws_s3_bucket" "fail_reversed" {
  bucket = "orders-fail-reversed"
}

resource "aws_s3_bucket_policy" "pass_tls_only" {
  bucket = aws_s3_bucket.pass_tls_only.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "s3:*", "Resource": ["arn:aws:s3:::${aws_s3_bucket.pass_tls_only.bucket}", "arn:aws:s3:::${aws_s3_bucket.pass_tls_only.bucket}/*"], "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
}

resource "aws_s3_bucket_policy" "fail_allow" {
  bucket = aws_s3_bucket.fail_allow.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::${aws_s3_bucket.fail_allow.bucket}", "arn:aws:s3:::${aws_s3_bucket.fail_allow.bucket}/*"], "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
}

resource "aws_s3_bucket_policy" "fail_objects_only" {
  bucket = aws_s3_bucket.fail_objects_only.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_objects_only.bucket}/*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
}

resource "aws_s3_bucket_policy" "fail_bucket_only" {
  bucket = aws_s3_bucket.fail_bucket_only.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_bucket_only.bucket}", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
}

resource "aws_s3_bucket_policy" "fail_one_action" {
  bucket = aws_s3_bucket.fail_one_action.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::${aws_s3_bucket.fail_one_action.bucket}", "arn:aws:s3:::${aws_s3_bucket.fail_one_action.bucket}/*"], "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
}

resource "aws_s3_bucket_policy" "fail_one_principal" {
  bucket = aws_s3_bucket.fail_one_principal.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "s3:*", "Resource": ["arn:aws:s3:::${aws_s3_bucket.fail_one_principal.bucket}", "arn:aws:s3:::${aws_s3_bucket.fail_one_principal.bucket}/*"], "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
}

resource "aws_s3_bucket_policy" "fail_narrowed" {
  bucket = aws_s3_bucket.fail_narrowed.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::${aws_s3_bucket.fail_narrowed.bucket}", "arn:aws:s3:::${aws_s3_bucket.fail_narrowed.bucket}/*"], "Condition": {"Bool": {"aws:SecureTransport": "false"}, "StringEquals": {"aws:PrincipalAccount": "111122223333"}}}]}
  JSON
}

resource "aws_s3_bucket_policy" "fail_reversed" {
  bucket = aws_s3_bucket.fail_reversed.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::${aws_s3_bucket.fail_reversed.bucket}", "arn:aws:s3:::${aws_s3_bucket.fail_reversed.bucket}/*"], "Condition": {"Bool": {"aws:SecureTransport": "true"}}}]}
  JSON
}
