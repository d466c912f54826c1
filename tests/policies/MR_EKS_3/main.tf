resource "aws_launch_template" "own" {
  name = "orders"
}

resource "aws_eks_addon" "agent" {
  cluster_name = "orders"
  addon_name   = "eks-pod-identity-agent"
}

resource "aws_eks_addon" "other" {
  cluster_name = "other"
  addon_name   = "vpc-cni"
}

resource "aws_eks_node_group" "pass_template" {
  cluster_name  = "orders"
  node_role_arn = "arn:aws:iam::111122223333:role/orders"
  subnet_ids    = ["subnet-a", "subnet-b"]
  launch_template {
    id      = aws_launch_template.own.id
    version = "1"
  }
  scaling_config {
    min_size     = 1
    max_size     = 3
    desired_size = 1
  }
}

resource "aws_eks_node_group" "fail_no_template" {
  cluster_name  = "orders"
  node_role_arn = "arn:aws:iam::111122223333:role/orders"
  subnet_ids    = ["subnet-a", "subnet-b"]
  scaling_config {
    min_size     = 1
    max_size     = 3
    desired_size = 1
  }
}

resource "aws_eks_node_group" "fail_foreign_template" {
  cluster_name  = "orders"
  node_role_arn = "arn:aws:iam::111122223333:role/orders"
  subnet_ids    = ["subnet-a", "subnet-b"]
  launch_template {
    id      = "lt-0123456789abcdef0"
    version = "1"
  }
  scaling_config {
    min_size     = 1
    max_size     = 3
    desired_size = 1
  }
}

resource "aws_eks_node_group" "fail_no_floor" {
  cluster_name  = "orders"
  node_role_arn = "arn:aws:iam::111122223333:role/orders"
  subnet_ids    = ["subnet-a", "subnet-b"]
  launch_template {
    id      = aws_launch_template.own.id
    version = "1"
  }
  scaling_config {
    min_size     = 0
    max_size     = 3
    desired_size = 1
  }
}

resource "aws_eks_node_group" "fail_one_subnet" {
  cluster_name  = "orders"
  node_role_arn = "arn:aws:iam::111122223333:role/orders"
  subnet_ids    = ["subnet-a"]
  launch_template {
    id      = aws_launch_template.own.id
    version = "1"
  }
  scaling_config {
    min_size     = 1
    max_size     = 3
    desired_size = 1
  }
}

resource "aws_eks_node_group" "fail_ssh" {
  cluster_name  = "orders"
  node_role_arn = "arn:aws:iam::111122223333:role/orders"
  subnet_ids    = ["subnet-a", "subnet-b"]
  launch_template {
    id      = aws_launch_template.own.id
    version = "1"
  }
  remote_access {
    ec2_ssh_key = "somebody"
  }
  scaling_config {
    min_size     = 1
    max_size     = 3
    desired_size = 1
  }
}

resource "aws_eks_node_group" "fail_no_agent" {
  cluster_name  = "other"
  node_role_arn = "arn:aws:iam::111122223333:role/orders"
  subnet_ids    = ["subnet-a", "subnet-b"]
  launch_template {
    id      = aws_launch_template.own.id
    version = "1"
  }
  scaling_config {
    min_size     = 1
    max_size     = 3
    desired_size = 1
  }
}

