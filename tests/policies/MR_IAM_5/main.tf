resource "aws_kms_key" "account" {
  enable_key_rotation = true
}

resource "aws_s3_bucket_policy" "pass_role" {
  bucket = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/orders"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::orders/*"}]}
  JSON
}

resource "aws_sns_topic_policy" "pass_service" {
  arn    = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "cloudwatch.amazonaws.com"}, "Action": "sns:Publish", "Resource": "arn:aws:s3:::orders/*", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_s3_bucket_policy" "pass_deny" {
  bucket = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::orders/*"}]}
  JSON
}

resource "aws_sqs_queue" "pass_without" {
  name = "orders"
}

resource "aws_s3_bucket_policy" "fail_everybody" {
  bucket = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::orders/*"}]}
  JSON
}

resource "aws_sqs_queue_policy" "fail_everybody_conditioned" {
  queue_url = "orders"
  policy    = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sqs:SendMessage", "Resource": "arn:aws:s3:::orders/*", "Condition": {"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}}}]}
  JSON
}

resource "aws_s3_bucket_policy" "fail_foreign" {
  bucket = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::999999999999:root"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::orders/*"}]}
  JSON
}

resource "aws_s3_bucket_policy" "fail_any_action" {
  bucket = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/orders"}, "Action": "s3:*", "Resource": "arn:aws:s3:::orders/*"}]}
  JSON
}

resource "aws_sns_topic_policy" "fail_service_any_account" {
  arn    = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "cloudwatch.amazonaws.com"}, "Action": "sns:Publish", "Resource": "arn:aws:s3:::orders/*"}]}
  JSON
}

resource "aws_sqs_queue" "fail_queue_itself" {
  name   = "fail_queue_itself"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "arn:aws:s3:::orders/*"}]}
  JSON
}
