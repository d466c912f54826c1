resource "aws_sagemaker_domain" "pass_notebooks" {
  domain_name     = "pass-notebooks"
  auth_mode       = "IAM"
  vpc_id          = "vpc-a"
  subnet_ids      = ["subnet-a"]
  tag_propagation = "ENABLED"

  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/orders-notebook"
  }

  retention_policy {
    home_efs_file_system = "Delete"
  }
}

resource "aws_sagemaker_domain" "fail_no_tags" {
  domain_name     = "fail-no-tags"
  auth_mode       = "IAM"
  vpc_id          = "vpc-a"
  subnet_ids      = ["subnet-a"]
  tag_propagation = "DISABLED"

  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/orders-notebook"
  }

  retention_policy {
    home_efs_file_system = "Delete"
  }
}

resource "aws_sagemaker_domain" "fail_sign_in" {
  domain_name     = "fail-sign-in"
  auth_mode       = "SSO"
  vpc_id          = "vpc-a"
  subnet_ids      = ["subnet-a"]
  tag_propagation = "ENABLED"

  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/orders-notebook"
  }

  retention_policy {
    home_efs_file_system = "Delete"
  }
}

resource "aws_sagemaker_domain" "fail_homes_kept" {
  domain_name     = "fail-homes-kept"
  auth_mode       = "IAM"
  vpc_id          = "vpc-a"
  subnet_ids      = ["subnet-a"]
  tag_propagation = "ENABLED"

  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/orders-notebook"
  }

  retention_policy {
    home_efs_file_system = "Retain"
  }
}

resource "aws_sagemaker_domain" "fail_homes_mounted" {
  domain_name     = "fail-homes-mounted"
  auth_mode       = "IAM"
  vpc_id          = "vpc-a"
  subnet_ids      = ["subnet-a"]
  tag_propagation = "ENABLED"

  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/orders-notebook"
    auto_mount_home_efs = "Enabled"
  }

  retention_policy {
    home_efs_file_system = "Delete"
  }
}

resource "aws_sagemaker_domain" "fail_canvas" {
  domain_name     = "fail-canvas"
  auth_mode       = "IAM"
  vpc_id          = "vpc-a"
  subnet_ids      = ["subnet-a"]
  tag_propagation = "ENABLED"

  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/orders-notebook"

    canvas_app_settings {
      direct_deploy_settings {
        status = "ENABLED"
      }
    }
  }

  retention_policy {
    home_efs_file_system = "Delete"
  }
}

resource "aws_sagemaker_user_profile" "pass_notebook" {
  domain_id         = aws_sagemaker_domain.pass_notebooks.id
  user_profile_name = "pass-notebook"

  user_settings {
    execution_role = "arn:aws:iam::111122223333:role/orders-notebook"
  }
}

resource "aws_sagemaker_user_profile" "fail_trains" {
  domain_id         = aws_sagemaker_domain.pass_notebooks.id
  user_profile_name = "fail-trains"

  user_settings {
    execution_role = "arn:aws:iam::111122223333:role/orders-training"
  }
}
