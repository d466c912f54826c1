resource "aws_launch_template" "own" {
  name = "orders"
}

resource "aws_autoscaling_group" "pass_bounded" {
  name                = "orders-pass-bounded"
  min_size            = 1
  max_size            = 3
  vpc_zone_identifier = ["subnet-a", "subnet-b"]
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

resource "aws_autoscaling_policy" "pass_bounded" {
  name                   = "backlog"
  policy_type            = "TargetTrackingScaling"
  autoscaling_group_name = aws_autoscaling_group.pass_bounded.name
}

resource "aws_autoscaling_group" "fail_no_floor" {
  name                = "orders-fail-no-floor"
  min_size            = 0
  max_size            = 3
  vpc_zone_identifier = ["subnet-a", "subnet-b"]
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

resource "aws_autoscaling_policy" "fail_no_floor" {
  name                   = "backlog"
  policy_type            = "TargetTrackingScaling"
  autoscaling_group_name = aws_autoscaling_group.fail_no_floor.name
}

resource "aws_autoscaling_group" "fail_one_subnet" {
  name                = "orders-fail-one-subnet"
  min_size            = 1
  max_size            = 3
  vpc_zone_identifier = ["subnet-a"]
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

resource "aws_autoscaling_policy" "fail_one_subnet" {
  name                   = "backlog"
  policy_type            = "TargetTrackingScaling"
  autoscaling_group_name = aws_autoscaling_group.fail_one_subnet.name
}

resource "aws_autoscaling_group" "fail_foreign_template" {
  name                = "orders-fail-foreign-template"
  min_size            = 1
  max_size            = 3
  vpc_zone_identifier = ["subnet-a", "subnet-b"]
  max_instance_lifetime = 2592000
  instance_refresh {
    strategy = "Rolling"
    preferences {
      auto_rollback = true
    }
  }
  launch_template {
    id      = "lt-0123456789abcdef0"
    version = "1"
  }
}

resource "aws_autoscaling_policy" "fail_foreign_template" {
  name                   = "backlog"
  policy_type            = "TargetTrackingScaling"
  autoscaling_group_name = aws_autoscaling_group.fail_foreign_template.name
}

resource "aws_autoscaling_group" "fail_not_renewed" {
  name                = "orders-fail-not-renewed"
  min_size            = 1
  max_size            = 3
  vpc_zone_identifier = ["subnet-a", "subnet-b"]
  max_instance_lifetime = 2592000
  launch_template {
    id      = aws_launch_template.own.id
    version = "1"
  }
}

resource "aws_autoscaling_policy" "fail_not_renewed" {
  name                   = "backlog"
  policy_type            = "TargetTrackingScaling"
  autoscaling_group_name = aws_autoscaling_group.fail_not_renewed.name
}

resource "aws_autoscaling_group" "fail_no_way_back" {
  name                = "orders-fail-no-way-back"
  min_size            = 1
  max_size            = 3
  vpc_zone_identifier = ["subnet-a", "subnet-b"]
  max_instance_lifetime = 2592000
  instance_refresh {
    strategy = "Rolling"
  }
  launch_template {
    id      = aws_launch_template.own.id
    version = "1"
  }
}

resource "aws_autoscaling_policy" "fail_no_way_back" {
  name                   = "backlog"
  policy_type            = "TargetTrackingScaling"
  autoscaling_group_name = aws_autoscaling_group.fail_no_way_back.name
}

resource "aws_autoscaling_group" "fail_kept_for_ever" {
  name                = "orders-fail-kept-for-ever"
  min_size            = 1
  max_size            = 3
  vpc_zone_identifier = ["subnet-a", "subnet-b"]
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

resource "aws_autoscaling_policy" "fail_kept_for_ever" {
  name                   = "backlog"
  policy_type            = "TargetTrackingScaling"
  autoscaling_group_name = aws_autoscaling_group.fail_kept_for_ever.name
}

resource "aws_autoscaling_group" "fail_no_policy" {
  name                = "orders-fail-no-policy"
  min_size            = 1
  max_size            = 3
  vpc_zone_identifier = ["subnet-a", "subnet-b"]
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

resource "aws_autoscaling_group" "fail_simple_scaling" {
  name                = "orders-fail-simple-scaling"
  min_size            = 1
  max_size            = 3
  vpc_zone_identifier = ["subnet-a", "subnet-b"]
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

resource "aws_autoscaling_policy" "fail_simple_scaling" {
  name                   = "backlog"
  policy_type            = "SimpleScaling"
  autoscaling_group_name = aws_autoscaling_group.fail_simple_scaling.name
}

