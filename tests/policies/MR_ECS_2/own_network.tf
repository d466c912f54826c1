resource "aws_subnet" "a" {
  vpc_id     = "vpc-a"
  cidr_block = "10.20.0.0/22"
}

resource "aws_subnet" "b" {
  vpc_id     = "vpc-a"
  cidr_block = "10.20.4.0/22"
}

resource "aws_security_group" "own" {
  vpc_id = "vpc-a"
}

resource "aws_ecs_service" "pass_own_network" {
  name                   = "orders-pass-own-network"
  cluster                = "orders"
  launch_type            = "FARGATE"
  enable_execute_command = false
  platform_version       = "1.4.0"
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
  network_configuration {
    subnets          = [aws_subnet.a.id, aws_subnet.b.id]
    security_groups  = [aws_security_group.own.id]
    assign_public_ip = false
  }
}

resource "aws_appautoscaling_target" "pass_own_network" {
  resource_id        = "service/orders/${aws_ecs_service.pass_own_network.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 1
  max_capacity       = 4
}

resource "aws_appautoscaling_policy" "pass_own_network" {
  name               = "backlog"
  policy_type        = "TargetTrackingScaling"
  resource_id        = "service/orders/${aws_ecs_service.pass_own_network.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
}

resource "aws_ecs_service" "fail_foreign_subnet" {
  name                   = "orders-fail-foreign-subnet"
  cluster                = "orders"
  launch_type            = "FARGATE"
  enable_execute_command = false
  platform_version       = "1.4.0"
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
  network_configuration {
    subnets          = [aws_subnet.a.id, "subnet-x"]
    security_groups  = [aws_security_group.own.id]
    assign_public_ip = false
  }
}

resource "aws_appautoscaling_target" "fail_foreign_subnet" {
  resource_id        = "service/orders/${aws_ecs_service.fail_foreign_subnet.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 1
  max_capacity       = 4
}

resource "aws_appautoscaling_policy" "fail_foreign_subnet" {
  name               = "backlog"
  policy_type        = "TargetTrackingScaling"
  resource_id        = "service/orders/${aws_ecs_service.fail_foreign_subnet.name}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
}

