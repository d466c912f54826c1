resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_subnet" "a" {
  vpc_id     = "vpc-a"
  cidr_block = "10.20.0.0/22"
}

resource "aws_subnet" "b" {
  vpc_id     = "vpc-a"
  cidr_block = "10.20.4.0/22"
}

resource "aws_security_group" "own" {
  vpc_id = "vpc-a"
}

resource "aws_eks_cluster" "pass_own_network" {
  name                      = "orders-pass-own-network"
  role_arn                  = "arn:aws:iam::111122223333:role/orders"
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
  vpc_config {
    subnet_ids              = [aws_subnet.a.id, aws_subnet.b.id]
    security_group_ids      = [aws_security_group.own.id]
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

resource "aws_cloudwatch_log_group" "pass_own_network" {
  name = "/aws/eks/orders-pass-own-network/cluster"
}

resource "aws_eks_cluster" "fail_foreign_group" {
  name                      = "orders-fail-foreign-group"
  role_arn                  = "arn:aws:iam::111122223333:role/orders"
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
  vpc_config {
    subnet_ids              = [aws_subnet.a.id, aws_subnet.b.id]
    security_group_ids      = ["sg-x"]
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

resource "aws_cloudwatch_log_group" "fail_foreign_group" {
  name = "/aws/eks/orders-fail-foreign-group/cluster"
}

