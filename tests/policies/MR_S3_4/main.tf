resource "aws_s3_bucket" "pass_enforced" {
  bucket = "orders-pass-enforced"
}

resource "aws_s3_bucket" "fail_none" {
  bucket = "orders-fail-none"
}

resource "aws_s3_bucket" "fail_preferred" {
  bucket = "orders-fail-preferred"
}

resource "aws_s3_bucket_ownership_controls" "pass_enforced" {
  bucket = aws_s3_bucket.pass_enforced.bucket
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_ownership_controls" "fail_preferred" {
  bucket = aws_s3_bucket.fail_preferred.bucket
  rule {
    object_ownership = "BucketOwnerPreferred"
  }
}
