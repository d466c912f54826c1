resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_eks_cluster" "pass_closed" {
  name                      = "orders-pass-closed"
  role_arn                  = "arn:aws:iam::111122223333:role/orders"
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
  vpc_config {
    subnet_ids              = ["subnet-a", "subnet-b"]
    security_group_ids      = ["sg-a"]
    endpoint_public_access  = false
    endpoint_private_access = true
  }
  encryption_config {
    provider {
      key_arn = aws_kms_key.own.arn
    }
    resources = ["secrets"]
  }
  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = false
  }
}

resource "aws_cloudwatch_log_group" "pass_closed" {
  name = "/aws/eks/orders-pass-closed/cluster"
}

resource "aws_eks_cluster" "fail_public" {
  name                      = "orders-fail-public"
  role_arn                  = "arn:aws:iam::111122223333:role/orders"
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
  vpc_config {
    subnet_ids              = ["subnet-a", "subnet-b"]
    security_group_ids      = ["sg-a"]
    endpoint_public_access  = true
    endpoint_private_access = true
  }
  encryption_config {
    provider {
      key_arn = aws_kms_key.own.arn
    }
    resources = ["secrets"]
  }
  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = false
  }
}

resource "aws_cloudwatch_log_group" "fail_public" {
  name = "/aws/eks/orders-fail-public/cluster"
}

resource "aws_eks_cluster" "fail_not_private" {
  name                      = "orders-fail-not-private"
  role_arn                  = "arn:aws:iam::111122223333:role/orders"
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
  vpc_config {
    subnet_ids              = ["subnet-a", "subnet-b"]
    security_group_ids      = ["sg-a"]
    endpoint_public_access  = false
    endpoint_private_access = false
  }
  encryption_config {
    provider {
      key_arn = aws_kms_key.own.arn
    }
    resources = ["secrets"]
  }
  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = false
  }
}

resource "aws_cloudwatch_log_group" "fail_not_private" {
  name = "/aws/eks/orders-fail-not-private/cluster"
}

resource "aws_eks_cluster" "fail_one_subnet" {
  name                      = "orders-fail-one-subnet"
  role_arn                  = "arn:aws:iam::111122223333:role/orders"
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
  vpc_config {
    subnet_ids              = ["subnet-a"]
    security_group_ids      = ["sg-a"]
    endpoint_public_access  = false
    endpoint_private_access = true
  }
  encryption_config {
    provider {
      key_arn = aws_kms_key.own.arn
    }
    resources = ["secrets"]
  }
  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = false
  }
}

resource "aws_cloudwatch_log_group" "fail_one_subnet" {
  name = "/aws/eks/orders-fail-one-subnet/cluster"
}

resource "aws_eks_cluster" "fail_no_encryption" {
  name                      = "orders-fail-no-encryption"
  role_arn                  = "arn:aws:iam::111122223333:role/orders"
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
  vpc_config {
    subnet_ids              = ["subnet-a", "subnet-b"]
    security_group_ids      = ["sg-a"]
    endpoint_public_access  = false
    endpoint_private_access = true
  }
  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = false
  }
}

resource "aws_cloudwatch_log_group" "fail_no_encryption" {
  name = "/aws/eks/orders-fail-no-encryption/cluster"
}

resource "aws_eks_cluster" "fail_foreign_key" {
  name                      = "orders-fail-foreign-key"
  role_arn                  = "arn:aws:iam::111122223333:role/orders"
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
  vpc_config {
    subnet_ids              = ["subnet-a", "subnet-b"]
    security_group_ids      = ["sg-a"]
    endpoint_public_access  = false
    endpoint_private_access = true
  }
  encryption_config {
    provider {
      key_arn = "arn:aws:kms:eu-central-1:111122223333:key/foreign"
    }
    resources = ["secrets"]
  }
  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = false
  }
}

resource "aws_cloudwatch_log_group" "fail_foreign_key" {
  name = "/aws/eks/orders-fail-foreign-key/cluster"
}

resource "aws_eks_cluster" "fail_other_resources" {
  name                      = "orders-fail-other-resources"
  role_arn                  = "arn:aws:iam::111122223333:role/orders"
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
  vpc_config {
    subnet_ids              = ["subnet-a", "subnet-b"]
    security_group_ids      = ["sg-a"]
    endpoint_public_access  = false
    endpoint_private_access = true
  }
  encryption_config {
    provider {
      key_arn = aws_kms_key.own.arn
    }
    resources = []
  }
  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = false
  }
}

resource "aws_cloudwatch_log_group" "fail_other_resources" {
  name = "/aws/eks/orders-fail-other-resources/cluster"
}

resource "aws_eks_cluster" "fail_no_audit_log" {
  name                      = "orders-fail-no-audit-log"
  role_arn                  = "arn:aws:iam::111122223333:role/orders"
  enabled_cluster_log_types = ["api", "authenticator", "controllerManager", "scheduler"]
  vpc_config {
    subnet_ids              = ["subnet-a", "subnet-b"]
    security_group_ids      = ["sg-a"]
    endpoint_public_access  = false
    endpoint_private_access = true
  }
  encryption_config {
    provider {
      key_arn = aws_kms_key.own.arn
    }
    resources = ["secrets"]
  }
  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = false
  }
}

resource "aws_cloudwatch_log_group" "fail_no_audit_log" {
  name = "/aws/eks/orders-fail-no-audit-log/cluster"
}

resource "aws_eks_cluster" "fail_no_group" {
  name                      = "orders-fail-no-group"
  role_arn                  = "arn:aws:iam::111122223333:role/orders"
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
  vpc_config {
    subnet_ids              = ["subnet-a", "subnet-b"]
    security_group_ids      = ["sg-a"]
    endpoint_public_access  = false
    endpoint_private_access = true
  }
  encryption_config {
    provider {
      key_arn = aws_kms_key.own.arn
    }
    resources = ["secrets"]
  }
  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = false
  }
}

resource "aws_eks_cluster" "fail_config_map" {
  name                      = "orders-fail-config-map"
  role_arn                  = "arn:aws:iam::111122223333:role/orders"
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
  vpc_config {
    subnet_ids              = ["subnet-a", "subnet-b"]
    security_group_ids      = ["sg-a"]
    endpoint_public_access  = false
    endpoint_private_access = true
  }
  encryption_config {
    provider {
      key_arn = aws_kms_key.own.arn
    }
    resources = ["secrets"]
  }
  access_config {
    authentication_mode                         = "API_AND_CONFIG_MAP"
    bootstrap_cluster_creator_admin_permissions = false
  }
}

resource "aws_cloudwatch_log_group" "fail_config_map" {
  name = "/aws/eks/orders-fail-config-map/cluster"
}

resource "aws_eks_cluster" "fail_creator_administers" {
  name                      = "orders-fail-creator-administers"
  role_arn                  = "arn:aws:iam::111122223333:role/orders"
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
  vpc_config {
    subnet_ids              = ["subnet-a", "subnet-b"]
    security_group_ids      = ["sg-a"]
    endpoint_public_access  = false
    endpoint_private_access = true
  }
  encryption_config {
    provider {
      key_arn = aws_kms_key.own.arn
    }
    resources = ["secrets"]
  }
  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = true
  }
}

resource "aws_cloudwatch_log_group" "fail_creator_administers" {
  name = "/aws/eks/orders-fail-creator-administers/cluster"
}

