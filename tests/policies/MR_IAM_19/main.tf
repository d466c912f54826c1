resource "aws_s3_bucket" "quarantine" {
  bucket = "churn-quarantine"
  tags   = { zone = "quarantine", classification = "internal" }
}

resource "aws_s3_bucket" "staged" {
  bucket = "churn-staged"
  tags   = { zone = "staged", classification = "internal" }
}

resource "aws_s3_bucket" "approved" {
  bucket = "churn-approved"
  tags   = { zone = "approved", classification = "internal" }
}

resource "aws_s3_bucket" "models" {
  bucket = "churn-models"
  tags   = { zone = "models", classification = "internal" }
}

resource "aws_s3_bucket" "released" {
  bucket = "churn-released"
  tags   = { zone = "released", classification = "internal" }
}

resource "aws_sagemaker_model_package_group" "own" {
  model_package_group_name = "churn-models"
}

resource "aws_iam_role" "pass_prepare" {
  name               = "pass-prepare"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_pass_prepare" {
  name   = "dataflow"
  role   = aws_iam_role.pass_prepare.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:PutObject", "Resource": ["arn:aws:s3:::churn-approved/*"]}, {"Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::churn-staged/*"]}]}
  JSON
}

resource "aws_iam_role" "pass_train" {
  name               = "pass-train"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_pass_train" {
  name   = "dataflow"
  role   = aws_iam_role.pass_train.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::churn-approved/*"]}, {"Effect": "Allow", "Action": "s3:PutObject", "Resource": ["arn:aws:s3:::churn-models/*"]}]}
  JSON
}

resource "aws_iam_role" "pass_deploy" {
  name               = "pass-deploy"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_pass_deploy" {
  name   = "dataflow"
  role   = aws_iam_role.pass_deploy.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::churn-models/*"]}, {"Effect": "Allow", "Action": "s3:PutObject", "Resource": ["arn:aws:s3:::churn-released/*"]}]}
  JSON
}

resource "aws_iam_role" "pass_nothing" {
  name               = "pass-nothing"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role" "fail_prepares_and_releases" {
  name               = "fail-prepares-and-releases"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_fail_prepares_and_releases" {
  name   = "dataflow"
  role   = aws_iam_role.fail_prepares_and_releases.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:PutObject", "Resource": ["arn:aws:s3:::churn-approved/*", "arn:aws:s3:::churn-released/*"]}]}
  JSON
}

resource "aws_iam_role" "fail_fills_quarantine_and_serves" {
  name               = "fail-fills-quarantine-and-serves"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_fail_fills_quarantine_and_serves" {
  name   = "dataflow"
  role   = aws_iam_role.fail_fills_quarantine_and_serves.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:PutObject", "Resource": ["arn:aws:s3:::churn-quarantine/*"]}, {"Effect": "Allow", "Action": ["sagemaker:CreateEndpoint"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:endpoint/churn"]}]}
  JSON
}

resource "aws_iam_role" "fail_trains_and_releases" {
  name               = "fail-trains-and-releases"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_fail_trains_and_releases" {
  name   = "dataflow"
  role   = aws_iam_role.fail_trains_and_releases.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:PutObject", "Resource": ["arn:aws:s3:::churn-models/*"]}, {"Effect": "Allow", "Action": "s3:PutObject", "Resource": ["arn:aws:s3:::churn-released/*"]}]}
  JSON
}

resource "aws_iam_role" "fail_judges_and_serves" {
  name               = "fail-judges-and-serves"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_fail_judges_and_serves" {
  name   = "dataflow"
  role   = aws_iam_role.fail_judges_and_serves.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:PutObject", "Resource": ["arn:aws:s3:::churn-staged/*"]}, {"Effect": "Allow", "Action": ["sagemaker:UpdateEndpoint"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:endpoint/churn"]}]}
  JSON
}
