resource "aws_kms_key" "pass_confidential" {
  enable_key_rotation     = true
  rotation_period_in_days = 180
}

resource "aws_kms_key" "pass_internal" {
  enable_key_rotation = true
  tags = {
    classification = "internal"
  }
}

resource "aws_kms_key" "pass_hmac" {
  customer_master_key_spec = "HMAC_256"
}

resource "aws_kms_key" "fail_fixed" {
  enable_key_rotation = false
}

resource "aws_kms_key" "fail_unset" {
}

resource "aws_kms_key" "fail_too_seldom" {
  enable_key_rotation = true
}

resource "aws_kms_key" "fail_restricted" {
  enable_key_rotation     = true
  rotation_period_in_days = 180
  tags = {
    classification = "restricted"
  }
}

resource "aws_kms_key" "fail_window" {
  enable_key_rotation     = true
  rotation_period_in_days = 90
  deletion_window_in_days = 7
}

resource "aws_kms_key" "fail_disabled" {
  enable_key_rotation     = true
  rotation_period_in_days = 90
  is_enabled              = false
}
