resource "aws_vpc_endpoint" "pass_packages" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::al2023-repos-eu-central-1-de612dc2/*", "arn:aws:s3:::repo.eu-central-1.emr.amazonaws.com/*"]}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_writes_packages" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": ["arn:aws:s3:::al2023-repos-eu-central-1-de612dc2/*", "arn:aws:s3:::repo.eu-central-1.emr.amazonaws.com/*"]}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_other_bucket" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::al2023-repos-eu-central-1-de612dc2/*", "arn:aws:s3:::repo.eu-central-1.emr.amazonaws.com/*", "arn:aws:s3:::al2023-repos-of-somebody/*"]}]}
  JSON
}

resource "aws_vpc_endpoint" "fail_every_repository" {
  vpc_id       = "vpc-a"
  service_name = "com.amazonaws.eu-central-1.s3"
  policy       = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::repo.*/*"]}]}
  JSON
}
