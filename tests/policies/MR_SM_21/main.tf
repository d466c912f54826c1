resource "aws_sagemaker_domain" "pass_an_hour" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 60
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
    studio_web_portal_settings {
      hidden_app_types = ["Canvas", "CodeEditor", "JupyterServer", "KernelGateway", "RStudioServerPro", "TensorBoard"]
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 60
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
  }
}

resource "aws_sagemaker_domain" "pass_half_a_day" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 720
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 720
        }
      }
    }
    studio_web_portal_settings {
      hidden_app_types = ["Canvas", "CodeEditor", "JupyterServer", "KernelGateway", "RStudioServerPro", "TensorBoard"]
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 60
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
  }
}

resource "aws_sagemaker_domain" "fail_never" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    studio_web_portal_settings {
      hidden_app_types = ["Canvas", "CodeEditor", "JupyterServer", "KernelGateway", "RStudioServerPro", "TensorBoard"]
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 60
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
  }
}

resource "aws_sagemaker_domain" "fail_off" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 60
          lifecycle_management        = "DISABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
    studio_web_portal_settings {
      hidden_app_types = ["Canvas", "CodeEditor", "JupyterServer", "KernelGateway", "RStudioServerPro", "TensorBoard"]
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 60
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
  }
}

resource "aws_sagemaker_domain" "fail_spaces_never" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 60
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
    studio_web_portal_settings {
      hidden_app_types = ["Canvas", "CodeEditor", "JupyterServer", "KernelGateway", "RStudioServerPro", "TensorBoard"]
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
  }
}

resource "aws_sagemaker_domain" "fail_a_day" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 1440
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
    studio_web_portal_settings {
      hidden_app_types = ["Canvas", "CodeEditor", "JupyterServer", "KernelGateway", "RStudioServerPro", "TensorBoard"]
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 60
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
  }
}

resource "aws_sagemaker_domain" "fail_people_choose_a_day" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 60
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
    studio_web_portal_settings {
      hidden_app_types = ["Canvas", "CodeEditor", "JupyterServer", "KernelGateway", "RStudioServerPro", "TensorBoard"]
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 60
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 1440
        }
      }
    }
  }
}

resource "aws_sagemaker_domain" "fail_no_timeout" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
    studio_web_portal_settings {
      hidden_app_types = ["Canvas", "CodeEditor", "JupyterServer", "KernelGateway", "RStudioServerPro", "TensorBoard"]
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 60
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
  }
}

resource "aws_sagemaker_domain" "fail_others_shown" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 60
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
    studio_web_portal_settings {
      hidden_app_types = ["Canvas"]
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 60
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
  }
}

resource "aws_sagemaker_domain" "fail_nothing_hidden" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 60
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 60
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
  }
}

resource "aws_sagemaker_domain" "fail_another_application" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 60
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
    code_editor_app_settings {
      lifecycle_config_arns = ["arn:aws:sagemaker:eu-central-1:111122223333:studio-lifecycle-config/x"]
    }
    studio_web_portal_settings {
      hidden_app_types = ["Canvas", "CodeEditor", "JupyterServer", "KernelGateway", "RStudioServerPro", "TensorBoard"]
    }
  }
  default_space_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 60
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
  }
}

resource "aws_sagemaker_user_profile" "pass_as_the_domain" {
  domain_id         = "d-1"
  user_profile_name = "ada"
  user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
  }
}

resource "aws_sagemaker_user_profile" "pass_own_hour" {
  domain_id         = "d-1"
  user_profile_name = "ada"
  user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 60
          lifecycle_management        = "ENABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
  }
}

resource "aws_sagemaker_user_profile" "fail_own_never" {
  domain_id         = "d-1"
  user_profile_name = "ada"
  user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    jupyter_lab_app_settings {
      app_lifecycle_management {
        idle_settings {
          idle_timeout_in_minutes     = 60
          lifecycle_management        = "DISABLED"
          max_idle_timeout_in_minutes = 60
        }
      }
    }
  }
}

resource "aws_sagemaker_user_profile" "fail_own_application" {
  domain_id         = "d-1"
  user_profile_name = "ada"
  user_settings {
    execution_role = "arn:aws:iam::111122223333:role/notebook"
    code_editor_app_settings {
      lifecycle_config_arns = ["arn:aws:sagemaker:eu-central-1:111122223333:studio-lifecycle-config/x"]
    }
  }
}
