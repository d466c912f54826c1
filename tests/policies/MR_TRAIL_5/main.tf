resource "aws_cloudwatch_log_group" "trail" {
  name = "/aws/cloudtrail/audit"
}

resource "aws_iam_role" "trail" {
  name               = "audit-trail"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_s3_bucket" "archive" {
  bucket = "con-archive"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket" "data" {
  bucket = "con-data"
  tags = {
    zone           = "curated"
    classification = "confidential"
  }
}

resource "aws_cloudtrail" "pass_all" {
  name                       = "pass-all"
  s3_bucket_name             = aws_s3_bucket.archive.bucket
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn  = aws_iam_role.trail.arn
}

resource "aws_cloudtrail" "fail_data" {
  name                       = "fail-data"
  s3_bucket_name             = aws_s3_bucket.data.bucket
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn  = aws_iam_role.trail.arn
}

resource "aws_cloudtrail" "fail_foreign_bucket" {
  name                       = "fail-foreign-bucket"
  s3_bucket_name             = "con-elsewhere"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn  = aws_iam_role.trail.arn
}

resource "aws_cloudtrail" "fail_no_group" {
  name                       = "fail-no-group"
  s3_bucket_name             = aws_s3_bucket.archive.bucket
  cloud_watch_logs_role_arn  = aws_iam_role.trail.arn
}

resource "aws_cloudtrail" "fail_foreign_group" {
  name                       = "fail-foreign-group"
  s3_bucket_name             = aws_s3_bucket.archive.bucket
  cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:999999999999:log-group:x:*"
  cloud_watch_logs_role_arn  = aws_iam_role.trail.arn
}

resource "aws_cloudtrail" "fail_foreign_role" {
  name                       = "fail-foreign-role"
  s3_bucket_name             = aws_s3_bucket.archive.bucket
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::999999999999:role/x"
}
