resource "aws_sqs_queue" "own" {
  name = "orders"
}

resource "aws_autoscaling_policy" "pass_backlog" {
  name                   = "pass_backlog"
  policy_type            = "TargetTrackingScaling"
  autoscaling_group_name = "orders"

  target_tracking_configuration {
    target_value = 120

    customized_metric_specification {
      metrics {
        id = "waiting"

        metric_stat {
          stat = "Average"

          metric {
            metric_name = "ApproximateNumberOfMessagesVisible"
            namespace   = "AWS/SQS"

            dimensions {
              name  = "QueueName"
              value = aws_sqs_queue.own.name
            }
          }
        }
      }
    }
  }
}

resource "aws_autoscaling_policy" "fail_off" {
  name                   = "fail_off"
  policy_type            = "TargetTrackingScaling"
  autoscaling_group_name = "orders"
  enabled                = false

  target_tracking_configuration {
    target_value = 120

    customized_metric_specification {
      metrics {
        id = "waiting"

        metric_stat {
          stat = "Average"

          metric {
            metric_name = "ApproximateNumberOfMessagesVisible"
            namespace   = "AWS/SQS"

            dimensions {
              name  = "QueueName"
              value = aws_sqs_queue.own.name
            }
          }
        }
      }
    }
  }
}

resource "aws_autoscaling_policy" "fail_never_in" {
  name                   = "fail_never_in"
  policy_type            = "TargetTrackingScaling"
  autoscaling_group_name = "orders"

  target_tracking_configuration {
    target_value = 120
    disable_scale_in = true

    customized_metric_specification {
      metrics {
        id = "waiting"

        metric_stat {
          stat = "Average"

          metric {
            metric_name = "ApproximateNumberOfMessagesVisible"
            namespace   = "AWS/SQS"

            dimensions {
              name  = "QueueName"
              value = aws_sqs_queue.own.name
            }
          }
        }
      }
    }
  }
}

resource "aws_autoscaling_policy" "fail_another_queue" {
  name                   = "fail_another_queue"
  policy_type            = "TargetTrackingScaling"
  autoscaling_group_name = "orders"

  target_tracking_configuration {
    target_value = 120

    customized_metric_specification {
      metrics {
        id = "waiting"

        metric_stat {
          stat = "Average"

          metric {
            metric_name = "ApproximateNumberOfMessagesVisible"
            namespace   = "AWS/SQS"

            dimensions {
              name  = "QueueName"
              value = "elsewhere"
            }
          }
        }
      }
    }
  }
}

resource "aws_appautoscaling_policy" "pass_use" {
  name               = "pass_use"
  policy_type        = "TargetTrackingScaling"
  resource_id        = "table/orders"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  service_namespace  = "dynamodb"

  target_tracking_scaling_policy_configuration {
    target_value = 70

    predefined_metric_specification {
      predefined_metric_type = "DynamoDBReadCapacityUtilization"
    }
  }
}

resource "aws_appautoscaling_policy" "fail_full" {
  name               = "fail_full"
  policy_type        = "TargetTrackingScaling"
  resource_id        = "table/orders"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  service_namespace  = "dynamodb"

  target_tracking_scaling_policy_configuration {
    target_value = 10000000

    predefined_metric_specification {
      predefined_metric_type = "DynamoDBReadCapacityUtilization"
    }
  }
}

resource "aws_eks_node_group" "pass_nodes" {
  cluster_name  = "orders"
  node_role_arn = "arn:aws:iam::111122223333:role/orders-node"
  subnet_ids    = ["subnet-a", "subnet-b"]

  scaling_config {
    desired_size = 2
    min_size     = 2
    max_size     = 6
  }
}

resource "aws_autoscaling_policy" "pass_nodes" {
  name                   = "pass_nodes"
  policy_type            = "TargetTrackingScaling"
  autoscaling_group_name = aws_eks_node_group.pass_nodes.resources[0].autoscaling_groups[0].name

  target_tracking_configuration {
    target_value = 120

    customized_metric_specification {
      metrics {
        id = "waiting"

        metric_stat {
          stat = "Average"

          metric {
            metric_name = "ApproximateNumberOfMessagesVisible"
            namespace   = "AWS/SQS"

            dimensions {
              name  = "QueueName"
              value = aws_sqs_queue.own.name
            }
          }
        }
      }
    }
  }
}

resource "aws_eks_node_group" "fail_nodes" {
  cluster_name  = "orders"
  node_role_arn = "arn:aws:iam::111122223333:role/orders-node"
  subnet_ids    = ["subnet-a", "subnet-b"]

  scaling_config {
    desired_size = 2
    min_size     = 2
    max_size     = 6
  }
}
