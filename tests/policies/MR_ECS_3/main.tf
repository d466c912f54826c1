resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_cloudwatch_log_group" "own" {
  name = "/orders/worker"
}

resource "aws_ecs_cluster" "pass_whole" {
  name = "orders-pass-whole"
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
  configuration {
    execute_command_configuration {
      kms_key_id = aws_kms_key.own.arn
      logging    = "OVERRIDE"
      log_configuration {
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = aws_cloudwatch_log_group.own.name
      }
    }
    managed_storage_configuration {
      kms_key_id                           = aws_kms_key.own.arn
      fargate_ephemeral_storage_kms_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_ecs_cluster" "pass_enhanced" {
  name = "orders-pass-enhanced"
  setting {
    name  = "containerInsights"
    value = "enhanced"
  }
  configuration {
    execute_command_configuration {
      kms_key_id = aws_kms_key.own.arn
      logging    = "OVERRIDE"
      log_configuration {
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = aws_cloudwatch_log_group.own.name
      }
    }
    managed_storage_configuration {
      kms_key_id                           = aws_kms_key.own.arn
      fargate_ephemeral_storage_kms_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_ecs_cluster" "fail_nothing" {
  name = "orders-fail-nothing"
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_cluster" "fail_foreign_storage" {
  name = "orders-fail-foreign-storage"
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
  configuration {
    execute_command_configuration {
      kms_key_id = aws_kms_key.own.arn
      logging    = "OVERRIDE"
      log_configuration {
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = aws_cloudwatch_log_group.own.name
      }
    }
    managed_storage_configuration {
      kms_key_id                           = "arn:aws:kms:eu-central-1:111122223333:key/foreign"
      fargate_ephemeral_storage_kms_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_ecs_cluster" "fail_foreign_task_storage" {
  name = "orders-fail-foreign-task-storage"
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
  configuration {
    execute_command_configuration {
      kms_key_id = aws_kms_key.own.arn
      logging    = "OVERRIDE"
      log_configuration {
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = aws_cloudwatch_log_group.own.name
      }
    }
    managed_storage_configuration {
      kms_key_id                           = aws_kms_key.own.arn
      fargate_ephemeral_storage_kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/foreign"
    }
  }
}

resource "aws_ecs_cluster" "fail_foreign_sessions" {
  name = "orders-fail-foreign-sessions"
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
  configuration {
    execute_command_configuration {
      kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/foreign"
      logging    = "OVERRIDE"
      log_configuration {
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = aws_cloudwatch_log_group.own.name
      }
    }
    managed_storage_configuration {
      kms_key_id                           = aws_kms_key.own.arn
      fargate_ephemeral_storage_kms_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_ecs_cluster" "fail_sessions_unrecorded" {
  name = "orders-fail-sessions-unrecorded"
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
  configuration {
    execute_command_configuration {
      kms_key_id = aws_kms_key.own.arn
      logging    = "NONE"
      log_configuration {
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = aws_cloudwatch_log_group.own.name
      }
    }
    managed_storage_configuration {
      kms_key_id                           = aws_kms_key.own.arn
      fargate_ephemeral_storage_kms_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_ecs_cluster" "fail_foreign_record" {
  name = "orders-fail-foreign-record"
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
  configuration {
    execute_command_configuration {
      kms_key_id = aws_kms_key.own.arn
      logging    = "OVERRIDE"
      log_configuration {
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = "/other"
      }
    }
    managed_storage_configuration {
      kms_key_id                           = aws_kms_key.own.arn
      fargate_ephemeral_storage_kms_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_ecs_cluster" "fail_not_measured" {
  name = "orders-fail-not-measured"
  setting {
    name  = "containerInsights"
    value = "disabled"
  }
  configuration {
    execute_command_configuration {
      kms_key_id = aws_kms_key.own.arn
      logging    = "OVERRIDE"
      log_configuration {
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = aws_cloudwatch_log_group.own.name
      }
    }
    managed_storage_configuration {
      kms_key_id                           = aws_kms_key.own.arn
      fargate_ephemeral_storage_kms_key_id = aws_kms_key.own.arn
    }
  }
}

