resource "aws_s3_bucket" "pass_logs" {
  bucket = "orders-logs"
  tags = {
    zone = "logs"
  }
}

resource "aws_s3_bucket" "pass_logged" {
  bucket = "orders-pass-logged"
}

resource "aws_s3_bucket" "fail_none" {
  bucket = "orders-fail-none"
}

resource "aws_s3_bucket" "fail_into_itself" {
  bucket = "orders-fail-into-itself"
}

resource "aws_s3_bucket" "fail_elsewhere" {
  bucket = "orders-fail-elsewhere"
}

resource "aws_s3_bucket_logging" "pass_logged" {
  bucket        = aws_s3_bucket.pass_logged.bucket
  target_bucket = aws_s3_bucket.pass_logs.bucket
  target_prefix = "pass_logged/"
}

resource "aws_s3_bucket_logging" "fail_into_itself" {
  bucket        = aws_s3_bucket.fail_into_itself.bucket
  target_bucket = aws_s3_bucket.fail_into_itself.bucket
  target_prefix = "fail_into_itself/"
}

resource "aws_s3_bucket_logging" "fail_elsewhere" {
  bucket        = aws_s3_bucket.fail_elsewhere.bucket
  target_bucket = "somebody-elses-logs"
  target_prefix = "fail_elsewhere/"
}
