resource "aws_s3_bucket" "quarantine" {
  bucket = "churn-quarantine"
  tags   = { zone = "quarantine", classification = "internal" }
}

resource "aws_s3_bucket" "released" {
  bucket = "churn-released"
  tags   = { zone = "released", classification = "internal" }
}

resource "aws_iam_role" "pass_no_training" {
  name               = "pass-no-training"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_pass_no_training" {
  name   = "dataflow"
  role   = aws_iam_role.pass_no_training.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:PutObject", "Resource": ["arn:aws:s3:::churn-quarantine/*", "arn:aws:s3:::churn-released/*"]}]}
  JSON
}
