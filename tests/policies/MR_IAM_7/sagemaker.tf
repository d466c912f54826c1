resource "aws_iam_role" "pass_job" {
  name               = "pass-job"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "sagemaker.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role" "pass_function" {
  name               = "pass-function"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_disks" {
  name   = "dataflow"
  role   = aws_iam_role.pass_job.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["kms:CreateGrant"], "Resource": ["arn:aws:kms:eu-central-1:111122223333:key/1"], "Condition": {"StringEquals": {"kms:ViaService": "sagemaker.eu-central-1.amazonaws.com"}, "Bool": {"kms:GrantIsForAWSResource": "true"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_grants_to_anybody" {
  name   = "dataflow"
  role   = aws_iam_role.pass_job.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["kms:CreateGrant"], "Resource": ["arn:aws:kms:eu-central-1:111122223333:key/1"], "Condition": {"StringEquals": {"kms:ViaService": "sagemaker.eu-central-1.amazonaws.com"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_through_any_service" {
  name   = "dataflow"
  role   = aws_iam_role.pass_job.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["kms:CreateGrant"], "Resource": ["arn:aws:kms:eu-central-1:111122223333:key/1"], "Condition": {"Bool": {"kms:GrantIsForAWSResource": "true"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_deletes_too" {
  name   = "dataflow"
  role   = aws_iam_role.pass_job.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["kms:CreateGrant", "kms:ScheduleKeyDeletion"], "Resource": ["arn:aws:kms:eu-central-1:111122223333:key/1"], "Condition": {"StringEquals": {"kms:ViaService": "sagemaker.eu-central-1.amazonaws.com"}, "Bool": {"kms:GrantIsForAWSResource": "true"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_grants_of_a_function" {
  name   = "dataflow"
  role   = aws_iam_role.pass_function.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["kms:CreateGrant"], "Resource": ["arn:aws:kms:eu-central-1:111122223333:key/1"], "Condition": {"StringEquals": {"kms:ViaService": "sagemaker.eu-central-1.amazonaws.com"}, "Bool": {"kms:GrantIsForAWSResource": "true"}}}]}
  JSON
}
