resource "aws_vpc_endpoint" "pass_account" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "pass_named_bucket" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::prod-region-starport-layer-bucket/*", "Condition": {"StringEquals": {"aws:PrincipalAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "pass_role" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/orders"}, "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_none" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
}

resource "aws_vpc_endpoint" "fail_open" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_any_resource" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_any_principal" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_if_exists" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", "Condition": {"StringEqualsIfExists": {"aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_foreign" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalAccount": "999999999999", "aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_two_accounts" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalAccount": ["111122223333", "999999999999"], "aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_bucket_prefix" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "arn:aws:s3:::orders-*", "Condition": {"StringEquals": {"aws:PrincipalAccount": "111122223333"}}}]}
  JSON
}

resource "aws_vpc_endpoint" "pass_closed" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"}]}
  JSON
}

resource "aws_vpc_endpoint" "pass_layers_of_images" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::prod-eu-central-1-starport-layer-bucket/*"}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_writes_to_layers" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::prod-eu-central-1-starport-layer-bucket/*"}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_layers_of_another_region" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*"}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_bucket_called_alike" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::prod-eu-central-1-starport-layer-bucket-copy/*"}]}
  JSON
}
