resource "aws_appautoscaling_target" "requests" {
  service_namespace  = "sagemaker"
  resource_id        = "endpoint/requests/variant/model"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
  min_capacity       = 1
  max_capacity       = 4
}

resource "aws_appautoscaling_policy" "requests" {
  name               = "requests"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "sagemaker"
  resource_id        = "endpoint/requests/variant/model"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
  target_tracking_scaling_policy_configuration {
    target_value = 600
    predefined_metric_specification {
      predefined_metric_type = "SageMakerVariantInvocationsPerInstance"
    }
  }
}

resource "aws_sagemaker_endpoint" "pass_requests" {
  name                 = "requests"
  endpoint_config_name = "scoring"
}

resource "aws_appautoscaling_target" "files" {
  service_namespace  = "sagemaker"
  resource_id        = "endpoint/files/variant/model"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
  min_capacity       = 1
  max_capacity       = 4
}

resource "aws_appautoscaling_policy" "files" {
  name               = "files"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "sagemaker"
  resource_id        = "endpoint/files/variant/model"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
  target_tracking_scaling_policy_configuration {
    target_value = 5
    customized_metric_specification {
      namespace   = "AWS/SageMaker"
      metric_name = "ApproximateBacklogSizePerInstance"
      statistic   = "Average"
      dimensions {
        name  = "EndpointName"
        value = "files"
      }
    }
  }
}

resource "aws_sagemaker_endpoint" "pass_files" {
  name                 = "files"
  endpoint_config_name = "scoring"
}

resource "aws_sagemaker_endpoint" "fail_fixed" {
  name                 = "fixed"
  endpoint_config_name = "scoring"
}

resource "aws_appautoscaling_target" "no_policy" {
  service_namespace  = "sagemaker"
  resource_id        = "endpoint/no_policy/variant/model"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
  min_capacity       = 1
  max_capacity       = 4
}

resource "aws_sagemaker_endpoint" "fail_no_policy" {
  name                 = "no_policy"
  endpoint_config_name = "scoring"
}

resource "aws_appautoscaling_target" "no_floor" {
  service_namespace  = "sagemaker"
  resource_id        = "endpoint/no_floor/variant/model"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
  min_capacity       = 0
  max_capacity       = 4
}

resource "aws_appautoscaling_policy" "no_floor" {
  name               = "no_floor"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "sagemaker"
  resource_id        = "endpoint/no_floor/variant/model"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
  target_tracking_scaling_policy_configuration {
    target_value = 600
    predefined_metric_specification {
      predefined_metric_type = "SageMakerVariantInvocationsPerInstance"
    }
  }
}

resource "aws_sagemaker_endpoint" "fail_no_floor" {
  name                 = "no_floor"
  endpoint_config_name = "scoring"
}

resource "aws_appautoscaling_target" "no_ceiling" {
  service_namespace  = "sagemaker"
  resource_id        = "endpoint/no_ceiling/variant/model"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
  min_capacity       = 1
  max_capacity       = 1000
}

resource "aws_appautoscaling_policy" "no_ceiling" {
  name               = "no_ceiling"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "sagemaker"
  resource_id        = "endpoint/no_ceiling/variant/model"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
  target_tracking_scaling_policy_configuration {
    target_value = 600
    predefined_metric_specification {
      predefined_metric_type = "SageMakerVariantInvocationsPerInstance"
    }
  }
}

resource "aws_sagemaker_endpoint" "fail_no_ceiling" {
  name                 = "no_ceiling"
  endpoint_config_name = "scoring"
}

resource "aws_appautoscaling_target" "never_less" {
  service_namespace  = "sagemaker"
  resource_id        = "endpoint/never_less/variant/model"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
  min_capacity       = 1
  max_capacity       = 4
}

resource "aws_appautoscaling_policy" "never_less" {
  name               = "never_less"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "sagemaker"
  resource_id        = "endpoint/never_less/variant/model"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
  target_tracking_scaling_policy_configuration {
    target_value     = 600
    disable_scale_in = true
    predefined_metric_specification {
      predefined_metric_type = "SageMakerVariantInvocationsPerInstance"
    }
  }
}

resource "aws_sagemaker_endpoint" "fail_never_less" {
  name                 = "never_less"
  endpoint_config_name = "scoring"
}

resource "aws_appautoscaling_target" "other_metric" {
  service_namespace  = "sagemaker"
  resource_id        = "endpoint/other_metric/variant/model"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
  min_capacity       = 1
  max_capacity       = 4
}

resource "aws_appautoscaling_policy" "other_metric" {
  name               = "other_metric"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "sagemaker"
  resource_id        = "endpoint/other_metric/variant/model"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
  target_tracking_scaling_policy_configuration {
    target_value = 5
    customized_metric_specification {
      namespace   = "AWS/SageMaker"
      metric_name = "Invocations"
      statistic   = "Average"
      dimensions {
        name  = "EndpointName"
        value = "files"
      }
    }
  }
}

resource "aws_sagemaker_endpoint" "fail_other_metric" {
  name                 = "other_metric"
  endpoint_config_name = "scoring"
}
