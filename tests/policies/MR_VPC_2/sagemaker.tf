resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_subnet" "own" {
  vpc_id     = "vpc-1"
  cidr_block = "10.0.0.0/24"
}

resource "aws_security_group" "pass_own" {
  name   = "jobs"
  vpc_id = "vpc-1"
}

resource "aws_ecr_repository" "own" {
  name = "churn-training"
}

resource "aws_security_group" "pass_other" {
  name   = "other"
  vpc_id = "vpc-1"
}

resource "aws_sagemaker_pipeline" "own" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Train", "Type": "Training", "Arguments": {"AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "OutputDataConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "ResourceConfig": {"InstanceCount": 2, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.pass_own.id}"], "Subnets": ["${aws_subnet.own.id}"]}, "EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "EnableManagedSpotTraining": true, "CheckpointConfig": {"S3Uri": "s3://models/checkpoints"}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600, "MaxWaitTimeInSeconds": 7200}}}]}
  JSON
}

resource "aws_vpc_security_group_egress_rule" "pass_to_each_other" {
  security_group_id            = aws_security_group.pass_own.id
  referenced_security_group_id = aws_security_group.pass_own.id
  ip_protocol                  = "tcp"
  from_port                    = 0
  to_port                      = 65535
}

resource "aws_vpc_security_group_ingress_rule" "pass_from_each_other" {
  security_group_id            = aws_security_group.pass_own.id
  referenced_security_group_id = aws_security_group.pass_own.id
  ip_protocol                  = "tcp"
  from_port                    = 0
  to_port                      = 65535
}

resource "aws_vpc_security_group_egress_rule" "fail_to_others" {
  security_group_id            = aws_security_group.pass_own.id
  referenced_security_group_id = aws_security_group.pass_other.id
  ip_protocol                  = "tcp"
  from_port                    = 0
  to_port                      = 65535
}

resource "aws_vpc_security_group_ingress_rule" "fail_from_others" {
  security_group_id            = aws_security_group.pass_own.id
  referenced_security_group_id = aws_security_group.pass_other.id
  ip_protocol                  = "tcp"
  from_port                    = 0
  to_port                      = 65535
}

resource "aws_vpc_security_group_ingress_rule" "fail_no_jobs" {
  security_group_id            = aws_security_group.pass_other.id
  referenced_security_group_id = aws_security_group.pass_other.id
  ip_protocol                  = "tcp"
  from_port                    = 0
  to_port                      = 65535
}
