resource "aws_lambda_function" "pass_plain" {
  function_name = "orders-pass-plain"
  role          = "arn:aws:iam::111122223333:role/orders"
  filename      = "x.zip"
  handler       = "handler.handle"
  runtime       = "python3.13"
}

resource "aws_lambda_function" "fail_file_system" {
  function_name = "orders-fail-file-system"
  role          = "arn:aws:iam::111122223333:role/orders"
  filename      = "x.zip"
  handler       = "handler.handle"
  runtime       = "python3.13"
  file_system_config {
    arn              = "arn:aws:elasticfilesystem:eu-central-1:111122223333:access-point/fsap-1"
    local_mount_path = "/mnt/kept"
  }
}

resource "aws_ecs_task_definition" "pass_plain" {
  family                = "orders-pass-plain"
  container_definitions = "[]"
}

resource "aws_ecs_task_definition" "fail_volume" {
  family                = "orders-fail-volume"
  container_definitions = "[]"
  volume {
    name = "kept"
    efs_volume_configuration {
      file_system_id = "fs-1"
    }
  }
}

resource "aws_launch_template" "pass_plain" {
  name          = "orders-pass-plain"
  instance_type = "m7g.large"
  disable_api_termination = false
}

resource "aws_launch_template" "fail_termination" {
  name          = "orders-fail-termination"
  instance_type = "m7g.large"
  disable_api_termination = true
}

resource "aws_launch_template" "fail_stop" {
  name          = "orders-fail-stop"
  instance_type = "m7g.large"
  disable_api_stop = true
}

resource "aws_autoscaling_group" "pass_plain" {
  name     = "orders-pass-plain"
  min_size = 1
  max_size = 4
  protect_from_scale_in = false
}

resource "aws_autoscaling_group" "fail_spared" {
  name     = "orders-fail-spared"
  min_size = 1
  max_size = 4
  protect_from_scale_in = true
}

resource "aws_ecs_service" "pass_plain" {
  name    = "orders"
  cluster = "orders"
}

resource "aws_ecs_service" "fail_volume" {
  name    = "keeping"
  cluster = "orders"
  volume_configuration {
    name = "kept"
    managed_ebs_volume {
      role_arn = "arn:aws:iam::111122223333:role/volumes"
    }
  }
}
