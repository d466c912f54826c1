resource "aws_ebs_default_kms_key" "own" {
  key_arn = "arn:aws:kms:eu-central-1:111122223333:key/foreign"
}

resource "aws_ebs_encryption_by_default" "fail_foreign_key" {
  enabled = true
}
