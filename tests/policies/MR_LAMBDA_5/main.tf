resource "aws_lambda_function" "pass_two_zones" {
  function_name = "orders-pass-two-zones"
  vpc_config {
    subnet_ids         = ["subnet-a", "subnet-b"]
    security_group_ids = ["sg-a"]
  }
}

resource "aws_lambda_function" "fail_none" {
  function_name = "orders-fail-none"
}

resource "aws_lambda_function" "fail_one_zone" {
  function_name = "orders-fail-one-zone"
  vpc_config {
    subnet_ids         = ["subnet-a"]
    security_group_ids = ["sg-a"]
  }
}

resource "aws_lambda_function" "fail_no_group" {
  function_name = "orders-fail-no-group"
  vpc_config {
    subnet_ids         = ["subnet-a", "subnet-b"]
    security_group_ids = []
  }
}
