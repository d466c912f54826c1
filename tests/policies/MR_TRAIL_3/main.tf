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

resource "aws_cloudtrail" "pass_plain" {
  name           = "pass-plain"
  s3_bucket_name = "con-records"
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Management"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::con-", "arn:aws:s3:::res-"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "readOnly"
      equals = ["false"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::int-"]
    }
  }
}

resource "aws_cloudtrail" "pass_archive" {
  name           = "pass-archive"
  s3_bucket_name = "con-records"
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Management"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::con-", "arn:aws:s3:::res-"]
      not_starts_with = ["arn:aws:s3:::${aws_s3_bucket.archive.bucket}/"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "readOnly"
      equals = ["false"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::int-"]
    }
  }
}

resource "aws_cloudtrail" "pass_two" {
  name           = "pass-two"
  s3_bucket_name = "con-records"
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Management"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::con-"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::res-"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::int-"]
    }
  }
}

resource "aws_cloudtrail" "fail_none" {
  name           = "fail-none"
  s3_bucket_name = "con-records"
}

resource "aws_cloudtrail" "fail_no_management" {
  name           = "fail-no-management"
  s3_bucket_name = "con-records"
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::con-", "arn:aws:s3:::res-"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "readOnly"
      equals = ["false"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::int-"]
    }
  }
}

resource "aws_cloudtrail" "fail_management_writes" {
  name           = "fail-management-writes"
  s3_bucket_name = "con-records"
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Management"]
    }
    field_selector {
      field = "readOnly"
      equals = ["false"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::con-", "arn:aws:s3:::res-"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "readOnly"
      equals = ["false"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::int-"]
    }
  }
}

resource "aws_cloudtrail" "fail_management_sources" {
  name           = "fail-management-sources"
  s3_bucket_name = "con-records"
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Management"]
    }
    field_selector {
      field = "eventSource"
      not_equals = ["kms.amazonaws.com"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::con-", "arn:aws:s3:::res-"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "readOnly"
      equals = ["false"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::int-"]
    }
  }
}

resource "aws_cloudtrail" "fail_no_objects" {
  name           = "fail-no-objects"
  s3_bucket_name = "con-records"
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Management"]
    }
  }
}

resource "aws_cloudtrail" "fail_no_restricted" {
  name           = "fail-no-restricted"
  s3_bucket_name = "con-records"
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Management"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::con-"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "readOnly"
      equals = ["false"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::int-"]
    }
  }
}

resource "aws_cloudtrail" "fail_strict_writes" {
  name           = "fail-strict-writes"
  s3_bucket_name = "con-records"
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Management"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "readOnly"
      equals = ["false"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::con-", "arn:aws:s3:::res-"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "readOnly"
      equals = ["false"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::int-"]
    }
  }
}

resource "aws_cloudtrail" "fail_one_pipeline" {
  name           = "fail-one-pipeline"
  s3_bucket_name = "con-records"
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Management"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::con-orders-", "arn:aws:s3:::res-"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "readOnly"
      equals = ["false"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::int-"]
    }
  }
}

resource "aws_cloudtrail" "fail_store_left_out" {
  name           = "fail-store-left-out"
  s3_bucket_name = "con-records"
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Management"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::con-", "arn:aws:s3:::res-"]
      not_starts_with = ["arn:aws:s3:::${aws_s3_bucket.data.bucket}/"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "readOnly"
      equals = ["false"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::int-"]
    }
  }
}

resource "aws_cloudtrail" "fail_events_left_out" {
  name           = "fail-events-left-out"
  s3_bucket_name = "con-records"
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Management"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::con-", "arn:aws:s3:::res-"]
    }
    field_selector {
      field = "eventName"
      not_equals = ["GetObject"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "readOnly"
      equals = ["false"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::int-"]
    }
  }
}

resource "aws_cloudtrail" "fail_no_internal" {
  name           = "fail-no-internal"
  s3_bucket_name = "con-records"
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Management"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::con-", "arn:aws:s3:::res-"]
    }
  }
}

resource "aws_cloudtrail" "fail_internal_reads" {
  name           = "fail-internal-reads"
  s3_bucket_name = "con-records"
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Management"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::con-", "arn:aws:s3:::res-"]
    }
  }
  advanced_event_selector {
    field_selector {
      field = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field = "readOnly"
      equals = ["true"]
    }
    field_selector {
      field = "resources.ARN"
      starts_with = ["arn:aws:s3:::int-"]
    }
  }
}
