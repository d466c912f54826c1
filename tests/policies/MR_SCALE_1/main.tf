resource "aws_appautoscaling_target" "pass_tasks" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "orders/pass_tasks"
  min_capacity       = 2
  max_capacity       = 200
}

resource "aws_appautoscaling_target" "fail_tasks_without_end" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "orders/fail_tasks_without_end"
  min_capacity       = 20
  max_capacity       = 1001
}

resource "aws_appautoscaling_target" "fail_tasks_hundredfold" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "orders/fail_tasks_hundredfold"
  min_capacity       = 1
  max_capacity       = 101
}

resource "aws_appautoscaling_target" "pass_units" {
  service_namespace  = "dynamodb"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  resource_id        = "orders/pass_units"
  min_capacity       = 5
  max_capacity       = 40000
}

resource "aws_appautoscaling_target" "fail_units" {
  service_namespace  = "dynamodb"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  resource_id        = "orders/fail_units"
  min_capacity       = 5
  max_capacity       = 40001
}

resource "aws_appautoscaling_target" "pass_machines" {
  service_namespace  = "sagemaker"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
  resource_id        = "orders/pass_machines"
  min_capacity       = 1
  max_capacity       = 200
}

resource "aws_appautoscaling_target" "fail_machines" {
  service_namespace  = "sagemaker"
  scalable_dimension = "sagemaker:variant:DesiredInstanceCount"
  resource_id        = "orders/fail_machines"
  min_capacity       = 1
  max_capacity       = 201
}

resource "aws_autoscaling_group" "pass_group" {
  min_size = 1
  max_size = 100
}

resource "aws_autoscaling_group" "fail_group" {
  min_size = 1
  max_size = 600
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

resource "aws_eks_node_group" "fail_nodes" {
  cluster_name  = "orders"
  node_role_arn = "arn:aws:iam::111122223333:role/orders-node"
  subnet_ids    = ["subnet-a", "subnet-b"]

  scaling_config {
    desired_size = 2
    min_size     = 2
    max_size     = 600
  }
}

resource "aws_emr_managed_scaling_policy" "pass_cluster" {
  cluster_id = "j-PASS_CLUSTER"

  compute_limits {
    unit_type              = "InstanceFleetUnits"
    minimum_capacity_units = 4
    maximum_capacity_units = 2048
  }
}

resource "aws_emr_managed_scaling_policy" "fail_cluster" {
  cluster_id = "j-FAIL_CLUSTER"

  compute_limits {
    unit_type              = "InstanceFleetUnits"
    minimum_capacity_units = 4
    maximum_capacity_units = 2052
  }
}

resource "aws_emr_instance_fleet" "pass_fleet" {
  cluster_id           = "j-PASS_CLUSTER"
  target_spot_capacity = 0
}

resource "aws_emr_instance_fleet" "fail_fleet" {
  cluster_id           = "j-PASS_CLUSTER"
  target_spot_capacity = 4096
}

resource "aws_emrserverless_application" "pass_application" {
  name          = "pass_application"
  release_label = "emr-7.9.0"
  type          = "spark"

  maximum_capacity {
    cpu    = "2000 vCPU"
    memory = "256 GB"
  }
}

resource "aws_emrserverless_application" "fail_application" {
  name          = "fail_application"
  release_label = "emr-7.9.0"
  type          = "spark"

  maximum_capacity {
    cpu    = "6400 vCPU"
    memory = "256 GB"
  }
}

resource "aws_redshiftserverless_workgroup" "pass_warehouse" {
  workgroup_name = "pass_warehouse"
  namespace_name = "orders"
  max_capacity   = 512
}

resource "aws_redshiftserverless_workgroup" "fail_warehouse" {
  workgroup_name = "fail_warehouse"
  namespace_name = "orders"
  max_capacity   = 1024
}

resource "aws_redshift_scheduled_action" "pass_resize" {
  name     = "pass_resize"
  schedule = "cron(0 18 ? * MON-FRI *)"
  iam_role = "arn:aws:iam::111122223333:role/orders-resize"

  target_action {
    resize_cluster {
      cluster_identifier = "orders"
      number_of_nodes    = 4
    }
  }
}

resource "aws_redshift_scheduled_action" "fail_resize" {
  name     = "fail_resize"
  schedule = "cron(0 18 ? * MON-FRI *)"
  iam_role = "arn:aws:iam::111122223333:role/orders-resize"

  target_action {
    resize_cluster {
      cluster_identifier = "orders"
      number_of_nodes    = 200
    }
  }
}
