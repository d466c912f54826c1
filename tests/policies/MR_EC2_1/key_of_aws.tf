resource "aws_ebs_encryption_by_default" "fail_key_of_aws" {
  enabled = true
}
