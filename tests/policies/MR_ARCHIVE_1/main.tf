resource "aws_s3_bucket" "pass_audit" {
  bucket = "con-pass-audit"
  object_lock_enabled = true
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_object_lock_configuration" "pass_audit" {
  bucket = aws_s3_bucket.pass_audit.bucket
  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 30
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "pass_audit" {
  bucket = aws_s3_bucket.pass_audit.bucket
  rule {
    id     = "retention"
    status = "Enabled"
    expiration {
      days = 400
    }
  }
}

resource "aws_s3_bucket" "pass_years" {
  bucket = "con-pass-years"
  object_lock_enabled = true
  tags = {
    zone           = "audit"
    classification = "confidential"
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

resource "aws_s3_bucket" "pass_config" {
  bucket = "con-pass-config"
  object_lock_enabled = true
  tags = {
    zone           = "config"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "pass_config" {
  bucket = aws_s3_bucket.pass_config.bucket
  rule {
    id     = "retention"
    status = "Enabled"
    expiration {
      days = 400
    }
  }
}

resource "aws_s3_bucket" "pass_data" {
  bucket = "con-pass-data"
  tags = {
    zone           = "curated"
    classification = "confidential"
  }
}

resource "aws_s3_bucket" "fail_off" {
  bucket = "con-fail-off"
  object_lock_enabled = false
  tags = {
    zone           = "audit"
    classification = "confidential"
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

resource "aws_s3_bucket" "fail_config_off" {
  bucket = "con-fail-config-off"
  tags = {
    zone           = "config"
    classification = "confidential"
  }
}

resource "aws_s3_bucket" "fail_no_default" {
  bucket = "con-fail-no-default"
  object_lock_enabled = true
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "fail_no_default" {
  bucket = aws_s3_bucket.fail_no_default.bucket
  rule {
    id     = "retention"
    status = "Enabled"
    expiration {
      days = 400
    }
  }
}

resource "aws_s3_bucket" "fail_no_days" {
  bucket = "con-fail-no-days"
  object_lock_enabled = true
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_object_lock_configuration" "fail_no_days" {
  bucket = aws_s3_bucket.fail_no_days.bucket
  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 0
    }
  }
}

resource "aws_s3_bucket" "fail_early" {
  bucket = "con-fail-early"
  object_lock_enabled = true
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_object_lock_configuration" "fail_early" {
  bucket = aws_s3_bucket.fail_early.bucket
  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 30
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "fail_early" {
  bucket = aws_s3_bucket.fail_early.bucket
  rule {
    id     = "retention"
    status = "Enabled"
    expiration {
      days = 30
    }
  }
}

resource "aws_s3_bucket" "fail_date" {
  bucket = "con-fail-date"
  object_lock_enabled = true
  tags = {
    zone           = "config"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "fail_date" {
  bucket = aws_s3_bucket.fail_date.bucket
  rule {
    id     = "retention"
    status = "Enabled"
    expiration {
      date = "2027-01-01T00:00:00Z"
    }
  }
}
