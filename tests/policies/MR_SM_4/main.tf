resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_subnet" "own" {
  vpc_id     = "vpc-1"
  cidr_block = "10.0.0.0/24"
}

resource "aws_security_group" "own" {
  name   = "jobs"
  vpc_id = "vpc-1"
}

resource "aws_ecr_repository" "own" {
  name = "churn-training"
}

resource "aws_sagemaker_pipeline" "pass_both" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {"ProcessingResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "AppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "ProcessingOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "NetworkConfig": {"EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}}}, {"Name": "Train", "Type": "Training", "Arguments": {"AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "OutputDataConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "ResourceConfig": {"InstanceCount": 2, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}, "EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "EnableManagedSpotTraining": true, "CheckpointConfig": {"S3Uri": "s3://models/checkpoints"}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600, "MaxWaitTimeInSeconds": 7200}}}]}
  JSON
}

resource "aws_sfn_state_machine" "pass_judge" {
  name       = "intake"
  definition = <<-JSON
    {"StartAt": "Judge", "States": {"Judge": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createProcessingJob.sync", "Parameters": {"ProcessingResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "AppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "ProcessingOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "NetworkConfig": {"EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}}, "End": true}}}
  JSON
}

resource "aws_sagemaker_pipeline" "fail_tag" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {"ProcessingResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "AppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "ProcessingOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "NetworkConfig": {"EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}}}, {"Name": "Train", "Type": "Training", "Arguments": {"AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training:latest"}, "OutputDataConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "ResourceConfig": {"InstanceCount": 2, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}, "EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "EnableManagedSpotTraining": true, "CheckpointConfig": {"S3Uri": "s3://models/checkpoints"}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600, "MaxWaitTimeInSeconds": 7200}}}]}
  JSON
}

resource "aws_sagemaker_pipeline" "fail_foreign_repository" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {"ProcessingResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "AppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/elsewhere@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "ProcessingOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "NetworkConfig": {"EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}}}, {"Name": "Train", "Type": "Training", "Arguments": {"AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "OutputDataConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "ResourceConfig": {"InstanceCount": 2, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}, "EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "EnableManagedSpotTraining": true, "CheckpointConfig": {"S3Uri": "s3://models/checkpoints"}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600, "MaxWaitTimeInSeconds": 7200}}}]}
  JSON
}

resource "aws_sagemaker_pipeline" "fail_algorithm_of_aws" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {"ProcessingResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "AppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "ProcessingOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "NetworkConfig": {"EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}}}, {"Name": "Train", "Type": "Training", "Arguments": {"AlgorithmSpecification": {"AlgorithmName": "xgboost"}, "OutputDataConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "ResourceConfig": {"InstanceCount": 2, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}, "EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "EnableManagedSpotTraining": true, "CheckpointConfig": {"S3Uri": "s3://models/checkpoints"}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600, "MaxWaitTimeInSeconds": 7200}}}]}
  JSON
}

resource "aws_sfn_state_machine" "fail_judge_tag" {
  name       = "intake"
  definition = <<-JSON
    {"StartAt": "Judge", "States": {"Judge": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createProcessingJob.sync", "Parameters": {"ProcessingResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "AppSpecification": {"ImageUri": "somewhere/judge:1"}, "ProcessingOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "NetworkConfig": {"EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}}, "End": true}}}
  JSON
}
