resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_sagemaker_pipeline" "pass_existing_network" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {"ProcessingResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "AppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "ProcessingOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "NetworkConfig": {"EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true, "VpcConfig": {"SecurityGroupIds": ["sg-1"], "Subnets": ["subnet-1"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}}}]}
  JSON
}

resource "aws_sagemaker_pipeline" "fail_existing_network_unnamed" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {"ProcessingResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "AppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn-training@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"}, "ProcessingOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}"}, "NetworkConfig": {"EnableNetworkIsolation": true, "EnableInterContainerTrafficEncryption": true}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}}}]}
  JSON
}
