resource "aws_s3_bucket" "pass_expires" {
  bucket = "orders-pass-expires"
}

resource "aws_s3_bucket" "fail_none" {
  bucket = "orders-fail-none"
}

resource "aws_s3_bucket" "fail_off" {
  bucket = "orders-fail-off"
}

resource "aws_s3_bucket" "fail_part_only" {
  bucket = "orders-fail-part-only"
}

resource "aws_s3_bucket" "fail_keeps_objects" {
  bucket = "orders-fail-keeps-objects"
}

resource "aws_s3_bucket" "fail_keeps_versions" {
  bucket = "orders-fail-keeps-versions"
}

resource "aws_s3_bucket" "fail_keeps_uploads" {
  bucket = "orders-fail-keeps-uploads"
}

resource "aws_s3_bucket" "fail_too_soon" {
  bucket = "orders-fail-too-soon"
}

resource "aws_s3_bucket" "fail_old_too_soon" {
  bucket = "orders-fail-old-too-soon"
}

resource "aws_s3_bucket_lifecycle_configuration" "fail_too_soon" {
  bucket = aws_s3_bucket.fail_too_soon.bucket
  rule {
    id     = "expiry"
    status = "Enabled"
    filter {
      prefix = ""
    }
    expiration {
      days = 1
    }
    noncurrent_version_expiration {
      noncurrent_days = 30
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "fail_old_too_soon" {
  bucket = aws_s3_bucket.fail_old_too_soon.bucket
  rule {
    id     = "expiry"
    status = "Enabled"
    filter {
      prefix = ""
    }
    expiration {
      days = 365
    }
    noncurrent_version_expiration {
      noncurrent_days = 1
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "pass_expires" {
  bucket = aws_s3_bucket.pass_expires.bucket
  rule {
    id     = "expiry"
    status = "Enabled"
    filter {
      prefix = ""
    }
    expiration {
      days = 365
    }
    noncurrent_version_expiration {
      noncurrent_days = 30
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "fail_off" {
  bucket = aws_s3_bucket.fail_off.bucket
  rule {
    id     = "expiry"
    status = "Disabled"
    filter {
      prefix = ""
    }
    expiration {
      days = 365
    }
    noncurrent_version_expiration {
      noncurrent_days = 30
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "fail_part_only" {
  bucket = aws_s3_bucket.fail_part_only.bucket
  rule {
    id     = "expiry"
    status = "Enabled"
    filter {
      prefix = "a/"
    }
    expiration {
      days = 365
    }
    noncurrent_version_expiration {
      noncurrent_days = 30
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "fail_keeps_objects" {
  bucket = aws_s3_bucket.fail_keeps_objects.bucket
  rule {
    id     = "expiry"
    status = "Enabled"
    filter {
      prefix = ""
    }
    noncurrent_version_expiration {
      noncurrent_days = 30
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "fail_keeps_versions" {
  bucket = aws_s3_bucket.fail_keeps_versions.bucket
  rule {
    id     = "expiry"
    status = "Enabled"
    filter {
      prefix = ""
    }
    expiration {
      days = 365
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "fail_keeps_uploads" {
  bucket = aws_s3_bucket.fail_keeps_uploads.bucket
  rule {
    id     = "expiry"
    status = "Enabled"
    filter {
      prefix = ""
    }
    expiration {
      days = 365
    }
    noncurrent_version_expiration {
      noncurrent_days = 30
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "fail_archived_at_once" {
  bucket = aws_s3_bucket.fail_archived_at_once.bucket
  rule {
    id     = "expiry"
    status = "Enabled"
    filter {
      prefix = ""
    }
    transition {
      days          = 0
      storage_class = "DEEP_ARCHIVE"
    }
    expiration {
      days = 365
    }
    noncurrent_version_expiration {
      noncurrent_days = 30
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

resource "aws_s3_bucket" "fail_archived_at_once" {
  bucket = "orders-fail-archived-at-once"
}
