resource "aws_security_group" "pass_application" {
  vpc_id = "vpc-a"
}

resource "aws_security_group" "pass_function" {
  vpc_id = "vpc-a"
}

resource "aws_security_group" "fail_unused" {
  vpc_id = "vpc-a"
}

resource "aws_security_group" "fail_only_in_rules" {
  vpc_id = "vpc-a"
}

resource "aws_emrserverless_application" "job" {
  name          = "orders"
  type          = "spark"
  release_label = "emr-7.9.0"
  network_configuration {
    subnet_ids         = ["subnet-a", "subnet-b"]
    security_group_ids = [aws_security_group.pass_application.id]
  }
}

resource "aws_lambda_function" "worker" {
  function_name = "orders-worker"
  vpc_config {
    subnet_ids         = ["subnet-a", "subnet-b"]
    security_group_ids = [aws_security_group.pass_function.id]
  }
}

resource "aws_vpc_security_group_egress_rule" "out" {
  security_group_id = aws_security_group.fail_only_in_rules.id
  ip_protocol       = "tcp"
}
