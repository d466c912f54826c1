resource "aws_launch_template" "own" {
  name = "orders"
}

resource "aws_subnet" "a" {
  vpc_id     = "vpc-a"
  cidr_block = "10.20.0.0/22"
}

resource "aws_subnet" "b" {
  vpc_id     = "vpc-a"
  cidr_block = "10.20.4.0/22"
}

resource "aws_autoscaling_group" "pass_own_network" {
  name                = "orders-pass-own-network"
  min_size            = 1
  max_size            = 3
  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]
  max_instance_lifetime = 2592000
  instance_refresh {
    strategy = "Rolling"
    preferences {
      auto_rollback = true
    }
  }
  launch_template {
    id      = aws_launch_template.own.id
    version = "1"
  }
}

resource "aws_autoscaling_policy" "pass_own_network" {
  name                   = "backlog"
  policy_type            = "TargetTrackingScaling"
  autoscaling_group_name = aws_autoscaling_group.pass_own_network.name
}

resource "aws_autoscaling_group" "fail_foreign_subnet" {
  name                = "orders-fail-foreign-subnet"
  min_size            = 1
  max_size            = 3
  vpc_zone_identifier = [aws_subnet.a.id, "subnet-x"]
  max_instance_lifetime = 2592000
  instance_refresh {
    strategy = "Rolling"
    preferences {
      auto_rollback = true
    }
  }
  launch_template {
    id      = aws_launch_template.own.id
    version = "1"
  }
}

resource "aws_autoscaling_policy" "fail_foreign_subnet" {
  name                   = "backlog"
  policy_type            = "TargetTrackingScaling"
  autoscaling_group_name = aws_autoscaling_group.fail_foreign_subnet.name
}

