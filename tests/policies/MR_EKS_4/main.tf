resource "aws_eks_pod_identity_association" "pass_worker" {
  cluster_name    = "orders"
  namespace       = "default"
  service_account = "worker"
  role_arn        = "arn:aws:iam::111122223333:role/orders"
}

resource "aws_eks_pod_identity_association" "fail_system" {
  cluster_name    = "orders"
  namespace       = "kube-system"
  service_account = "worker"
  role_arn        = "arn:aws:iam::111122223333:role/orders"
}

resource "aws_eks_pod_identity_association" "fail_everybody" {
  cluster_name    = "orders"
  namespace       = "default"
  service_account = "default"
  role_arn        = "arn:aws:iam::111122223333:role/orders"
}

resource "aws_eks_pod_identity_association" "fail_chained" {
  cluster_name    = "orders"
  namespace       = "default"
  service_account = "worker"
  role_arn        = "arn:aws:iam::111122223333:role/orders"
  target_role_arn = "arn:aws:iam::999999999999:role/x"
}

resource "aws_eks_access_policy_association" "pass_namespace" {
  cluster_name  = "orders"
  principal_arn = "arn:aws:iam::111122223333:role/operator"
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy"

  access_scope {
    type       = "namespace"
    namespaces = ["default"]
  }
}

resource "aws_eks_access_policy_association" "fail_system_namespace" {
  cluster_name  = "orders"
  principal_arn = "arn:aws:iam::111122223333:role/operator"
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy"

  access_scope {
    type       = "namespace"
    namespaces = ["kube-system"]
  }
}

resource "aws_eks_cluster" "pass_whole" {
  name     = "pass-whole"
  role_arn = "arn:aws:iam::111122223333:role/orders-control"

  vpc_config {
    subnet_ids = ["subnet-a", "subnet-b"]
  }
}

resource "aws_eks_addon" "pass_coredns" {
  cluster_name = "pass-whole"
  addon_name   = "coredns"
}

resource "aws_eks_addon" "pass_eks_pod_identity_agent" {
  cluster_name = "pass-whole"
  addon_name   = "eks-pod-identity-agent"
}

resource "aws_eks_addon" "pass_kube_proxy" {
  cluster_name = "pass-whole"
  addon_name   = "kube-proxy"
}

resource "aws_eks_addon" "pass_vpc_cni" {
  cluster_name = "pass-whole"
  addon_name   = "vpc-cni"
}

resource "aws_eks_cluster" "fail_no_network" {
  name     = "fail-no-network"
  role_arn = "arn:aws:iam::111122223333:role/orders-control"

  vpc_config {
    subnet_ids = ["subnet-a", "subnet-b"]
  }
}

resource "aws_eks_addon" "fail_set" {
  cluster_name         = "other"
  addon_name           = "vpc-cni"
  configuration_values = "{}"
}
