resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_eks_access_entry" "pass_role" {
  cluster_name  = "orders"
  principal_arn = "arn:aws:iam::111122223333:role/operator"
}

resource "aws_eks_access_entry" "fail_foreign" {
  cluster_name  = "orders"
  principal_arn = "arn:aws:iam::999999999999:role/operator"
}

resource "aws_eks_access_entry" "fail_user" {
  cluster_name  = "orders"
  principal_arn = "arn:aws:iam::111122223333:user/somebody"
}

resource "aws_eks_access_entry" "fail_masters" {
  cluster_name  = "orders"
  principal_arn = "arn:aws:iam::111122223333:role/operator"
  kubernetes_groups = ["system:masters"]
}

resource "aws_eks_access_policy_association" "pass_edit" {
  cluster_name  = "orders"
  principal_arn = "arn:aws:iam::111122223333:role/operator"
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy"
  access_scope {
    type       = "namespace"
    namespaces = ["default"]
  }
}

resource "aws_eks_access_policy_association" "pass_view" {
  cluster_name  = "orders"
  principal_arn = "arn:aws:iam::111122223333:role/operator"
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy"
  access_scope {
    type       = "namespace"
    namespaces = ["default"]
  }
}

resource "aws_eks_access_policy_association" "fail_administrator" {
  cluster_name  = "orders"
  principal_arn = "arn:aws:iam::111122223333:role/operator"
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"
  access_scope {
    type       = "namespace"
    namespaces = ["default"]
  }
}

resource "aws_eks_access_policy_association" "fail_admin_of_namespace" {
  cluster_name  = "orders"
  principal_arn = "arn:aws:iam::111122223333:role/operator"
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSAdminPolicy"
  access_scope {
    type       = "namespace"
    namespaces = ["default"]
  }
}

resource "aws_eks_access_policy_association" "fail_everywhere" {
  cluster_name  = "orders"
  principal_arn = "arn:aws:iam::111122223333:role/operator"
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy"
  access_scope {
    type = "cluster"
  }
}

resource "aws_eks_access_policy_association" "fail_foreign_editor" {
  cluster_name  = "orders"
  principal_arn = "arn:aws:iam::999999999999:role/operator"
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy"
  access_scope {
    type       = "namespace"
    namespaces = ["default"]
  }
}

