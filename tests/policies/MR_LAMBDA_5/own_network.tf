resource "aws_subnet" "a" {
  vpc_id = "vpc-a"
}

resource "aws_subnet" "b" {
  vpc_id = "vpc-a"
}

resource "aws_security_group" "function" {
  name = "orders"
}

resource "aws_lambda_function" "pass_own" {
  function_name = "orders-pass-own"
  vpc_config {
    subnet_ids         = [aws_subnet.a.id, aws_subnet.b.id]
    security_group_ids = [aws_security_group.function.id]
  }
}

resource "aws_lambda_function" "fail_foreign_subnet" {
  function_name = "orders-fail-foreign-subnet"
  vpc_config {
    subnet_ids         = [aws_subnet.a.id, "subnet-x"]
    security_group_ids = [aws_security_group.function.id]
  }
}

resource "aws_lambda_function" "fail_foreign_group" {
  function_name = "orders-fail-foreign-group"
  vpc_config {
    subnet_ids         = [aws_subnet.a.id, aws_subnet.b.id]
    security_group_ids = ["sg-x"]
  }
}
