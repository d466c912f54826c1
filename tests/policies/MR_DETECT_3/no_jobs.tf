resource "aws_macie2_account" "fail_no_jobs" {
  status = "ENABLED"
}
