resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_kms_key" "fixed" {
  enable_key_rotation = false
}

resource "aws_s3_bucket" "logs" {
  bucket = "features-job-logs"
}

resource "aws_emr_cluster" "pass_own" {
  name                      = "features-pass-own"
  release_label             = "emr-7.10.0"
  service_role              = "arn:aws:iam::111122223333:role/emr"
  log_uri                   = "s3://${aws_s3_bucket.logs.bucket}/"
  log_encryption_kms_key_id = aws_kms_key.own.arn
}

resource "aws_emr_cluster" "fail_nowhere" {
  name                      = "features-fail-nowhere"
  release_label             = "emr-7.10.0"
  service_role              = "arn:aws:iam::111122223333:role/emr"
  log_encryption_kms_key_id = aws_kms_key.own.arn
}

resource "aws_emr_cluster" "fail_foreign_bucket" {
  name                      = "features-fail-foreign-bucket"
  release_label             = "emr-7.10.0"
  service_role              = "arn:aws:iam::111122223333:role/emr"
  log_uri                   = "s3://aws-logs-111122223333/"
  log_encryption_kms_key_id = aws_kms_key.own.arn
}

resource "aws_emr_cluster" "fail_no_key" {
  name          = "features-fail-no-key"
  release_label = "emr-7.10.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"
  log_uri       = "s3://${aws_s3_bucket.logs.bucket}/"
}

resource "aws_emr_cluster" "fail_fixed_key" {
  name                      = "features-fail-fixed-key"
  release_label             = "emr-7.10.0"
  service_role              = "arn:aws:iam::111122223333:role/emr"
  log_uri                   = "s3://${aws_s3_bucket.logs.bucket}/"
  log_encryption_kms_key_id = aws_kms_key.fixed.arn
}

resource "aws_emr_cluster" "fail_foreign_key" {
  name                      = "features-fail-foreign-key"
  release_label             = "emr-7.10.0"
  service_role              = "arn:aws:iam::111122223333:role/emr"
  log_uri                   = "s3://${aws_s3_bucket.logs.bucket}/"
  log_encryption_kms_key_id = "arn:aws:kms:eu-central-1:999999999999:key/1"
}
