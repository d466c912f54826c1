resource "aws_lambda_function" "pass_active" {
  function_name = "orders-pass-active"
  tracing_config {
    mode = "Active"
  }
}

resource "aws_lambda_function" "fail_none" {
  function_name = "orders-fail-none"
}

resource "aws_lambda_function" "fail_pass_through" {
  function_name = "orders-fail-pass-through"
  tracing_config {
    mode = "PassThrough"
  }
}
