resource "aws_kms_key" "audit" {
  enable_key_rotation = true
}

resource "aws_kms_key" "fixed" {
  enable_key_rotation = false
}

resource "aws_cloudtrail" "pass_own" {
  name           = "pass-own"
  s3_bucket_name = "con-records"
  kms_key_id = aws_kms_key.audit.arn
}

resource "aws_cloudtrail" "fail_none" {
  name           = "fail-none"
  s3_bucket_name = "con-records"
}

resource "aws_cloudtrail" "fail_fixed" {
  name           = "fail-fixed"
  s3_bucket_name = "con-records"
  kms_key_id = aws_kms_key.fixed.arn
}

resource "aws_cloudtrail" "fail_foreign" {
  name           = "fail-foreign"
  s3_bucket_name = "con-records"
  kms_key_id = "arn:aws:kms:eu-central-1:999999999999:key/x"
}
