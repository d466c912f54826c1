resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_ebs_default_kms_key" "own" {
  key_arn = aws_kms_key.own.arn
}

resource "aws_ebs_encryption_by_default" "pass_on" {
  enabled = true
}

resource "aws_ebs_encryption_by_default" "fail_off" {
  enabled = false
}
