resource "aws_s3_bucket" "pass_versioned" {
  bucket = "orders-pass-versioned"
}

resource "aws_s3_bucket" "fail_none" {
  bucket = "orders-fail-none"
}

resource "aws_s3_bucket" "fail_suspended" {
  bucket = "orders-fail-suspended"
}

resource "aws_s3_bucket" "fail_emptied" {
  bucket        = "orders-fail-emptied"
  force_destroy = true
}

resource "aws_s3_bucket_versioning" "pass_versioned" {
  bucket = aws_s3_bucket.pass_versioned.bucket
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_versioning" "fail_suspended" {
  bucket = aws_s3_bucket.fail_suspended.bucket
  versioning_configuration {
    status = "Suspended"
  }
}

resource "aws_s3_bucket_versioning" "fail_emptied" {
  bucket = aws_s3_bucket.fail_emptied.bucket
  versioning_configuration {
    status = "Enabled"
  }
}
