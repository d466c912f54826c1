resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_subnet" "own" {
  vpc_id     = "vpc-1"
  cidr_block = "10.0.0.0/24"
}

resource "aws_security_group" "pass_of_jobs" {
  name   = "jobs"
  vpc_id = "vpc-1"
}

resource "aws_ecr_repository" "own" {
  name = "churn-training"
}

resource "aws_security_group" "fail_of_nothing" {
  name   = "other"
  vpc_id = "vpc-1"
}

resource "aws_sagemaker_pipeline" "own" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Train", "Type": "Training", "Arguments": {"AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "OutputDataConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "ResourceConfig": {"InstanceCount": 2, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.pass_of_jobs.id}"], "Subnets": ["${aws_subnet.own.id}"]}, "EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "EnableManagedSpotTraining": true, "CheckpointConfig": {"S3Uri": "s3://models/checkpoints"}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600, "MaxWaitTimeInSeconds": 7200}}}]}
  JSON
}
