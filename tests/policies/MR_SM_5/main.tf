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

resource "aws_sagemaker_pipeline" "fail_many_machines" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {"ProcessingResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "AppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "ProcessingOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "NetworkConfig": {"EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}}}, {"Name": "Train", "Type": "Training", "Arguments": {"AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "OutputDataConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "ResourceConfig": {"InstanceCount": 17, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}, "EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "EnableManagedSpotTraining": true, "CheckpointConfig": {"S3Uri": "s3://models/checkpoints"}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600, "MaxWaitTimeInSeconds": 7200}}}]}
  JSON
}

resource "aws_sagemaker_pipeline" "fail_machines_of_a_parameter" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {"ProcessingResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "AppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "ProcessingOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "NetworkConfig": {"EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}}}, {"Name": "Train", "Type": "Training", "Arguments": {"AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "OutputDataConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "ResourceConfig": {"InstanceCount": {"Get": "Parameters.Machines"}, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}, "EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "EnableManagedSpotTraining": true, "CheckpointConfig": {"S3Uri": "s3://models/checkpoints"}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600, "MaxWaitTimeInSeconds": 7200}}}]}
  JSON
}

resource "aws_sagemaker_pipeline" "fail_large_disk" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {"ProcessingResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 2000, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "AppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "ProcessingOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "NetworkConfig": {"EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}}}, {"Name": "Train", "Type": "Training", "Arguments": {"AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "OutputDataConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "ResourceConfig": {"InstanceCount": 2, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}, "EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "EnableManagedSpotTraining": true, "CheckpointConfig": {"S3Uri": "s3://models/checkpoints"}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600, "MaxWaitTimeInSeconds": 7200}}}]}
  JSON
}

resource "aws_sagemaker_pipeline" "fail_no_type" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {"ProcessingResources": {"ClusterConfig": {"InstanceCount": 1, "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "AppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "ProcessingOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "NetworkConfig": {"EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}}}, {"Name": "Train", "Type": "Training", "Arguments": {"AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "OutputDataConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "ResourceConfig": {"InstanceCount": 2, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}, "EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "EnableManagedSpotTraining": true, "CheckpointConfig": {"S3Uri": "s3://models/checkpoints"}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600, "MaxWaitTimeInSeconds": 7200}}}]}
  JSON
}

resource "aws_sagemaker_pipeline" "fail_no_end" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {"ProcessingResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "AppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "ProcessingOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "NetworkConfig": {"EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}}}, {"Name": "Train", "Type": "Training", "Arguments": {"AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "OutputDataConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "ResourceConfig": {"InstanceCount": 2, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}, "EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "EnableManagedSpotTraining": true, "CheckpointConfig": {"S3Uri": "s3://models/checkpoints"}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600, "MaxWaitTimeInSeconds": 7200}}}]}
  JSON
}

resource "aws_sagemaker_pipeline" "fail_two_days" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {"ProcessingResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "AppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "ProcessingOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "NetworkConfig": {"EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}}}, {"Name": "Train", "Type": "Training", "Arguments": {"AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "OutputDataConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "ResourceConfig": {"InstanceCount": 2, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}, "EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "EnableManagedSpotTraining": true, "CheckpointConfig": {"S3Uri": "s3://models/checkpoints"}, "StoppingCondition": {"MaxRuntimeInSeconds": 172800, "MaxWaitTimeInSeconds": 7200}}}]}
  JSON
}

resource "aws_sagemaker_pipeline" "fail_on_demand" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {"ProcessingResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "AppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "ProcessingOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "NetworkConfig": {"EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}}}, {"Name": "Train", "Type": "Training", "Arguments": {"AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "OutputDataConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "ResourceConfig": {"InstanceCount": 2, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}, "EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "EnableManagedSpotTraining": false, "CheckpointConfig": {"S3Uri": "s3://models/checkpoints"}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600, "MaxWaitTimeInSeconds": 7200}}}]}
  JSON
}

resource "aws_sagemaker_pipeline" "fail_no_checkpoints" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {"ProcessingResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "AppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "ProcessingOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "NetworkConfig": {"EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}}}, {"Name": "Train", "Type": "Training", "Arguments": {"AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "OutputDataConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "ResourceConfig": {"InstanceCount": 2, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}, "EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "EnableManagedSpotTraining": true, "StoppingCondition": {"MaxRuntimeInSeconds": 3600, "MaxWaitTimeInSeconds": 7200}}}]}
  JSON
}

resource "aws_sagemaker_pipeline" "fail_waits_for_ever" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {"ProcessingResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "AppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "ProcessingOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "NetworkConfig": {"EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}}}, {"Name": "Train", "Type": "Training", "Arguments": {"AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "OutputDataConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "ResourceConfig": {"InstanceCount": 2, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}, "EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "EnableManagedSpotTraining": true, "CheckpointConfig": {"S3Uri": "s3://models/checkpoints"}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600, "MaxWaitTimeInSeconds": 1000000}}}]}
  JSON
}

resource "aws_sfn_state_machine" "fail_judge_without_end" {
  name       = "intake"
  definition = <<-JSON
    {"StartAt": "Judge", "States": {"Judge": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createProcessingJob.sync", "Parameters": {"ProcessingResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "AppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "ProcessingOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "NetworkConfig": {"EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}}, "End": true}}}
  JSON
}
