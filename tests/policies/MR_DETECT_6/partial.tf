resource "aws_cloudtrail" "pass_whole" {
  name           = "audit"
  s3_bucket_name = "audit"
}

resource "aws_iam_account_password_policy" "set" {
  minimum_password_length = 14
}

resource "aws_s3_account_public_access_block" "set" {
  block_public_acls = true
}

resource "aws_guardduty_detector" "fail_partial" {
  enable = true
}

resource "aws_ebs_encryption_by_default" "set" {
  enabled = true
}
