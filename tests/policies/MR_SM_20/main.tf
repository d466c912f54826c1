resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_kms_key" "still" {
  enable_key_rotation = false
}

resource "aws_subnet" "own" {
  vpc_id     = "vpc-1"
  cidr_block = "10.0.0.0/24"
}

resource "aws_security_group" "own" {
  name   = "notebooks"
  vpc_id = "vpc-1"
}

resource "aws_sagemaker_domain" "pass_closed" {
  domain_name             = "churn"
  auth_mode               = "IAM"
  vpc_id                  = "vpc-1"
  subnet_ids              = [aws_subnet.own.id]
  app_network_access_type = "VpcOnly"
  kms_key_id              = aws_kms_key.own.arn
  domain_settings {
    docker_settings {
      enable_docker_access = "DISABLED"
    }
  }
  default_user_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
  default_space_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
}

resource "aws_sagemaker_domain" "pass_no_docker" {
  domain_name             = "churn"
  auth_mode               = "IAM"
  vpc_id                  = "vpc-1"
  subnet_ids              = [aws_subnet.own.id]
  app_network_access_type = "VpcOnly"
  kms_key_id              = aws_kms_key.own.arn
  default_user_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
  default_space_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
}

resource "aws_sagemaker_domain" "fail_internet" {
  domain_name             = "churn"
  auth_mode               = "IAM"
  vpc_id                  = "vpc-1"
  subnet_ids              = [aws_subnet.own.id]
  app_network_access_type = "PublicInternetOnly"
  kms_key_id              = aws_kms_key.own.arn
  domain_settings {
    docker_settings {
      enable_docker_access = "DISABLED"
    }
  }
  default_user_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
  default_space_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
}

resource "aws_sagemaker_domain" "fail_default_access" {
  domain_name             = "churn"
  auth_mode               = "IAM"
  vpc_id                  = "vpc-1"
  subnet_ids              = [aws_subnet.own.id]
  kms_key_id              = aws_kms_key.own.arn
  domain_settings {
    docker_settings {
      enable_docker_access = "DISABLED"
    }
  }
  default_user_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
  default_space_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
}

resource "aws_sagemaker_domain" "fail_no_key" {
  domain_name             = "churn"
  auth_mode               = "IAM"
  vpc_id                  = "vpc-1"
  subnet_ids              = [aws_subnet.own.id]
  app_network_access_type = "VpcOnly"
  domain_settings {
    docker_settings {
      enable_docker_access = "DISABLED"
    }
  }
  default_user_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
  default_space_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
}

resource "aws_sagemaker_domain" "fail_key_that_stays" {
  domain_name             = "churn"
  auth_mode               = "IAM"
  vpc_id                  = "vpc-1"
  subnet_ids              = [aws_subnet.own.id]
  app_network_access_type = "VpcOnly"
  kms_key_id              = aws_kms_key.still.arn
  domain_settings {
    docker_settings {
      enable_docker_access = "DISABLED"
    }
  }
  default_user_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
  default_space_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
}

resource "aws_sagemaker_domain" "fail_foreign_key" {
  domain_name             = "churn"
  auth_mode               = "IAM"
  vpc_id                  = "vpc-1"
  subnet_ids              = [aws_subnet.own.id]
  app_network_access_type = "VpcOnly"
  kms_key_id              = "arn:aws:kms:eu-central-1:999999999999:key/1"
  domain_settings {
    docker_settings {
      enable_docker_access = "DISABLED"
    }
  }
  default_user_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
  default_space_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
}

resource "aws_sagemaker_domain" "fail_foreign_subnet" {
  domain_name             = "churn"
  auth_mode               = "IAM"
  vpc_id                  = "vpc-1"
  subnet_ids              = ["subnet-9"]
  app_network_access_type = "VpcOnly"
  kms_key_id              = aws_kms_key.own.arn
  domain_settings {
    docker_settings {
      enable_docker_access = "DISABLED"
    }
  }
  default_user_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
  default_space_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
}

resource "aws_sagemaker_domain" "fail_foreign_group" {
  domain_name             = "churn"
  auth_mode               = "IAM"
  vpc_id                  = "vpc-1"
  subnet_ids              = [aws_subnet.own.id]
  app_network_access_type = "VpcOnly"
  kms_key_id              = aws_kms_key.own.arn
  domain_settings {
    docker_settings {
      enable_docker_access = "DISABLED"
    }
  }
  default_user_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = ["sg-9"]
  }
  default_space_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
}

resource "aws_sagemaker_user_profile" "pass_as_the_domain" {
  domain_id         = "d-1"
  user_profile_name = "ada"
  user_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
  }
}

resource "aws_sagemaker_user_profile" "pass_own_group" {
  domain_id         = "d-1"
  user_profile_name = "ada"
  user_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
}

resource "aws_sagemaker_user_profile" "fail_own_group_elsewhere" {
  domain_id         = "d-1"
  user_profile_name = "ada"
  user_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = ["sg-9"]
  }
}

resource "aws_sagemaker_domain" "fail_users_without_group" {
  domain_name             = "churn"
  auth_mode               = "IAM"
  vpc_id                  = "vpc-1"
  subnet_ids              = [aws_subnet.own.id]
  app_network_access_type = "VpcOnly"
  kms_key_id              = aws_kms_key.own.arn
  domain_settings {
    docker_settings {
      enable_docker_access = "DISABLED"
    }
  }
  default_user_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
  }
  default_space_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
}

resource "aws_sagemaker_domain" "fail_spaces_without_group" {
  domain_name             = "churn"
  auth_mode               = "IAM"
  vpc_id                  = "vpc-1"
  subnet_ids              = [aws_subnet.own.id]
  app_network_access_type = "VpcOnly"
  kms_key_id              = aws_kms_key.own.arn
  domain_settings {
    docker_settings {
      enable_docker_access = "DISABLED"
    }
  }
  default_user_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
  default_space_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
  }
}

resource "aws_sagemaker_domain" "fail_docker" {
  domain_name             = "churn"
  auth_mode               = "IAM"
  vpc_id                  = "vpc-1"
  subnet_ids              = [aws_subnet.own.id]
  app_network_access_type = "VpcOnly"
  kms_key_id              = aws_kms_key.own.arn
  domain_settings {
    docker_settings {
      enable_docker_access = "ENABLED"
    }
  }
  default_user_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
  default_space_settings {
    execution_role  = "arn:aws:iam::111122223333:role/notebook"
    security_groups = [aws_security_group.own.id]
  }
}
