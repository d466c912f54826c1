resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_subnet" "own" {
  vpc_id     = "vpc-1"
  cidr_block = "10.0.0.0/24"
}

resource "aws_security_group" "own" {
  name   = "endpoint"
  vpc_id = "vpc-1"
}

resource "aws_ecr_repository" "own" {
  name = "scoring-serving"
}

resource "aws_iam_role" "own" {
  name               = "scoring-monitor"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_s3_bucket" "monitored" {
  bucket = "con-scoring-monitored"
  tags = {
    zone = "monitored"
  }
}

resource "aws_sagemaker_data_quality_job_definition" "pass_isolated" {
  role_arn = aws_iam_role.own.arn
  name     = "scoring-DataQuality"
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "scoring"
      local_path    = "/opt/ml/processing/input"
    }
  }
  data_quality_job_output_config {
    kms_key_id = aws_kms_key.own.arn
    monitoring_outputs {
      s3_output {
        s3_uri     = "s3://con-scoring-monitored/monitored"
        local_path = "/opt/ml/processing/output"
      }
    }
  }
  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 30
      volume_kms_key_id = aws_kms_key.own.arn
    }
  }
  network_config {
    enable_inter_container_traffic_encryption = true
    enable_network_isolation                  = true
    vpc_config {
      security_group_ids = [aws_security_group.own.id]
      subnets            = [aws_subnet.own.id]
    }
  }
  stopping_condition {
    max_runtime_in_seconds = 1800
  }
}

resource "aws_cloudformation_stack" "pass_three" {
  name          = "pass-three"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_sagemaker_data_quality_job_definition" "fail_reaches_others" {
  role_arn = aws_iam_role.own.arn
  name     = "scoring-DataQuality"
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "scoring"
      local_path    = "/opt/ml/processing/input"
    }
  }
  data_quality_job_output_config {
    kms_key_id = aws_kms_key.own.arn
    monitoring_outputs {
      s3_output {
        s3_uri     = "s3://con-scoring-monitored/monitored"
        local_path = "/opt/ml/processing/output"
      }
    }
  }
  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 30
      volume_kms_key_id = aws_kms_key.own.arn
    }
  }
  network_config {
    enable_inter_container_traffic_encryption = true
    enable_network_isolation                  = false
    vpc_config {
      security_group_ids = [aws_security_group.own.id]
      subnets            = [aws_subnet.own.id]
    }
  }
  stopping_condition {
    max_runtime_in_seconds = 1800
  }
}

resource "aws_sagemaker_data_quality_job_definition" "fail_isolation_not_said" {
  role_arn = aws_iam_role.own.arn
  name     = "scoring-DataQuality"
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "scoring"
      local_path    = "/opt/ml/processing/input"
    }
  }
  data_quality_job_output_config {
    kms_key_id = aws_kms_key.own.arn
    monitoring_outputs {
      s3_output {
        s3_uri     = "s3://con-scoring-monitored/monitored"
        local_path = "/opt/ml/processing/output"
      }
    }
  }
  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 30
      volume_kms_key_id = aws_kms_key.own.arn
    }
  }
  network_config {
    enable_inter_container_traffic_encryption = true
    vpc_config {
      security_group_ids = [aws_security_group.own.id]
      subnets            = [aws_subnet.own.id]
    }
  }
  stopping_condition {
    max_runtime_in_seconds = 1800
  }
}

resource "aws_sagemaker_data_quality_job_definition" "fail_talks_in_the_clear" {
  role_arn = aws_iam_role.own.arn
  name     = "scoring-DataQuality"
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "scoring"
      local_path    = "/opt/ml/processing/input"
    }
  }
  data_quality_job_output_config {
    kms_key_id = aws_kms_key.own.arn
    monitoring_outputs {
      s3_output {
        s3_uri     = "s3://con-scoring-monitored/monitored"
        local_path = "/opt/ml/processing/output"
      }
    }
  }
  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 30
      volume_kms_key_id = aws_kms_key.own.arn
    }
  }
  network_config {
    enable_inter_container_traffic_encryption = false
    enable_network_isolation                  = true
    vpc_config {
      security_group_ids = [aws_security_group.own.id]
      subnets            = [aws_subnet.own.id]
    }
  }
  stopping_condition {
    max_runtime_in_seconds = 1800
  }
}

resource "aws_sagemaker_data_quality_job_definition" "fail_talk_not_said" {
  role_arn = aws_iam_role.own.arn
  name     = "scoring-DataQuality"
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "scoring"
      local_path    = "/opt/ml/processing/input"
    }
  }
  data_quality_job_output_config {
    kms_key_id = aws_kms_key.own.arn
    monitoring_outputs {
      s3_output {
        s3_uri     = "s3://con-scoring-monitored/monitored"
        local_path = "/opt/ml/processing/output"
      }
    }
  }
  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 30
      volume_kms_key_id = aws_kms_key.own.arn
    }
  }
  network_config {
    enable_network_isolation = true
    vpc_config {
      security_group_ids = [aws_security_group.own.id]
      subnets            = [aws_subnet.own.id]
    }
  }
  stopping_condition {
    max_runtime_in_seconds = 1800
  }
}

resource "aws_sagemaker_data_quality_job_definition" "fail_no_network" {
  role_arn = aws_iam_role.own.arn
  name     = "scoring-DataQuality"
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "scoring"
      local_path    = "/opt/ml/processing/input"
    }
  }
  data_quality_job_output_config {
    kms_key_id = aws_kms_key.own.arn
    monitoring_outputs {
      s3_output {
        s3_uri     = "s3://con-scoring-monitored/monitored"
        local_path = "/opt/ml/processing/output"
      }
    }
  }
  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 30
      volume_kms_key_id = aws_kms_key.own.arn
    }
  }
  network_config {
    enable_inter_container_traffic_encryption = true
    enable_network_isolation                  = true
  }
  stopping_condition {
    max_runtime_in_seconds = 1800
  }
}

resource "aws_sagemaker_data_quality_job_definition" "fail_foreign_subnet" {
  role_arn = aws_iam_role.own.arn
  name     = "scoring-DataQuality"
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "scoring"
      local_path    = "/opt/ml/processing/input"
    }
  }
  data_quality_job_output_config {
    kms_key_id = aws_kms_key.own.arn
    monitoring_outputs {
      s3_output {
        s3_uri     = "s3://con-scoring-monitored/monitored"
        local_path = "/opt/ml/processing/output"
      }
    }
  }
  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 30
      volume_kms_key_id = aws_kms_key.own.arn
    }
  }
  network_config {
    enable_inter_container_traffic_encryption = true
    enable_network_isolation                  = true
    vpc_config {
      security_group_ids = [aws_security_group.own.id]
      subnets            = ["subnet-0123456789abcdef0"]
    }
  }
  stopping_condition {
    max_runtime_in_seconds = 1800
  }
}

resource "aws_sagemaker_data_quality_job_definition" "fail_disk_of_aws" {
  role_arn = aws_iam_role.own.arn
  name     = "scoring-DataQuality"
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "scoring"
      local_path    = "/opt/ml/processing/input"
    }
  }
  data_quality_job_output_config {
    kms_key_id = aws_kms_key.own.arn
    monitoring_outputs {
      s3_output {
        s3_uri     = "s3://con-scoring-monitored/monitored"
        local_path = "/opt/ml/processing/output"
      }
    }
  }
  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 30
    }
  }
  network_config {
    enable_inter_container_traffic_encryption = true
    enable_network_isolation                  = true
    vpc_config {
      security_group_ids = [aws_security_group.own.id]
      subnets            = [aws_subnet.own.id]
    }
  }
  stopping_condition {
    max_runtime_in_seconds = 1800
  }
}

resource "aws_sagemaker_data_quality_job_definition" "fail_reports_in_the_clear" {
  role_arn = aws_iam_role.own.arn
  name     = "scoring-DataQuality"
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "scoring"
      local_path    = "/opt/ml/processing/input"
    }
  }
  data_quality_job_output_config {
    monitoring_outputs {
      s3_output {
        s3_uri     = "s3://con-scoring-monitored/monitored"
        local_path = "/opt/ml/processing/output"
      }
    }
  }
  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 30
      volume_kms_key_id = aws_kms_key.own.arn
    }
  }
  network_config {
    enable_inter_container_traffic_encryption = true
    enable_network_isolation                  = true
    vpc_config {
      security_group_ids = [aws_security_group.own.id]
      subnets            = [aws_subnet.own.id]
    }
  }
  stopping_condition {
    max_runtime_in_seconds = 1800
  }
}

resource "aws_sagemaker_data_quality_job_definition" "fail_reports_elsewhere" {
  role_arn = aws_iam_role.own.arn
  name     = "scoring-DataQuality"
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "scoring"
      local_path    = "/opt/ml/processing/input"
    }
  }
  data_quality_job_output_config {
    kms_key_id = aws_kms_key.own.arn
    monitoring_outputs {
      s3_output {
        s3_uri     = "s3://somewhere/x"
        local_path = "/opt/ml/processing/output"
      }
    }
  }
  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 30
      volume_kms_key_id = aws_kms_key.own.arn
    }
  }
  network_config {
    enable_inter_container_traffic_encryption = true
    enable_network_isolation                  = true
    vpc_config {
      security_group_ids = [aws_security_group.own.id]
      subnets            = [aws_subnet.own.id]
    }
  }
  stopping_condition {
    max_runtime_in_seconds = 1800
  }
}

resource "aws_sagemaker_data_quality_job_definition" "fail_endless" {
  role_arn = aws_iam_role.own.arn
  name     = "scoring-DataQuality"
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "scoring"
      local_path    = "/opt/ml/processing/input"
    }
  }
  data_quality_job_output_config {
    kms_key_id = aws_kms_key.own.arn
    monitoring_outputs {
      s3_output {
        s3_uri     = "s3://con-scoring-monitored/monitored"
        local_path = "/opt/ml/processing/output"
      }
    }
  }
  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 30
      volume_kms_key_id = aws_kms_key.own.arn
    }
  }
  network_config {
    enable_inter_container_traffic_encryption = true
    enable_network_isolation                  = true
    vpc_config {
      security_group_ids = [aws_security_group.own.id]
      subnets            = [aws_subnet.own.id]
    }
  }
}

resource "aws_sagemaker_data_quality_job_definition" "fail_tagged_image" {
  role_arn = aws_iam_role.own.arn
  name     = "scoring-DataQuality"
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving:latest"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "scoring"
      local_path    = "/opt/ml/processing/input"
    }
  }
  data_quality_job_output_config {
    kms_key_id = aws_kms_key.own.arn
    monitoring_outputs {
      s3_output {
        s3_uri     = "s3://con-scoring-monitored/monitored"
        local_path = "/opt/ml/processing/output"
      }
    }
  }
  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 30
      volume_kms_key_id = aws_kms_key.own.arn
    }
  }
  network_config {
    enable_inter_container_traffic_encryption = true
    enable_network_isolation                  = true
    vpc_config {
      security_group_ids = [aws_security_group.own.id]
      subnets            = [aws_subnet.own.id]
    }
  }
  stopping_condition {
    max_runtime_in_seconds = 1800
  }
}

resource "aws_sagemaker_data_quality_job_definition" "fail_foreign_role" {
  role_arn = "arn:aws:iam::999999999999:role/foreign"
  name     = "scoring-DataQuality"
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "scoring"
      local_path    = "/opt/ml/processing/input"
    }
  }
  data_quality_job_output_config {
    kms_key_id = aws_kms_key.own.arn
    monitoring_outputs {
      s3_output {
        s3_uri     = "s3://con-scoring-monitored/monitored"
        local_path = "/opt/ml/processing/output"
      }
    }
  }
  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 30
      volume_kms_key_id = aws_kms_key.own.arn
    }
  }
  network_config {
    enable_inter_container_traffic_encryption = true
    enable_network_isolation                  = true
    vpc_config {
      security_group_ids = [aws_security_group.own.id]
      subnets            = [aws_subnet.own.id]
    }
  }
  stopping_condition {
    max_runtime_in_seconds = 1800
  }
}

resource "aws_cloudformation_stack" "fail_modelquality_reaches_others" {
  name          = "fail-modelquality-reaches-others"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": false, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_modelquality_talks_in_the_clear" {
  name          = "fail-modelquality-talks-in-the-clear"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": false, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_modelquality_no_network" {
  name          = "fail-modelquality-no-network"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_modelquality_disk_of_aws" {
  name          = "fail-modelquality-disk-of-aws"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_modelbias_reaches_others" {
  name          = "fail-modelbias-reaches-others"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": false, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_modelbias_isolation_not_said" {
  name          = "fail-modelbias-isolation-not-said"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_modelbias_talks_in_the_clear" {
  name          = "fail-modelbias-talks-in-the-clear"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": false, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_modelbias_talk_not_said" {
  name          = "fail-modelbias-talk-not-said"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_modelbias_no_network" {
  name          = "fail-modelbias-no-network"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_modelbias_foreign_subnet" {
  name          = "fail-modelbias-foreign-subnet"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["subnet-0123456789abcdef0"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_modelbias_disk_of_aws" {
  name          = "fail-modelbias-disk-of-aws"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_modelbias_reports_in_the_clear" {
  name          = "fail-modelbias-reports-in-the-clear"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_modelbias_reports_elsewhere" {
  name          = "fail-modelbias-reports-elsewhere"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://somewhere/x", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_modelbias_endless" {
  name          = "fail-modelbias-endless"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_modelbias_tagged_image" {
  name          = "fail-modelbias-tagged-image"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving:latest", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_modelbias_foreign_role" {
  name          = "fail-modelbias-foreign-role"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "arn:aws:iam::999999999999:role/foreign", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_modelexplainability_reaches_others" {
  name          = "fail-modelexplainability-reaches-others"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": false, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_modelexplainability_talks_in_the_clear" {
  name          = "fail-modelexplainability-talks-in-the-clear"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": false, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_modelexplainability_no_network" {
  name          = "fail-modelexplainability-no-network"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_modelexplainability_disk_of_aws" {
  name          = "fail-modelexplainability-disk-of-aws"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_makes_more" {
  name          = "fail-makes-more"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "Role": {"Type": "AWS::IAM::Role", "Properties": {}}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_transformed" {
  name          = "fail-transformed"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}, "Transform": "AWS::Include"}
  JSON
}

resource "aws_cloudformation_stack" "fail_parameters" {
  name          = "fail-parameters"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "scoring-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "scoring", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}, "Parameters": {"Isolated": {"Type": "String"}}}
  JSON
}

resource "aws_cloudformation_stack" "fail_from_elsewhere" {
  name         = "elsewhere"
  template_url = "https://somewhere.s3.amazonaws.com/template.json"
}

resource "aws_cloudformation_stack" "fail_yaml" {
  name          = "yaml"
  template_body = "Resources: {}"
}
