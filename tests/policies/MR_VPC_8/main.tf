resource "aws_security_group" "own" {
  name = "orders"
}

resource "aws_vpc_endpoint" "pass_named" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::orders/*", "Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/orders"}, "StringEquals": {"aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "pass_packages" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::packages-of-aws/*", "Condition": {"StringEquals": {"aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "pass_unscoped" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.xray"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "xray:PutTraceSegments", "Resource": "*", "Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/orders"}, "StringEquals": {"aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "pass_interface" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.kms"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  security_group_ids  = [aws_security_group.own.id]
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:eu-central-1:111122223333:key/x", "Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/orders"}, "StringEquals": {"aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "pass_shared" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  tags = {
    blueprint = "region_baseline"
  }
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_every_action" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::orders/*", "Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/orders"}, "StringEquals": {"aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_every_resource" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", "Resource": "*", "Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/orders"}, "StringEquals": {"aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_every_caller" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::orders/*", "Condition": {"StringEquals": {"aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_pattern" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::orders/*", "Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/*"}, "StringEquals": {"aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_other_service" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.vpce.eu-central-1.vpce-svc-0123456789abcdef0"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::orders/*", "Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/orders"}, "StringEquals": {"aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_default_group" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.kms"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:eu-central-1:111122223333:key/x", "Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/orders"}, "StringEquals": {"aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_foreign_group" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.kms"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  security_group_ids  = ["sg-0123456789abcdef0"]
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:eu-central-1:111122223333:key/x", "Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/orders"}, "StringEquals": {"aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_no_name" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.kms"
  vpc_endpoint_type   = "Interface"
  security_group_ids  = [aws_security_group.own.id]
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:eu-central-1:111122223333:key/x", "Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/orders"}, "StringEquals": {"aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}}}]}
  JSON
}
