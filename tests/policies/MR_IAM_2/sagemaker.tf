resource "aws_iam_role" "pass_own" {
  name               = "pass-own"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_bound_jobs" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateTrainingJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:training-job/pipelines-*"], "Condition": {"ArnEquals": {"sagemaker:OutputKmsKey": ["arn:aws:kms:eu-central-1:111122223333:key/1"], "sagemaker:VolumeKmsKey": "arn:aws:kms:eu-central-1:111122223333:key/1"}, "Bool": {"sagemaker:InterContainerTrafficEncryption": "true", "sagemaker:NetworkIsolation": "true"}, "ForAllValues:StringEquals": {"sagemaker:VpcSecurityGroupIds": ["sg-1"], "sagemaker:VpcSubnets": ["subnet-1"]}, "Null": {"sagemaker:VpcSecurityGroupIds": "false", "sagemaker:VpcSubnets": "false"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_follows_jobs" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:AddTags", "sagemaker:DescribeTrainingJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:training-job/pipelines-*"]}]}
  JSON
}

resource "aws_iam_role_policy" "pass_tracks" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateTrial"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:experiment-trial/churn-*"]}]}
  JSON
}

resource "aws_iam_role_policy" "fail_jobs_of_all" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:DescribeTrainingJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:training-job/*"]}]}
  JSON
}

resource "aws_iam_role_policy" "fail_unbound_jobs" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateTrainingJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:training-job/pipelines-*"]}]}
  JSON
}

resource "aws_iam_role_policy" "fail_every_model" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:DescribeModelPackage"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-*"]}]}
  JSON
}
