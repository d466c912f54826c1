resource "aws_security_group" "pass_of_what_a_notebook_starts" {
  name   = "fit"
  vpc_id = "vpc-1"
}

resource "aws_security_group" "fail_of_what_is_not_isolated" {
  name   = "loose"
  vpc_id = "vpc-1"
}

resource "aws_iam_role_policy" "bound" {
  name   = "dataflow"
  role   = "notebook"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateTrainingJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:training-job/churn-*"], "Condition": {"ArnEquals": {"sagemaker:OutputKmsKey": ["arn:aws:kms:eu-central-1:111122223333:key/1"], "sagemaker:VolumeKmsKey": "arn:aws:kms:eu-central-1:111122223333:key/1"}, "Bool": {"sagemaker:InterContainerTrafficEncryption": "true", "sagemaker:NetworkIsolation": "true"}, "ForAllValues:StringEquals": {"sagemaker:VpcSecurityGroupIds": ["${aws_security_group.pass_of_what_a_notebook_starts.id}"], "sagemaker:VpcSubnets": ["subnet-1"]}, "Null": {"sagemaker:VpcSecurityGroupIds": "false", "sagemaker:VpcSubnets": "false"}}}]}
  JSON
}

resource "aws_iam_role_policy" "loose" {
  name   = "dataflow"
  role   = "notebook"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateTrainingJob"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:training-job/churn-*"], "Condition": {"ArnEquals": {"sagemaker:OutputKmsKey": ["arn:aws:kms:eu-central-1:111122223333:key/1"], "sagemaker:VolumeKmsKey": "arn:aws:kms:eu-central-1:111122223333:key/1"}, "Bool": {"sagemaker:InterContainerTrafficEncryption": "true"}, "ForAllValues:StringEquals": {"sagemaker:VpcSecurityGroupIds": ["${aws_security_group.fail_of_what_is_not_isolated.id}"], "sagemaker:VpcSubnets": ["subnet-1"]}, "Null": {"sagemaker:VpcSecurityGroupIds": "false", "sagemaker:VpcSubnets": "false"}}}]}
  JSON
}
