resource "aws_iam_role" "task" {
  name = "orders-task"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": ["ecs-tasks.amazonaws.com"]}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role" "start" {
  name = "orders-start"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": ["ecs-tasks.amazonaws.com"]}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role" "pod" {
  name = "orders-pod"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": ["pods.eks.amazonaws.com"]}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role" "cluster" {
  name = "orders-cluster"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": ["eks.amazonaws.com"]}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role" "machine" {
  name = "orders-machine"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": ["ec2.amazonaws.com"]}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role" "both" {
  name = "orders-both"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": ["ecs-tasks.amazonaws.com", "ec2.amazonaws.com"]}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_ecs_task_definition" "pass_two_roles" {
  family                = "orders-pass-two-roles"
  task_role_arn         = aws_iam_role.task.arn
  execution_role_arn    = aws_iam_role.start.arn
  container_definitions = <<-JSON
    []
  JSON
}

resource "aws_ecs_task_definition" "fail_one_role" {
  family                = "orders-fail-one-role"
  task_role_arn         = aws_iam_role.task.arn
  execution_role_arn    = aws_iam_role.task.arn
  container_definitions = <<-JSON
    []
  JSON
}

resource "aws_ecs_task_definition" "fail_no_role" {
  family                = "orders-fail-no-role"
  execution_role_arn    = aws_iam_role.start.arn
  container_definitions = <<-JSON
    []
  JSON
}

resource "aws_ecs_task_definition" "fail_elsewhere" {
  family                = "orders-fail-elsewhere"
  task_role_arn         = "arn:aws:iam::111122223333:role/elsewhere"
  execution_role_arn    = aws_iam_role.start.arn
  container_definitions = <<-JSON
    []
  JSON
}

resource "aws_ecs_task_definition" "fail_role_of_two_services" {
  family                = "orders-fail-role-of-two-services"
  task_role_arn         = aws_iam_role.both.arn
  execution_role_arn    = aws_iam_role.start.arn
  container_definitions = <<-JSON
    []
  JSON
}

resource "aws_eks_pod_identity_association" "pass_pod" {
  cluster_name    = "orders"
  namespace       = "default"
  service_account = "worker"
  role_arn        = aws_iam_role.pod.arn
}

resource "aws_eks_pod_identity_association" "fail_role_of_machines" {
  cluster_name    = "orders"
  namespace       = "default"
  service_account = "worker"
  role_arn        = aws_iam_role.machine.arn
}

resource "aws_eks_cluster" "pass_cluster" {
  name     = "orders-pass-cluster"
  role_arn = aws_iam_role.cluster.arn
  vpc_config {
    subnet_ids = ["subnet-a"]
  }
}

resource "aws_eks_cluster" "fail_cluster_elsewhere" {
  name     = "orders-fail-cluster-elsewhere"
  role_arn = "arn:aws:iam::111122223333:role/elsewhere"
  vpc_config {
    subnet_ids = ["subnet-a"]
  }
}

resource "aws_eks_node_group" "pass_nodes" {
  cluster_name  = "orders"
  node_role_arn = aws_iam_role.machine.arn
  subnet_ids    = ["subnet-a"]
  scaling_config {
    min_size     = 1
    max_size     = 2
    desired_size = 1
  }
}

resource "aws_eks_node_group" "fail_nodes_as_pods" {
  cluster_name  = "orders"
  node_role_arn = aws_iam_role.pod.arn
  subnet_ids    = ["subnet-a"]
  scaling_config {
    min_size     = 1
    max_size     = 2
    desired_size = 1
  }
}

resource "aws_iam_instance_profile" "pass_profile" {
  name = "orders-pass-profile"
  role = aws_iam_role.machine.name
}

resource "aws_iam_instance_profile" "fail_profile_elsewhere" {
  name = "orders-fail-profile-elsewhere"
  role = "elsewhere"
}

resource "aws_iam_instance_profile" "fail_profile_of_nobody" {
  name = "orders-fail-profile-of-nobody"
}

resource "aws_eks_addon" "pass_addon_with_role" {
  cluster_name = "orders"
  addon_name   = "vpc-cni"
  pod_identity_association {
    role_arn        = aws_iam_role.pod.arn
    service_account = "aws-node"
  }
}

resource "aws_eks_addon" "pass_addon_without_role" {
  cluster_name = "orders"
  addon_name   = "vpc-cni"
}

resource "aws_eks_addon" "fail_addon_as_machine" {
  cluster_name = "orders"
  addon_name   = "vpc-cni"
  pod_identity_association {
    role_arn        = aws_iam_role.machine.arn
    service_account = "aws-node"
  }
}

