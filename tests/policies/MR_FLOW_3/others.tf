resource "aws_s3_bucket" "internal" {
  bucket = "orders-internal"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket" "confidential" {
  bucket = "orders-confidential"
  tags = {
    classification = "confidential"
  }
}

resource "aws_iam_role" "pass_ml_engineer" {
  name = "orders-pass_ml_engineer"
  tags = {
    process = "persona-ml-engineer-query"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_ml_engineer" {
  name   = "data"
  role   = aws_iam_role.pass_ml_engineer.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.internal.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "fail_ml_engineer" {
  name = "orders-fail_ml_engineer"
  tags = {
    process = "persona-ml-engineer-query"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_ml_engineer" {
  name   = "data"
  role   = aws_iam_role.fail_ml_engineer.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.confidential.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "fail_federated_analyst" {
  name = "orders-fail_federated_analyst"
  tags = {
    process = "persona-analyst-query"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/x"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_federated_analyst" {
  name   = "data"
  role   = aws_iam_role.fail_federated_analyst.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.confidential.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "pass_federated_analyst" {
  name = "orders-pass_federated_analyst"
  tags = {
    process = "persona-analyst-query"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/x"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_federated_analyst" {
  name   = "data"
  role   = aws_iam_role.pass_federated_analyst.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.internal.bucket}/*"}]}
  JSON
}
