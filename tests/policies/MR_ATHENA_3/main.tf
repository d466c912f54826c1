resource "aws_athena_workgroup" "pass_unsaid" {
  name = "orders-pass-unsaid"
}

resource "aws_athena_workgroup" "pass_off" {
  name          = "orders-pass-off"
  force_destroy = false
}

resource "aws_athena_workgroup" "fail_forced" {
  name          = "orders-fail-forced"
  force_destroy = true
}
