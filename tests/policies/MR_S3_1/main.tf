resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_kms_key" "fixed" {
  enable_key_rotation = false
}

resource "aws_kms_alias" "own" {
  name          = "alias/orders"
  target_key_id = aws_kms_key.own.key_id
}

resource "aws_s3_bucket" "pass_logs" {
  bucket = "orders-pass-logs"
  tags = {
    zone = "logs"
  }
}

resource "aws_s3_bucket" "pass_own_key" {
  bucket = "orders-pass-own-key"
}

resource "aws_s3_bucket" "pass_alias" {
  bucket = "orders-pass-alias"
}

resource "aws_s3_bucket" "fail_none" {
  bucket = "orders-fail-none"
}

resource "aws_s3_bucket" "fail_sse_s3" {
  bucket = "orders-fail-sse-s3"
}

resource "aws_s3_bucket" "fail_no_key" {
  bucket = "orders-fail-no-key"
}

resource "aws_s3_bucket" "fail_aws_key" {
  bucket = "orders-fail-aws-key"
}

resource "aws_s3_bucket" "fail_foreign_key" {
  bucket = "orders-fail-foreign-key"
}

resource "aws_s3_bucket" "fail_fixed_key" {
  bucket = "orders-fail-fixed-key"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "pass_logs" {
  bucket = aws_s3_bucket.pass_logs.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "pass_own_key" {
  bucket = aws_s3_bucket.pass_own_key.bucket
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "pass_alias" {
  bucket = aws_s3_bucket.pass_alias.bucket
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_alias.own.arn
    }
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "fail_sse_s3" {
  bucket = aws_s3_bucket.fail_sse_s3.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "fail_no_key" {
  bucket = aws_s3_bucket.fail_no_key.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "fail_aws_key" {
  bucket = aws_s3_bucket.fail_aws_key.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = "alias/aws/s3"
    }
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "fail_foreign_key" {
  bucket = aws_s3_bucket.fail_foreign_key.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = "arn:aws:kms:eu-central-1:999999999999:key/6a9b2b1c-0000-4000-8000-000000000000"
    }
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "fail_fixed_key" {
  bucket = aws_s3_bucket.fail_fixed_key.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.fixed.arn
    }
  }
}

resource "aws_s3_bucket" "fail_no_bucket_key" {
  bucket = "orders-fail-no-bucket-key"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "fail_no_bucket_key" {
  bucket = aws_s3_bucket.fail_no_bucket_key.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.own.arn
    }
  }
}
