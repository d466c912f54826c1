resource "aws_cloudwatch_metric_alarm" "own" {
  alarm_name          = "scoring-fails"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    EndpointName = "scoring"
  }
}

resource "aws_cloudwatch_metric_alarm" "others" {
  alarm_name          = "others-fails"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/SageMaker"
  metric_name         = "Invocation5XXErrors"
  dimensions = {
    EndpointName = "others"
  }
}

resource "aws_sagemaker_endpoint" "pass_canary" {
  name                 = "scoring"
  endpoint_config_name = "scoring"
  deployment_config {
    blue_green_update_policy {
      traffic_routing_configuration {
        type                     = "CANARY"
        wait_interval_in_seconds = 600
        canary_size {
          type  = "CAPACITY_PERCENT"
          value = 10
        }
      }
    }
    auto_rollback_configuration {
      alarms {
        alarm_name = aws_cloudwatch_metric_alarm.own.alarm_name
      }
    }
  }
}

resource "aws_sagemaker_endpoint" "pass_linear" {
  name                 = "scoring"
  endpoint_config_name = "scoring"
  deployment_config {
    blue_green_update_policy {
      traffic_routing_configuration {
        type                     = "LINEAR"
        wait_interval_in_seconds = 300
        linear_step_size {
          type  = "CAPACITY_PERCENT"
          value = 50
        }
      }
    }
    auto_rollback_configuration {
      alarms {
        alarm_name = aws_cloudwatch_metric_alarm.own.alarm_name
      }
    }
  }
}

resource "aws_sagemaker_endpoint" "fail_nothing_said" {
  name                 = "scoring"
  endpoint_config_name = "scoring"
}

resource "aws_sagemaker_endpoint" "fail_all_at_once" {
  name                 = "scoring"
  endpoint_config_name = "scoring"
  deployment_config {
    blue_green_update_policy {
      traffic_routing_configuration {
        type                     = "ALL_AT_ONCE"
        wait_interval_in_seconds = 600
      }
    }
    auto_rollback_configuration {
      alarms {
        alarm_name = aws_cloudwatch_metric_alarm.own.alarm_name
      }
    }
  }
}

resource "aws_sagemaker_endpoint" "fail_most_of_it" {
  name                 = "scoring"
  endpoint_config_name = "scoring"
  deployment_config {
    blue_green_update_policy {
      traffic_routing_configuration {
        type                     = "CANARY"
        wait_interval_in_seconds = 600
        canary_size {
          type  = "CAPACITY_PERCENT"
          value = 60
        }
      }
    }
    auto_rollback_configuration {
      alarms {
        alarm_name = aws_cloudwatch_metric_alarm.own.alarm_name
      }
    }
  }
}

resource "aws_sagemaker_endpoint" "fail_counted" {
  name                 = "scoring"
  endpoint_config_name = "scoring"
  deployment_config {
    blue_green_update_policy {
      traffic_routing_configuration {
        type                     = "CANARY"
        wait_interval_in_seconds = 600
        canary_size {
          type  = "INSTANCE_COUNT"
          value = 10
        }
      }
    }
    auto_rollback_configuration {
      alarms {
        alarm_name = aws_cloudwatch_metric_alarm.own.alarm_name
      }
    }
  }
}

resource "aws_sagemaker_endpoint" "fail_in_a_hurry" {
  name                 = "scoring"
  endpoint_config_name = "scoring"
  deployment_config {
    blue_green_update_policy {
      traffic_routing_configuration {
        type                     = "CANARY"
        wait_interval_in_seconds = 60
        canary_size {
          type  = "CAPACITY_PERCENT"
          value = 10
        }
      }
    }
    auto_rollback_configuration {
      alarms {
        alarm_name = aws_cloudwatch_metric_alarm.own.alarm_name
      }
    }
  }
}

resource "aws_sagemaker_endpoint" "fail_no_alarm" {
  name                 = "scoring"
  endpoint_config_name = "scoring"
  deployment_config {
    blue_green_update_policy {
      traffic_routing_configuration {
        type                     = "CANARY"
        wait_interval_in_seconds = 600
        canary_size {
          type  = "CAPACITY_PERCENT"
          value = 10
        }
      }
    }
  }
}

resource "aws_sagemaker_endpoint" "fail_strange_alarm" {
  name                 = "scoring"
  endpoint_config_name = "scoring"
  deployment_config {
    blue_green_update_policy {
      traffic_routing_configuration {
        type                     = "CANARY"
        wait_interval_in_seconds = 600
        canary_size {
          type  = "CAPACITY_PERCENT"
          value = 10
        }
      }
    }
    auto_rollback_configuration {
      alarms {
        alarm_name = "anything"
      }
    }
  }
}

resource "aws_sagemaker_endpoint" "fail_alarm_of_another" {
  name                 = "scoring"
  endpoint_config_name = "scoring"
  deployment_config {
    blue_green_update_policy {
      traffic_routing_configuration {
        type                     = "CANARY"
        wait_interval_in_seconds = 600
        canary_size {
          type  = "CAPACITY_PERCENT"
          value = 10
        }
      }
    }
    auto_rollback_configuration {
      alarms {
        alarm_name = "others-fails"
      }
    }
  }
}
