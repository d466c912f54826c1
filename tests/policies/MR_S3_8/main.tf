resource "aws_s3_bucket" "pass_locked" {
  bucket              = "orders-pass-locked"
  object_lock_enabled = true
  tags = {
    zone           = "raw"
    classification = "confidential"
  }
}

resource "aws_s3_bucket" "pass_years" {
  bucket              = "orders-pass-years"
  object_lock_enabled = true
  tags = {
    zone           = "raw"
    classification = "restricted"
  }
}

resource "aws_s3_bucket" "pass_internal" {
  bucket              = "orders-pass-internal"
  object_lock_enabled = false
  tags = {
    zone           = "raw"
    classification = "internal"
  }
}

resource "aws_s3_bucket" "pass_curated" {
  bucket              = "orders-pass-curated"
  object_lock_enabled = false
  tags = {
    zone           = "curated"
    classification = "restricted"
  }
}

resource "aws_s3_bucket" "fail_off" {
  bucket              = "orders-fail-off"
  object_lock_enabled = false
  tags = {
    zone           = "raw"
    classification = "confidential"
  }
}

resource "aws_s3_bucket" "fail_no_retention" {
  bucket              = "orders-fail-no-retention"
  object_lock_enabled = true
  tags = {
    zone           = "raw"
    classification = "confidential"
  }
}

resource "aws_s3_bucket" "fail_empty" {
  bucket              = "orders-fail-empty"
  object_lock_enabled = true
  tags = {
    zone           = "raw"
    classification = "restricted"
  }
}

resource "aws_s3_bucket" "fail_short" {
  bucket              = "orders-fail-short"
  object_lock_enabled = true
  tags = {
    zone           = "raw"
    classification = "restricted"
  }
}

resource "aws_s3_bucket_object_lock_configuration" "fail_short" {
  bucket = aws_s3_bucket.fail_short.bucket
  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 1
    }
  }
}

resource "aws_s3_bucket_object_lock_configuration" "pass_locked" {
  bucket = aws_s3_bucket.pass_locked.bucket
  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 30
    }
  }
}

resource "aws_s3_bucket_object_lock_configuration" "pass_years" {
  bucket = aws_s3_bucket.pass_years.bucket
  rule {
    default_retention {
      mode  = "COMPLIANCE"
      years = 1
    }
  }
}

resource "aws_s3_bucket_object_lock_configuration" "fail_off" {
  bucket = aws_s3_bucket.fail_off.bucket
  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 30
    }
  }
}

resource "aws_s3_bucket_object_lock_configuration" "fail_empty" {
  bucket = aws_s3_bucket.fail_empty.bucket
  rule {
    default_retention {
      mode = "GOVERNANCE"
    }
  }
}
