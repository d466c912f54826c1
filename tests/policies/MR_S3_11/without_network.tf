resource "aws_s3_bucket" "pass_used_network" {
  bucket = "orders-pass-used-network"
}

resource "aws_s3_bucket_policy" "pass_used_network" {
  bucket = aws_s3_bucket.pass_used_network.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.pass_used_network.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-0123456789abcdef0"}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "pass_services_only" {
  bucket = "orders-pass-services-only"
}

resource "aws_s3_bucket_policy" "pass_services_only" {
  bucket = aws_s3_bucket.pass_services_only.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.pass_services_only.bucket}/*", "Condition": {"BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_two_networks" {
  bucket = "orders-fail-two-networks"
}

resource "aws_s3_bucket_policy" "fail_two_networks" {
  bucket = aws_s3_bucket.fail_two_networks.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_two_networks.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": ["vpce-0123456789abcdef0", "vpce-0123456789abcdef1"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_one_endpoint_denied" {
  bucket = "orders-fail-one-endpoint-denied"
}

resource "aws_s3_bucket_policy" "fail_one_endpoint_denied" {
  bucket = aws_s3_bucket.fail_one_endpoint_denied.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_one_endpoint_denied.bucket}/*", "Condition": {"StringEquals": {"aws:SourceVpce": "vpce-0123456789abcdef0"}}}]}
  JSON
}
