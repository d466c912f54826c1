resource "aws_ecs_service" "pass_bounded" {
  name                   = "orders-pass-bounded"
  cluster                = "orders"
  launch_type            = "FARGATE"
  enable_execute_command = false
  platform_version       = "1.4.0"
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
  network_configuration {
    subnets          = ["subnet-a", "subnet-b"]
    security_groups  = ["sg-a"]
    assign_public_ip = false
  }
}

resource "aws_appautoscaling_target" "pass_bounded" {
  resource_id        = "service/orders/${aws_ecs_service.pass_bounded.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 1
  max_capacity       = 4
}

resource "aws_appautoscaling_policy" "pass_bounded" {
  name               = "backlog"
  policy_type        = "TargetTrackingScaling"
  resource_id        = "service/orders/${aws_ecs_service.pass_bounded.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
}

resource "aws_ecs_service" "fail_no_breaker" {
  name                   = "orders-fail-no-breaker"
  cluster                = "orders"
  launch_type            = "FARGATE"
  enable_execute_command = false
  platform_version       = "1.4.0"
  network_configuration {
    subnets          = ["subnet-a", "subnet-b"]
    security_groups  = ["sg-a"]
    assign_public_ip = false
  }
}

resource "aws_appautoscaling_target" "fail_no_breaker" {
  resource_id        = "service/orders/${aws_ecs_service.fail_no_breaker.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 1
  max_capacity       = 4
}

resource "aws_appautoscaling_policy" "fail_no_breaker" {
  name               = "backlog"
  policy_type        = "TargetTrackingScaling"
  resource_id        = "service/orders/${aws_ecs_service.fail_no_breaker.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
}

resource "aws_ecs_service" "fail_no_rollback" {
  name                   = "orders-fail-no-rollback"
  cluster                = "orders"
  launch_type            = "FARGATE"
  enable_execute_command = false
  platform_version       = "1.4.0"
  deployment_circuit_breaker {
    enable   = true
    rollback = false
  }
  network_configuration {
    subnets          = ["subnet-a", "subnet-b"]
    security_groups  = ["sg-a"]
    assign_public_ip = false
  }
}

resource "aws_appautoscaling_target" "fail_no_rollback" {
  resource_id        = "service/orders/${aws_ecs_service.fail_no_rollback.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 1
  max_capacity       = 4
}

resource "aws_appautoscaling_policy" "fail_no_rollback" {
  name               = "backlog"
  policy_type        = "TargetTrackingScaling"
  resource_id        = "service/orders/${aws_ecs_service.fail_no_rollback.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
}

resource "aws_ecs_service" "fail_latest" {
  name                   = "orders-fail-latest"
  cluster                = "orders"
  launch_type            = "FARGATE"
  enable_execute_command = false
  platform_version       = "LATEST"
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
  network_configuration {
    subnets          = ["subnet-a", "subnet-b"]
    security_groups  = ["sg-a"]
    assign_public_ip = false
  }
}

resource "aws_appautoscaling_target" "fail_latest" {
  resource_id        = "service/orders/${aws_ecs_service.fail_latest.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 1
  max_capacity       = 4
}

resource "aws_appautoscaling_policy" "fail_latest" {
  name               = "backlog"
  policy_type        = "TargetTrackingScaling"
  resource_id        = "service/orders/${aws_ecs_service.fail_latest.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
}

resource "aws_ecs_service" "fail_no_platform" {
  name                   = "orders-fail-no-platform"
  cluster                = "orders"
  launch_type            = "FARGATE"
  enable_execute_command = false
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
  network_configuration {
    subnets          = ["subnet-a", "subnet-b"]
    security_groups  = ["sg-a"]
    assign_public_ip = false
  }
}

resource "aws_appautoscaling_target" "fail_no_platform" {
  resource_id        = "service/orders/${aws_ecs_service.fail_no_platform.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 1
  max_capacity       = 4
}

resource "aws_appautoscaling_policy" "fail_no_platform" {
  name               = "backlog"
  policy_type        = "TargetTrackingScaling"
  resource_id        = "service/orders/${aws_ecs_service.fail_no_platform.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
}

resource "aws_ecs_service" "fail_one_subnet" {
  name                   = "orders-fail-one-subnet"
  cluster                = "orders"
  launch_type            = "FARGATE"
  enable_execute_command = false
  platform_version       = "1.4.0"
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
  network_configuration {
    subnets          = ["subnet-a"]
    security_groups  = ["sg-a"]
    assign_public_ip = false
  }
}

resource "aws_appautoscaling_target" "fail_one_subnet" {
  resource_id        = "service/orders/${aws_ecs_service.fail_one_subnet.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 1
  max_capacity       = 4
}

resource "aws_appautoscaling_policy" "fail_one_subnet" {
  name               = "backlog"
  policy_type        = "TargetTrackingScaling"
  resource_id        = "service/orders/${aws_ecs_service.fail_one_subnet.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
}

resource "aws_ecs_service" "fail_no_group" {
  name                   = "orders-fail-no-group"
  cluster                = "orders"
  launch_type            = "FARGATE"
  enable_execute_command = false
  platform_version       = "1.4.0"
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
  network_configuration {
    subnets          = ["subnet-a", "subnet-b"]
    security_groups  = []
    assign_public_ip = false
  }
}

resource "aws_appautoscaling_target" "fail_no_group" {
  resource_id        = "service/orders/${aws_ecs_service.fail_no_group.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 1
  max_capacity       = 4
}

resource "aws_appautoscaling_policy" "fail_no_group" {
  name               = "backlog"
  policy_type        = "TargetTrackingScaling"
  resource_id        = "service/orders/${aws_ecs_service.fail_no_group.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
}

resource "aws_ecs_service" "fail_public" {
  name                   = "orders-fail-public"
  cluster                = "orders"
  launch_type            = "FARGATE"
  enable_execute_command = false
  platform_version       = "1.4.0"
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
  network_configuration {
    subnets          = ["subnet-a", "subnet-b"]
    security_groups  = ["sg-a"]
    assign_public_ip = true
  }
}

resource "aws_appautoscaling_target" "fail_public" {
  resource_id        = "service/orders/${aws_ecs_service.fail_public.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 1
  max_capacity       = 4
}

resource "aws_appautoscaling_policy" "fail_public" {
  name               = "backlog"
  policy_type        = "TargetTrackingScaling"
  resource_id        = "service/orders/${aws_ecs_service.fail_public.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
}

resource "aws_ecs_service" "fail_shell" {
  name                   = "orders-fail-shell"
  cluster                = "orders"
  launch_type            = "FARGATE"
  enable_execute_command = true
  platform_version       = "1.4.0"
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
  network_configuration {
    subnets          = ["subnet-a", "subnet-b"]
    security_groups  = ["sg-a"]
    assign_public_ip = false
  }
}

resource "aws_appautoscaling_target" "fail_shell" {
  resource_id        = "service/orders/${aws_ecs_service.fail_shell.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 1
  max_capacity       = 4
}

resource "aws_appautoscaling_policy" "fail_shell" {
  name               = "backlog"
  policy_type        = "TargetTrackingScaling"
  resource_id        = "service/orders/${aws_ecs_service.fail_shell.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
}

resource "aws_ecs_service" "fail_no_target" {
  name                   = "orders-fail-no-target"
  cluster                = "orders"
  launch_type            = "FARGATE"
  enable_execute_command = false
  platform_version       = "1.4.0"
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
  network_configuration {
    subnets          = ["subnet-a", "subnet-b"]
    security_groups  = ["sg-a"]
    assign_public_ip = false
  }
}

resource "aws_appautoscaling_policy" "fail_no_target" {
  name               = "backlog"
  policy_type        = "TargetTrackingScaling"
  resource_id        = "service/orders/${aws_ecs_service.fail_no_target.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
}

resource "aws_ecs_service" "fail_from_zero" {
  name                   = "orders-fail-from-zero"
  cluster                = "orders"
  launch_type            = "FARGATE"
  enable_execute_command = false
  platform_version       = "1.4.0"
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
  network_configuration {
    subnets          = ["subnet-a", "subnet-b"]
    security_groups  = ["sg-a"]
    assign_public_ip = false
  }
}

resource "aws_appautoscaling_target" "fail_from_zero" {
  resource_id        = "service/orders/${aws_ecs_service.fail_from_zero.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 0
  max_capacity       = 4
}

resource "aws_appautoscaling_policy" "fail_from_zero" {
  name               = "backlog"
  policy_type        = "TargetTrackingScaling"
  resource_id        = "service/orders/${aws_ecs_service.fail_from_zero.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
}

resource "aws_ecs_service" "fail_no_policy" {
  name                   = "orders-fail-no-policy"
  cluster                = "orders"
  launch_type            = "FARGATE"
  enable_execute_command = false
  platform_version       = "1.4.0"
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
  network_configuration {
    subnets          = ["subnet-a", "subnet-b"]
    security_groups  = ["sg-a"]
    assign_public_ip = false
  }
}

resource "aws_appautoscaling_target" "fail_no_policy" {
  resource_id        = "service/orders/${aws_ecs_service.fail_no_policy.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 1
  max_capacity       = 4
}

