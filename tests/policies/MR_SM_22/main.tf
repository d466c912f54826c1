resource "aws_sagemaker_studio_lifecycle_config" "no_root" {
  studio_lifecycle_config_name     = "no_root"
  studio_lifecycle_config_app_type = "JupyterLab"
  studio_lifecycle_config_content  = "IyEvYmluL2Jhc2gKc2V0IC1ldW8gcGlwZWZhaWwKc3VkbyBybSAtcmYgL2V0Yy9zdWRvZXJzLmQvKgppZiBzdWRvIC1uIHRydWU7IHRoZW4KICBleGl0IDEKZmkK"
}

resource "aws_sagemaker_studio_lifecycle_config" "chatty" {
  studio_lifecycle_config_name     = "chatty"
  studio_lifecycle_config_app_type = "JupyterLab"
  studio_lifecycle_config_content  = "IyEvYmluL2Jhc2gKZWNobyBoZWxsbwo="
}

resource "aws_sagemaker_studio_lifecycle_config" "careless" {
  studio_lifecycle_config_name     = "careless"
  studio_lifecycle_config_app_type = "JupyterLab"
  studio_lifecycle_config_content  = "IyEvYmluL2Jhc2gKc3VkbyBybSAtcmYgL2V0Yy9zdWRvZXJzLmQvKgo="
}

resource "aws_sagemaker_domain" "pass_no_root" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  domain_settings {
    execution_role_identity_config = "USER_PROFILE_NAME"
  }
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.no_root.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.no_root.arn
      }
    }
    sharing_settings {
      notebook_output_option = "Disabled"
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.no_root.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.no_root.arn
      }
    }
  }
}

resource "aws_sagemaker_domain" "fail_no_script" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  domain_settings {
    execution_role_identity_config = "USER_PROFILE_NAME"
  }
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    sharing_settings {
      notebook_output_option = "Disabled"
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.no_root.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.no_root.arn
      }
    }
  }
}

resource "aws_sagemaker_domain" "fail_spaces_without_script" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  domain_settings {
    execution_role_identity_config = "USER_PROFILE_NAME"
  }
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.no_root.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.no_root.arn
      }
    }
    sharing_settings {
      notebook_output_option = "Disabled"
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
  }
}

resource "aws_sagemaker_domain" "fail_a_script_that_greets" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  domain_settings {
    execution_role_identity_config = "USER_PROFILE_NAME"
  }
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.chatty.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.chatty.arn
      }
    }
    sharing_settings {
      notebook_output_option = "Disabled"
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.no_root.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.no_root.arn
      }
    }
  }
}

resource "aws_sagemaker_domain" "fail_a_script_that_does_not_stop" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  domain_settings {
    execution_role_identity_config = "USER_PROFILE_NAME"
  }
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.careless.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.careless.arn
      }
    }
    sharing_settings {
      notebook_output_option = "Disabled"
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.no_root.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.no_root.arn
      }
    }
  }
}

resource "aws_sagemaker_domain" "fail_another_to_choose" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  domain_settings {
    execution_role_identity_config = "USER_PROFILE_NAME"
  }
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.no_root.arn, aws_sagemaker_studio_lifecycle_config.chatty.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.no_root.arn
      }
    }
    sharing_settings {
      notebook_output_option = "Disabled"
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.no_root.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.no_root.arn
      }
    }
  }
}

resource "aws_sagemaker_domain" "fail_no_default" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  domain_settings {
    execution_role_identity_config = "USER_PROFILE_NAME"
  }
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.no_root.arn]
    }
    sharing_settings {
      notebook_output_option = "Disabled"
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.no_root.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.no_root.arn
      }
    }
  }
}

resource "aws_sagemaker_domain" "fail_a_foreign_script" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  domain_settings {
    execution_role_identity_config = "USER_PROFILE_NAME"
  }
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = ["arn:aws:sagemaker:eu-central-1:999999999999:studio-lifecycle-config/x"]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = "arn:aws:sagemaker:eu-central-1:999999999999:studio-lifecycle-config/x"
      }
    }
    sharing_settings {
      notebook_output_option = "Disabled"
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.no_root.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.no_root.arn
      }
    }
  }
}

resource "aws_sagemaker_domain" "fail_shared_outputs" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  domain_settings {
    execution_role_identity_config = "USER_PROFILE_NAME"
  }
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.no_root.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.no_root.arn
      }
    }
    sharing_settings {
      notebook_output_option = "Allowed"
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.no_root.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.no_root.arn
      }
    }
  }
}

resource "aws_sagemaker_domain" "fail_sharing_by_default" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  domain_settings {
    execution_role_identity_config = "USER_PROFILE_NAME"
  }
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.no_root.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.no_root.arn
      }
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.no_root.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.no_root.arn
      }
    }
  }
}

resource "aws_sagemaker_domain" "fail_one_for_all" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  domain_settings {
    execution_role_identity_config = "DISABLED"
  }
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.no_root.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.no_root.arn
      }
    }
    sharing_settings {
      notebook_output_option = "Disabled"
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.no_root.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.no_root.arn
      }
    }
  }
}

resource "aws_sagemaker_domain" "fail_nobody_told" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.no_root.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.no_root.arn
      }
    }
    sharing_settings {
      notebook_output_option = "Disabled"
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      lifecycle_config_arns = [aws_sagemaker_studio_lifecycle_config.no_root.arn]
      default_resource_spec {
        instance_type        = "ml.t3.medium"
        lifecycle_config_arn = aws_sagemaker_studio_lifecycle_config.no_root.arn
      }
    }
  }
}
