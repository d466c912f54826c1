resource "aws_s3_bucket" "own" {
  bucket = "orders-own"
}

resource "aws_iam_role_policy" "pass_objects" {
  name   = "pass_objects"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.own.bucket}/*"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_unscoped" {
  name   = "pass_unscoped"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["xray:PutTraceSegments", "ec2:CreateNetworkInterface"], "Resource": "*"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_log_streams" {
  name   = "pass_log_streams"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "arn:aws:logs:eu-central-1:111122223333:log-group:/aws/lambda/orders:*"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_glue_database" {
  name   = "pass_glue_database"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "glue:GetTable", "Resource": "arn:aws:glue:eu-central-1:111122223333:table/orders/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_everything" {
  name   = "fail_everything"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_conditioned" {
  name   = "fail_conditioned"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"StringEquals": {"aws:RequestedRegion": "eu-central-1"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_mixed" {
  name   = "fail_mixed"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["xray:PutTraceSegments", "s3:GetObject"], "Resource": "*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_all_buckets" {
  name   = "fail_all_buckets"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::*/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_bucket_prefix" {
  name   = "fail_bucket_prefix"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::orders-*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_all_streams" {
  name   = "fail_all_streams"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kinesis:GetRecords", "Resource": "arn:aws:kinesis:eu-central-1:111122223333:stream/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_all_keys" {
  name   = "fail_all_keys"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:eu-central-1:111122223333:key/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_all_regions" {
  name   = "fail_all_regions"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kinesis:GetRecords", "Resource": "arn:aws:kinesis:*:111122223333:stream/orders"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_all_accounts" {
  name   = "fail_all_accounts"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-central-1:*:orders"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_all_queues" {
  name   = "fail_all_queues"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-central-1:111122223333:*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_all_logs" {
  name   = "fail_all_logs"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "arn:aws:logs:eu-central-1:111122223333:log-group:*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_any_arn" {
  name   = "fail_any_arn"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_exclusion" {
  name   = "fail_exclusion"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::a"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_tags_of_what_it_makes" {
  name   = "pass_tags_of_what_it_makes"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "arn:aws:ec2:eu-central-1:111122223333:network-interface/*", "Condition": {"StringEquals": {"ec2:CreateAction": "CreateNetworkInterface"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_named_tags" {
  name   = "pass_named_tags"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "arn:aws:ec2:eu-central-1:111122223333:instance/*", "Condition": {"ForAnyValue:StringLike": {"aws:TagKeys": "kubernetes.io/cluster/*"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_interfaces_of_pods" {
  name   = "pass_interfaces_of_pods"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:AttachNetworkInterface", "ec2:ModifyNetworkInterfaceAttribute"], "Resource": "arn:aws:ec2:eu-central-1:111122223333:network-interface/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_any_tag" {
  name   = "fail_any_tag"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "arn:aws:ec2:eu-central-1:111122223333:instance/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_every_tag" {
  name   = "fail_every_tag"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "arn:aws:ec2:eu-central-1:111122223333:instance/*", "Condition": {"ForAnyValue:StringLike": {"aws:TagKeys": "*"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_tags_and_more" {
  name   = "fail_tags_and_more"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:CreateTags", "ec2:RunInstances"], "Resource": "arn:aws:ec2:eu-central-1:111122223333:instance/*", "Condition": {"StringEquals": {"ec2:CreateAction": "RunInstances"}}}]}
  JSON
}
