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

resource "aws_sagemaker_data_quality_job_definition" "all" {
  role_arn = aws_iam_role.own.arn
  name     = "all-DataQuality"
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "all"
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

resource "aws_sagemaker_monitoring_schedule" "all_dataquality" {
  name = "all-dataquality"
  monitoring_schedule_config {
    monitoring_job_definition_name = "all-DataQuality"
    monitoring_type                = "DataQuality"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "all_dataquality" {
  alarm_name          = "all-dataquality"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "all-dataquality"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_sagemaker_monitoring_schedule" "all_modelquality" {
  name = "all-modelquality"
  monitoring_schedule_config {
    monitoring_job_definition_name = "all-ModelQuality"
    monitoring_type                = "ModelQuality"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "all_modelquality" {
  alarm_name          = "all-modelquality"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "all-modelquality"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_sagemaker_monitoring_schedule" "all_modelbias" {
  name = "all-modelbias"
  monitoring_schedule_config {
    monitoring_job_definition_name = "all-ModelBias"
    monitoring_type                = "ModelBias"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "all_modelbias" {
  alarm_name          = "all-modelbias"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "all-modelbias"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_sagemaker_monitoring_schedule" "all_modelexplainability" {
  name = "all-modelexplainability"
  monitoring_schedule_config {
    monitoring_job_definition_name = "all-ModelExplainability"
    monitoring_type                = "ModelExplainability"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "all_modelexplainability" {
  alarm_name          = "all-modelexplainability"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "all-modelexplainability"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_cloudformation_stack" "all" {
  name          = "all"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "all-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "all", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "all-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "all", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "all-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "all", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_sagemaker_endpoint" "pass_all" {
  name                 = "all"
  endpoint_config_name = "scoring"
}

resource "aws_sagemaker_monitoring_schedule" "nodataquality_modelquality" {
  name = "nodataquality-modelquality"
  monitoring_schedule_config {
    monitoring_job_definition_name = "nodataquality-ModelQuality"
    monitoring_type                = "ModelQuality"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "nodataquality_modelquality" {
  alarm_name          = "nodataquality-modelquality"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "nodataquality-modelquality"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_sagemaker_monitoring_schedule" "nodataquality_modelbias" {
  name = "nodataquality-modelbias"
  monitoring_schedule_config {
    monitoring_job_definition_name = "nodataquality-ModelBias"
    monitoring_type                = "ModelBias"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "nodataquality_modelbias" {
  alarm_name          = "nodataquality-modelbias"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "nodataquality-modelbias"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_sagemaker_monitoring_schedule" "nodataquality_modelexplainability" {
  name = "nodataquality-modelexplainability"
  monitoring_schedule_config {
    monitoring_job_definition_name = "nodataquality-ModelExplainability"
    monitoring_type                = "ModelExplainability"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "nodataquality_modelexplainability" {
  alarm_name          = "nodataquality-modelexplainability"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "nodataquality-modelexplainability"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_cloudformation_stack" "nodataquality" {
  name          = "nodataquality"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "nodataquality-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "nodataquality", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "nodataquality-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "nodataquality", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "nodataquality-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "nodataquality", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_sagemaker_endpoint" "fail_no_data_quality" {
  name                 = "nodataquality"
  endpoint_config_name = "scoring"
}

resource "aws_sagemaker_data_quality_job_definition" "nobias" {
  role_arn = aws_iam_role.own.arn
  name     = "nobias-DataQuality"
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "nobias"
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

resource "aws_sagemaker_monitoring_schedule" "nobias_dataquality" {
  name = "nobias-dataquality"
  monitoring_schedule_config {
    monitoring_job_definition_name = "nobias-DataQuality"
    monitoring_type                = "DataQuality"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "nobias_dataquality" {
  alarm_name          = "nobias-dataquality"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "nobias-dataquality"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_sagemaker_monitoring_schedule" "nobias_modelquality" {
  name = "nobias-modelquality"
  monitoring_schedule_config {
    monitoring_job_definition_name = "nobias-ModelQuality"
    monitoring_type                = "ModelQuality"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "nobias_modelquality" {
  alarm_name          = "nobias-modelquality"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "nobias-modelquality"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_sagemaker_monitoring_schedule" "nobias_modelexplainability" {
  name = "nobias-modelexplainability"
  monitoring_schedule_config {
    monitoring_job_definition_name = "nobias-ModelExplainability"
    monitoring_type                = "ModelExplainability"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "nobias_modelexplainability" {
  alarm_name          = "nobias-modelexplainability"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "nobias-modelexplainability"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_cloudformation_stack" "nobias" {
  name          = "nobias"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "nobias-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "nobias", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "nobias-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "nobias", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_sagemaker_endpoint" "fail_no_bias" {
  name                 = "nobias"
  endpoint_config_name = "scoring"
}

resource "aws_sagemaker_data_quality_job_definition" "noqualityschedule" {
  role_arn = aws_iam_role.own.arn
  name     = "noqualityschedule-DataQuality"
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "noqualityschedule"
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

resource "aws_sagemaker_monitoring_schedule" "noqualityschedule_dataquality" {
  name = "noqualityschedule-dataquality"
  monitoring_schedule_config {
    monitoring_job_definition_name = "noqualityschedule-DataQuality"
    monitoring_type                = "DataQuality"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "noqualityschedule_dataquality" {
  alarm_name          = "noqualityschedule-dataquality"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "noqualityschedule-dataquality"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_cloudwatch_metric_alarm" "noqualityschedule_modelquality" {
  alarm_name          = "noqualityschedule-modelquality"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "noqualityschedule-modelquality"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_sagemaker_monitoring_schedule" "noqualityschedule_modelbias" {
  name = "noqualityschedule-modelbias"
  monitoring_schedule_config {
    monitoring_job_definition_name = "noqualityschedule-ModelBias"
    monitoring_type                = "ModelBias"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "noqualityschedule_modelbias" {
  alarm_name          = "noqualityschedule-modelbias"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "noqualityschedule-modelbias"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_sagemaker_monitoring_schedule" "noqualityschedule_modelexplainability" {
  name = "noqualityschedule-modelexplainability"
  monitoring_schedule_config {
    monitoring_job_definition_name = "noqualityschedule-ModelExplainability"
    monitoring_type                = "ModelExplainability"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "noqualityschedule_modelexplainability" {
  alarm_name          = "noqualityschedule-modelexplainability"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "noqualityschedule-modelexplainability"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_cloudformation_stack" "noqualityschedule" {
  name          = "noqualityschedule"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "noqualityschedule-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "noqualityschedule", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "noqualityschedule-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "noqualityschedule", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "noqualityschedule-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "noqualityschedule", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_sagemaker_endpoint" "fail_no_quality_schedule" {
  name                 = "noqualityschedule"
  endpoint_config_name = "scoring"
}

resource "aws_sagemaker_data_quality_job_definition" "noexplanationalarm" {
  role_arn = aws_iam_role.own.arn
  name     = "noexplanationalarm-DataQuality"
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "noexplanationalarm"
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

resource "aws_sagemaker_monitoring_schedule" "noexplanationalarm_dataquality" {
  name = "noexplanationalarm-dataquality"
  monitoring_schedule_config {
    monitoring_job_definition_name = "noexplanationalarm-DataQuality"
    monitoring_type                = "DataQuality"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "noexplanationalarm_dataquality" {
  alarm_name          = "noexplanationalarm-dataquality"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "noexplanationalarm-dataquality"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_sagemaker_monitoring_schedule" "noexplanationalarm_modelquality" {
  name = "noexplanationalarm-modelquality"
  monitoring_schedule_config {
    monitoring_job_definition_name = "noexplanationalarm-ModelQuality"
    monitoring_type                = "ModelQuality"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "noexplanationalarm_modelquality" {
  alarm_name          = "noexplanationalarm-modelquality"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "noexplanationalarm-modelquality"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_sagemaker_monitoring_schedule" "noexplanationalarm_modelbias" {
  name = "noexplanationalarm-modelbias"
  monitoring_schedule_config {
    monitoring_job_definition_name = "noexplanationalarm-ModelBias"
    monitoring_type                = "ModelBias"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "noexplanationalarm_modelbias" {
  alarm_name          = "noexplanationalarm-modelbias"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "noexplanationalarm-modelbias"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_sagemaker_monitoring_schedule" "noexplanationalarm_modelexplainability" {
  name = "noexplanationalarm-modelexplainability"
  monitoring_schedule_config {
    monitoring_job_definition_name = "noexplanationalarm-ModelExplainability"
    monitoring_type                = "ModelExplainability"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudformation_stack" "noexplanationalarm" {
  name          = "noexplanationalarm"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "noexplanationalarm-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "noexplanationalarm", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "noexplanationalarm-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "noexplanationalarm", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "noexplanationalarm-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "noexplanationalarm", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_sagemaker_endpoint" "fail_no_explanation_alarm" {
  name                 = "noexplanationalarm"
  endpoint_config_name = "scoring"
}

resource "aws_sagemaker_data_quality_job_definition" "biasofanother" {
  role_arn = aws_iam_role.own.arn
  name     = "biasofanother-DataQuality"
  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
  }
  data_quality_job_input {
    endpoint_input {
      endpoint_name = "biasofanother"
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

resource "aws_sagemaker_monitoring_schedule" "biasofanother_dataquality" {
  name = "biasofanother-dataquality"
  monitoring_schedule_config {
    monitoring_job_definition_name = "biasofanother-DataQuality"
    monitoring_type                = "DataQuality"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "biasofanother_dataquality" {
  alarm_name          = "biasofanother-dataquality"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "biasofanother-dataquality"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_sagemaker_monitoring_schedule" "biasofanother_modelquality" {
  name = "biasofanother-modelquality"
  monitoring_schedule_config {
    monitoring_job_definition_name = "biasofanother-ModelQuality"
    monitoring_type                = "ModelQuality"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "biasofanother_modelquality" {
  alarm_name          = "biasofanother-modelquality"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "biasofanother-modelquality"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_sagemaker_monitoring_schedule" "biasofanother_modelbias" {
  name = "biasofanother-modelbias"
  monitoring_schedule_config {
    monitoring_job_definition_name = "biasofanother-ModelBias"
    monitoring_type                = "ModelBias"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "biasofanother_modelbias" {
  alarm_name          = "biasofanother-modelbias"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "biasofanother-modelbias"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_sagemaker_monitoring_schedule" "biasofanother_modelexplainability" {
  name = "biasofanother-modelexplainability"
  monitoring_schedule_config {
    monitoring_job_definition_name = "biasofanother-ModelExplainability"
    monitoring_type                = "ModelExplainability"
    schedule_config {
      schedule_expression = "cron(0 4 ? * * *)"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "biasofanother_modelexplainability" {
  alarm_name          = "biasofanother-modelexplainability"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    MonitoringSchedule = "biasofanother-modelexplainability"
  }
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}

resource "aws_cloudformation_stack" "biasofanother" {
  name          = "biasofanother"
  template_body = <<-JSON
    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"ModelQuality": {"Type": "AWS::SageMaker::ModelQualityJobDefinition", "Properties": {"JobDefinitionName": "biasofanother-ModelQuality", "RoleArn": "${aws_iam_role.own.arn}", "ModelQualityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelQualityJobInput": {"EndpointInput": {"EndpointName": "biasofanother", "LocalPath": "/opt/ml/processing/input"}}, "ModelQualityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelBias": {"Type": "AWS::SageMaker::ModelBiasJobDefinition", "Properties": {"JobDefinitionName": "biasofanother-ModelBias", "RoleArn": "${aws_iam_role.own.arn}", "ModelBiasAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelBiasJobInput": {"EndpointInput": {"EndpointName": "others", "LocalPath": "/opt/ml/processing/input"}}, "ModelBiasJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}, "ModelExplainability": {"Type": "AWS::SageMaker::ModelExplainabilityJobDefinition", "Properties": {"JobDefinitionName": "biasofanother-ModelExplainability", "RoleArn": "${aws_iam_role.own.arn}", "ModelExplainabilityAppSpecification": {"ImageUri": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d", "ConfigUri": "s3://con-scoring-monitored/settings.json"}, "ModelExplainabilityJobInput": {"EndpointInput": {"EndpointName": "biasofanother", "LocalPath": "/opt/ml/processing/input"}}, "ModelExplainabilityJobOutputConfig": {"KmsKeyId": "${aws_kms_key.own.arn}", "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://con-scoring-monitored/monitored", "LocalPath": "/opt/ml/processing/output"}}]}, "JobResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${aws_kms_key.own.arn}"}}, "NetworkConfig": {"EnableInterContainerTrafficEncryption": true, "EnableNetworkIsolation": true, "VpcConfig": {"SecurityGroupIds": ["${aws_security_group.own.id}"], "Subnets": ["${aws_subnet.own.id}"]}}, "StoppingCondition": {"MaxRuntimeInSeconds": 1800}}}}}
  JSON
}

resource "aws_sagemaker_endpoint" "fail_bias_of_another" {
  name                 = "biasofanother"
  endpoint_config_name = "scoring"
}

resource "aws_sagemaker_endpoint" "fail_unwatched" {
  name                 = "unwatched"
  endpoint_config_name = "scoring"
}
