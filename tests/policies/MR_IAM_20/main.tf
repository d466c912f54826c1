resource "aws_iam_role" "pass_own" {
  name               = "own"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_bound" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateTrainingJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:training-job/pipelines-*"], "Condition": {"ArnEquals": {"sagemaker:OutputKmsKey": ["arn:aws:kms:eu-central-1:111122223333:key/1"], "sagemaker:VolumeKmsKey": "arn:aws:kms:eu-central-1:111122223333:key/1"}, "Bool": {"sagemaker:InterContainerTrafficEncryption": "true", "sagemaker:NetworkIsolation": "true"}, "ForAllValues:StringEquals": {"sagemaker:VpcSecurityGroupIds": ["sg-1"], "sagemaker:VpcSubnets": ["subnet-1"]}, "Null": {"sagemaker:VpcSecurityGroupIds": "false", "sagemaker:VpcSubnets": "false"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_processing" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateProcessingJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:processing-job/churn-*"], "Condition": {"ArnEquals": {"sagemaker:OutputKmsKey": ["arn:aws:kms:eu-central-1:111122223333:key/1"], "sagemaker:VolumeKmsKey": "arn:aws:kms:eu-central-1:111122223333:key/1"}, "Bool": {"sagemaker:InterContainerTrafficEncryption": "true", "sagemaker:NetworkIsolation": "true"}, "ForAllValues:StringEquals": {"sagemaker:VpcSecurityGroupIds": ["sg-1"], "sagemaker:VpcSubnets": ["subnet-1"]}, "Null": {"sagemaker:VpcSecurityGroupIds": "false", "sagemaker:VpcSubnets": "false"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_follows" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:DescribeTrainingJob", "sagemaker:StopTrainingJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:training-job/pipelines-*"]}]}
  JSON
}

resource "aws_iam_role_policy" "pass_nothing_of_it" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::x/*"]}]}
  JSON
}

resource "aws_iam_role_policy" "fail_unbound" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateTrainingJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:training-job/pipelines-*"]}]}
  JSON
}

resource "aws_iam_role_policy" "fail_not_isolated" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateTrainingJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:training-job/pipelines-*"], "Condition": {"ArnEquals": {"sagemaker:OutputKmsKey": ["arn:aws:kms:eu-central-1:111122223333:key/1"], "sagemaker:VolumeKmsKey": "arn:aws:kms:eu-central-1:111122223333:key/1"}, "Bool": {"sagemaker:InterContainerTrafficEncryption": "true"}, "ForAllValues:StringEquals": {"sagemaker:VpcSecurityGroupIds": ["sg-1"], "sagemaker:VpcSubnets": ["subnet-1"]}, "Null": {"sagemaker:VpcSecurityGroupIds": "false", "sagemaker:VpcSubnets": "false"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_talks_in_the_clear" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateTrainingJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:training-job/pipelines-*"], "Condition": {"ArnEquals": {"sagemaker:OutputKmsKey": ["arn:aws:kms:eu-central-1:111122223333:key/1"], "sagemaker:VolumeKmsKey": "arn:aws:kms:eu-central-1:111122223333:key/1"}, "Bool": {"sagemaker:InterContainerTrafficEncryption": "false", "sagemaker:NetworkIsolation": "true"}, "ForAllValues:StringEquals": {"sagemaker:VpcSecurityGroupIds": ["sg-1"], "sagemaker:VpcSubnets": ["subnet-1"]}, "Null": {"sagemaker:VpcSecurityGroupIds": "false", "sagemaker:VpcSubnets": "false"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_any_disk" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateTrainingJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:training-job/pipelines-*"], "Condition": {"ArnEquals": {"sagemaker:OutputKmsKey": ["arn:aws:kms:eu-central-1:111122223333:key/1"]}, "Bool": {"sagemaker:InterContainerTrafficEncryption": "true", "sagemaker:NetworkIsolation": "true"}, "ForAllValues:StringEquals": {"sagemaker:VpcSecurityGroupIds": ["sg-1"], "sagemaker:VpcSubnets": ["subnet-1"]}, "Null": {"sagemaker:VpcSecurityGroupIds": "false", "sagemaker:VpcSubnets": "false"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_any_output" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateTrainingJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:training-job/pipelines-*"], "Condition": {"ArnEquals": {"sagemaker:OutputKmsKey": ["arn:aws:kms:eu-central-1:111122223333:key/*"], "sagemaker:VolumeKmsKey": "arn:aws:kms:eu-central-1:111122223333:key/1"}, "Bool": {"sagemaker:InterContainerTrafficEncryption": "true", "sagemaker:NetworkIsolation": "true"}, "ForAllValues:StringEquals": {"sagemaker:VpcSecurityGroupIds": ["sg-1"], "sagemaker:VpcSubnets": ["subnet-1"]}, "Null": {"sagemaker:VpcSecurityGroupIds": "false", "sagemaker:VpcSubnets": "false"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_any_subnet" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateTrainingJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:training-job/pipelines-*"], "Condition": {"ArnEquals": {"sagemaker:OutputKmsKey": ["arn:aws:kms:eu-central-1:111122223333:key/1"], "sagemaker:VolumeKmsKey": "arn:aws:kms:eu-central-1:111122223333:key/1"}, "Bool": {"sagemaker:InterContainerTrafficEncryption": "true", "sagemaker:NetworkIsolation": "true"}, "ForAllValues:StringEquals": {"sagemaker:VpcSecurityGroupIds": ["sg-1"]}, "Null": {"sagemaker:VpcSecurityGroupIds": "false", "sagemaker:VpcSubnets": "false"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_no_subnet_at_all" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateTrainingJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:training-job/pipelines-*"], "Condition": {"ArnEquals": {"sagemaker:OutputKmsKey": ["arn:aws:kms:eu-central-1:111122223333:key/1"], "sagemaker:VolumeKmsKey": "arn:aws:kms:eu-central-1:111122223333:key/1"}, "Bool": {"sagemaker:InterContainerTrafficEncryption": "true", "sagemaker:NetworkIsolation": "true"}, "ForAllValues:StringEquals": {"sagemaker:VpcSecurityGroupIds": ["sg-1"], "sagemaker:VpcSubnets": ["subnet-1"]}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_any_group" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateProcessingJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:processing-job/churn-*"], "Condition": {"ArnEquals": {"sagemaker:OutputKmsKey": ["arn:aws:kms:eu-central-1:111122223333:key/1"], "sagemaker:VolumeKmsKey": "arn:aws:kms:eu-central-1:111122223333:key/1"}, "Bool": {"sagemaker:InterContainerTrafficEncryption": "true", "sagemaker:NetworkIsolation": "true"}, "ForAllValues:StringEquals": {"sagemaker:VpcSubnets": ["subnet-1"]}, "Null": {"sagemaker:VpcSecurityGroupIds": "false", "sagemaker:VpcSubnets": "false"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_where_there_is_a_key" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateTrainingJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:training-job/pipelines-*"], "Condition": {"ArnEquals": {"sagemaker:OutputKmsKey": ["arn:aws:kms:eu-central-1:111122223333:key/1"]}, "Bool": {"sagemaker:InterContainerTrafficEncryption": "true", "sagemaker:NetworkIsolation": "true"}, "ForAllValues:StringEquals": {"sagemaker:VpcSecurityGroupIds": ["sg-1"], "sagemaker:VpcSubnets": ["subnet-1"]}, "Null": {"sagemaker:VpcSecurityGroupIds": "false", "sagemaker:VpcSubnets": "false"}, "ArnEqualsIfExists": {"sagemaker:VolumeKmsKey": "arn:aws:kms:eu-central-1:111122223333:key/1"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_with_others" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateTrainingJob", "sagemaker:StopTrainingJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:training-job/pipelines-*"], "Condition": {"ArnEquals": {"sagemaker:OutputKmsKey": ["arn:aws:kms:eu-central-1:111122223333:key/1"], "sagemaker:VolumeKmsKey": "arn:aws:kms:eu-central-1:111122223333:key/1"}, "Bool": {"sagemaker:InterContainerTrafficEncryption": "true", "sagemaker:NetworkIsolation": "true"}, "ForAllValues:StringEquals": {"sagemaker:VpcSecurityGroupIds": ["sg-1"], "sagemaker:VpcSubnets": ["subnet-1"]}, "Null": {"sagemaker:VpcSecurityGroupIds": "false", "sagemaker:VpcSubnets": "false"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_wildcard" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:Create*"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:training-job/pipelines-*"], "Condition": {"ArnEquals": {"sagemaker:OutputKmsKey": ["arn:aws:kms:eu-central-1:111122223333:key/1"], "sagemaker:VolumeKmsKey": "arn:aws:kms:eu-central-1:111122223333:key/1"}, "Bool": {"sagemaker:InterContainerTrafficEncryption": "true", "sagemaker:NetworkIsolation": "true"}, "ForAllValues:StringEquals": {"sagemaker:VpcSecurityGroupIds": ["sg-1"], "sagemaker:VpcSubnets": ["subnet-1"]}, "Null": {"sagemaker:VpcSecurityGroupIds": "false", "sagemaker:VpcSubnets": "false"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_transform" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateTransformJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:transform-job/churn"]}]}
  JSON
}

resource "aws_iam_role_policy" "fail_notebook" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateNotebookInstance"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:notebook-instance/churn"]}]}
  JSON
}

resource "aws_iam_role_policy" "fail_changes_the_pipeline" {
  name   = "dataflow"
  role   = aws_iam_role.pass_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:UpdatePipeline"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:pipeline/churn"]}]}
  JSON
}
