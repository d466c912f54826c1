resource "aws_kms_key" "own" {
  enable_key_rotation = true
}
resource "aws_s3_bucket" "own" {
  bucket = "orders-own"
}

resource "aws_athena_workgroup" "pass_bounded" {
  name = "orders-pass-bounded"
  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    bytes_scanned_cutoff_per_query     = 1073741824
    result_configuration {
      output_location = "s3://${aws_s3_bucket.own.bucket}/a/"
      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.own.arn
      }
    }
  }
}

resource "aws_athena_workgroup" "fail_unbounded" {
  name = "orders-fail-unbounded"
  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    result_configuration {
      output_location = "s3://${aws_s3_bucket.own.bucket}/a/"
      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.own.arn
      }
    }
  }
}

resource "aws_athena_workgroup" "fail_not_measured" {
  name = "orders-fail-not-measured"
  configuration {
    publish_cloudwatch_metrics_enabled = false
    bytes_scanned_cutoff_per_query     = 1073741824
    result_configuration {
      output_location = "s3://${aws_s3_bucket.own.bucket}/a/"
      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.own.arn
      }
    }
  }
}

resource "aws_athena_workgroup" "fail_foreign_bucket" {
  name = "orders-fail-foreign-bucket"
  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    bytes_scanned_cutoff_per_query     = 1073741824
    result_configuration {
      output_location = "s3://somebody-elses/a/"
      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.own.arn
      }
    }
  }
}

resource "aws_athena_workgroup" "fail_similar_bucket" {
  name = "orders-fail-similar-bucket"
  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    bytes_scanned_cutoff_per_query     = 1073741824
    result_configuration {
      output_location = "s3://orders-own-not/a/"
      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.own.arn
      }
    }
  }
}

resource "aws_athena_workgroup" "fail_any_place" {
  name = "orders-fail-any-place"
  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    bytes_scanned_cutoff_per_query     = 1073741824
    result_configuration {
      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.own.arn
      }
    }
  }
}

resource "aws_athena_workgroup" "fail_a_petabyte" {
  name = "orders-fail-a-petabyte"
  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    bytes_scanned_cutoff_per_query     = 1125899906842624
    result_configuration {
      output_location = "s3://${aws_s3_bucket.own.bucket}/a/"
      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.own.arn
      }
    }
  }
}

resource "aws_athena_workgroup" "fail_reader_pays" {
  name = "orders-fail-reader-pays"
  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    requester_pays_enabled             = true
    bytes_scanned_cutoff_per_query     = 1073741824
    result_configuration {
      output_location = "s3://${aws_s3_bucket.own.bucket}/a/"
      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.own.arn
      }
    }
  }
}

resource "aws_athena_workgroup" "fail_old_engine" {
  name = "orders-fail-old-engine"
  configuration {
    engine_version {
      selected_engine_version = "Athena engine version 2"
    }
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    bytes_scanned_cutoff_per_query     = 1073741824
    result_configuration {
      output_location = "s3://${aws_s3_bucket.own.bucket}/a/"
      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.own.arn
      }
    }
  }
}

resource "aws_athena_workgroup" "fail_access_list" {
  name = "orders-fail-access-list"
  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    bytes_scanned_cutoff_per_query     = 1073741824
    result_configuration {
      acl_configuration {
        s3_acl_option = "BUCKET_OWNER_FULL_CONTROL"
      }
      output_location = "s3://${aws_s3_bucket.own.bucket}/a/"
      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.own.arn
      }
    }
  }
}
