resource "aws_s3_bucket" "pass_blocked" {
  bucket = "orders-pass-blocked"
}

resource "aws_s3_bucket" "fail_none" {
  bucket = "orders-fail-none"
}

resource "aws_s3_bucket" "fail_one_off" {
  bucket = "orders-fail-one-off"
}

resource "aws_s3_bucket" "fail_one_absent" {
  bucket = "orders-fail-one-absent"
}

resource "aws_s3_bucket_public_access_block" "pass_blocked" {
  bucket                  = aws_s3_bucket.pass_blocked.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_public_access_block" "fail_one_off" {
  bucket                  = aws_s3_bucket.fail_one_off.id
  block_public_acls       = true
  block_public_policy     = false
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_public_access_block" "fail_one_absent" {
  bucket                  = aws_s3_bucket.fail_one_absent.id
  block_public_acls       = true
  block_public_policy     = true
  restrict_public_buckets = true
}
