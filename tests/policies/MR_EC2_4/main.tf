resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_launch_template" "pass_own_key" {
  name = "orders-pass-own-key"
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted             = "true"
      kms_key_id            = aws_kms_key.own.arn
      delete_on_termination = "true"
    }
  }
}

resource "aws_launch_template" "fail_no_disk" {
  name = "orders-fail-no-disk"
}

resource "aws_launch_template" "fail_plain" {
  name = "orders-fail-plain"
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted             = "false"
      kms_key_id            = aws_kms_key.own.arn
      delete_on_termination = "true"
    }
  }
}

resource "aws_launch_template" "fail_key_of_aws" {
  name = "orders-fail-key-of-aws"
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted             = "true"
      delete_on_termination = "true"
    }
  }
}

resource "aws_launch_template" "fail_foreign_key" {
  name = "orders-fail-foreign-key"
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted             = "true"
      kms_key_id            = "arn:aws:kms:eu-central-1:111122223333:key/foreign"
      delete_on_termination = "true"
    }
  }
}

resource "aws_launch_template" "fail_stays" {
  name = "orders-fail-stays"
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted             = "true"
      kms_key_id            = aws_kms_key.own.arn
      delete_on_termination = "false"
    }
  }
}

resource "aws_launch_template" "fail_second_disk" {
  name = "orders-fail-second-disk"
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted             = "true"
      kms_key_id            = aws_kms_key.own.arn
      delete_on_termination = "true"
    }
  }
  block_device_mappings {
    device_name = "/dev/xvdb"
    ebs {
      encrypted             = "false"
      delete_on_termination = "true"
    }
  }
}

