resource "aws_lambda_function" "pass_reserved" {
  function_name                  = "orders-pass-reserved"
  reserved_concurrent_executions = 4
}

resource "aws_lambda_function" "fail_unset" {
  function_name = "orders-fail-unset"
}

resource "aws_lambda_function" "fail_unbounded" {
  function_name                  = "orders-fail-unbounded"
  reserved_concurrent_executions = -1
}

resource "aws_lambda_function" "fail_stopped" {
  function_name                  = "orders-fail-stopped"
  reserved_concurrent_executions = 0
}

resource "aws_lambda_function" "fail_all_there_is" {
  function_name                  = "orders-fail-all-there-is"
  reserved_concurrent_executions = 1000
}
