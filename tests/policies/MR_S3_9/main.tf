resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_s3_bucket" "pass_both" {
  bucket = "orders-pass-both"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "pass_both" {
  bucket = aws_s3_bucket.pass_both.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_s3_bucket_policy" "pass_both" {
  bucket = aws_s3_bucket.pass_both.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.pass_both.bucket}/*", "Condition": {"StringNotEquals": {"s3:x-amz-server-side-encryption-aws-kms-key-id": "${aws_kms_key.own.arn}"}, "Null": {"s3:x-amz-server-side-encryption": "false"}}}, {"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.pass_both.bucket}/*", "Condition": {"Null": {"s3:x-amz-server-side-encryption-customer-algorithm": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_own_missing" {
  bucket = "orders-fail-own-missing"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "fail_own_missing" {
  bucket = aws_s3_bucket.fail_own_missing.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_s3_bucket_policy" "fail_own_missing" {
  bucket = aws_s3_bucket.fail_own_missing.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_own_missing.bucket}/*", "Condition": {"Null": {"s3:x-amz-server-side-encryption-customer-algorithm": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_callers_missing" {
  bucket = "orders-fail-callers-missing"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "fail_callers_missing" {
  bucket = aws_s3_bucket.fail_callers_missing.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_s3_bucket_policy" "fail_callers_missing" {
  bucket = aws_s3_bucket.fail_callers_missing.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_callers_missing.bucket}/*", "Condition": {"StringNotEquals": {"s3:x-amz-server-side-encryption-aws-kms-key-id": "${aws_kms_key.own.arn}"}, "Null": {"s3:x-amz-server-side-encryption": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_foreign_key" {
  bucket = "orders-fail-foreign-key"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "fail_foreign_key" {
  bucket = aws_s3_bucket.fail_foreign_key.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_s3_bucket_policy" "fail_foreign_key" {
  bucket = aws_s3_bucket.fail_foreign_key.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_foreign_key.bucket}/*", "Condition": {"StringNotEquals": {"s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:aws:kms:eu-central-1:999999999999:key/x"}, "Null": {"s3:x-amz-server-side-encryption": "false"}}}, {"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_foreign_key.bucket}/*", "Condition": {"Null": {"s3:x-amz-server-side-encryption-customer-algorithm": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_another_condition" {
  bucket = "orders-fail-another-condition"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "fail_another_condition" {
  bucket = aws_s3_bucket.fail_another_condition.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_s3_bucket_policy" "fail_another_condition" {
  bucket = aws_s3_bucket.fail_another_condition.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_another_condition.bucket}/*", "Condition": {"StringNotEquals": {"s3:x-amz-server-side-encryption-aws-kms-key-id": "${aws_kms_key.own.arn}"}, "Null": {"s3:x-amz-server-side-encryption": "false"}, "Bool": {"aws:SecureTransport": "false"}}}, {"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_another_condition.bucket}/*", "Condition": {"Null": {"s3:x-amz-server-side-encryption-customer-algorithm": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_some_callers" {
  bucket = "orders-fail-some-callers"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "fail_some_callers" {
  bucket = aws_s3_bucket.fail_some_callers.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_s3_bucket_policy" "fail_some_callers" {
  bucket = aws_s3_bucket.fail_some_callers.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_some_callers.bucket}/*", "Condition": {"StringNotEquals": {"s3:x-amz-server-side-encryption-aws-kms-key-id": "${aws_kms_key.own.arn}"}, "Null": {"s3:x-amz-server-side-encryption": "false"}}}, {"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_some_callers.bucket}/*", "Condition": {"Null": {"s3:x-amz-server-side-encryption-customer-algorithm": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_no_policy" {
  bucket = "orders-fail-no-policy"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket" "pass_logs" {
  bucket = "orders-pass-logs"
  tags = {
    classification = "internal"
    zone           = "logs"
  }
}

resource "aws_s3_bucket" "pass_archive" {
  bucket = "con-pass-archive"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}
