resource "aws_s3_bucket" "pass_12" {
  bucket = "orders-pass-12"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket_policy" "pass_12" {
  bucket = aws_s3_bucket.pass_12.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::${aws_s3_bucket.pass_12.bucket}", "arn:aws:s3:::${aws_s3_bucket.pass_12.bucket}/*"], "Condition": {"NumericLessThan": {"s3:TlsVersion": "1.2"}}}]}
  JSON
}

resource "aws_s3_bucket" "pass_13" {
  bucket = "orders-pass-13"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket_policy" "pass_13" {
  bucket = aws_s3_bucket.pass_13.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::${aws_s3_bucket.pass_13.bucket}", "arn:aws:s3:::${aws_s3_bucket.pass_13.bucket}/*"], "Condition": {"NumericLessThan": {"s3:TlsVersion": "1.3"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_11" {
  bucket = "orders-fail-11"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket_policy" "fail_11" {
  bucket = aws_s3_bucket.fail_11.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::${aws_s3_bucket.fail_11.bucket}", "arn:aws:s3:::${aws_s3_bucket.fail_11.bucket}/*"], "Condition": {"NumericLessThan": {"s3:TlsVersion": "1.1"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_objects_only" {
  bucket = "orders-fail-objects-only"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket_policy" "fail_objects_only" {
  bucket = aws_s3_bucket.fail_objects_only.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_objects_only.bucket}/*", "Condition": {"NumericLessThan": {"s3:TlsVersion": "1.2"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_one_action" {
  bucket = "orders-fail-one-action"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket_policy" "fail_one_action" {
  bucket = aws_s3_bucket.fail_one_action.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::${aws_s3_bucket.fail_one_action.bucket}", "arn:aws:s3:::${aws_s3_bucket.fail_one_action.bucket}/*"], "Condition": {"NumericLessThan": {"s3:TlsVersion": "1.2"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_allowed" {
  bucket = "orders-fail-allowed"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket_policy" "fail_allowed" {
  bucket = aws_s3_bucket.fail_allowed.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::${aws_s3_bucket.fail_allowed.bucket}", "arn:aws:s3:::${aws_s3_bucket.fail_allowed.bucket}/*"], "Condition": {"NumericLessThan": {"s3:TlsVersion": "1.2"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_one_principal" {
  bucket = "orders-fail-one-principal"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket_policy" "fail_one_principal" {
  bucket = aws_s3_bucket.fail_one_principal.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "s3:*", "Resource": ["arn:aws:s3:::${aws_s3_bucket.fail_one_principal.bucket}", "arn:aws:s3:::${aws_s3_bucket.fail_one_principal.bucket}/*"], "Condition": {"NumericLessThan": {"s3:TlsVersion": "1.2"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_no_policy" {
  bucket = "orders-fail-no-policy"
  tags = {
    classification = "internal"
  }
}
