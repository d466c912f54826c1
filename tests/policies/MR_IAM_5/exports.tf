resource "aws_kms_key" "account" {
  enable_key_rotation = true
}

resource "aws_s3_bucket_policy" "pass_deployment_reads" {
  bucket = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::orders/*", "Condition": {"ArnLike": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/lakehouse-dev-*"]}}}]}
  JSON
}

resource "aws_s3_bucket_policy" "fail_deployment_writes" {
  bucket = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::orders/*", "Condition": {"ArnLike": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/lakehouse-dev-*"]}}}]}
  JSON
}

resource "aws_s3_bucket_policy" "fail_roles_of_any_deployment" {
  bucket = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::orders/*", "Condition": {"ArnLike": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/*"]}}}]}
  JSON
}

resource "aws_s3_bucket_policy" "fail_deployment_of_another_account" {
  bucket = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::orders/*", "Condition": {"ArnLike": {"aws:PrincipalArn": ["arn:aws:iam::999999999999:role/lakehouse-dev-*"]}}}]}
  JSON
}
