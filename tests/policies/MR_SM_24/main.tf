resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_kms_key" "still" {
  enable_key_rotation = false
}

resource "aws_s3_bucket" "own" {
  bucket = "int-churn-approved"
}

resource "aws_sagemaker_feature_group" "pass_both" {
  feature_group_name             = "churn"
  record_identifier_feature_name = "id"
  event_time_feature_name        = "at"
  role_arn                       = "arn:aws:iam::111122223333:role/history"
  feature_definition {
    feature_name = "id"
    feature_type = "String"
  }
  online_store_config {
    enable_online_store = true
    security_config {
      kms_key_id = aws_kms_key.own.arn
    }
    ttl_duration {
      unit  = "Days"
      value = 30
    }
  }
  offline_store_config {
    s3_storage_config {
      s3_uri     = "s3://${aws_s3_bucket.own.bucket}/features"
      kms_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_sagemaker_feature_group" "pass_a_year" {
  feature_group_name             = "churn"
  record_identifier_feature_name = "id"
  event_time_feature_name        = "at"
  role_arn                       = "arn:aws:iam::111122223333:role/history"
  feature_definition {
    feature_name = "id"
    feature_type = "String"
  }
  online_store_config {
    enable_online_store = true
    security_config {
      kms_key_id = aws_kms_key.own.arn
    }
    ttl_duration {
      unit  = "Weeks"
      value = 52
    }
  }
  offline_store_config {
    s3_storage_config {
      s3_uri     = "s3://${aws_s3_bucket.own.bucket}/features"
      kms_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_sagemaker_feature_group" "fail_not_online" {
  feature_group_name             = "churn"
  record_identifier_feature_name = "id"
  event_time_feature_name        = "at"
  role_arn                       = "arn:aws:iam::111122223333:role/history"
  feature_definition {
    feature_name = "id"
    feature_type = "String"
  }
  online_store_config {
    enable_online_store = false
    security_config {
      kms_key_id = aws_kms_key.own.arn
    }
    ttl_duration {
      unit  = "Days"
      value = 30
    }
  }
  offline_store_config {
    s3_storage_config {
      s3_uri     = "s3://${aws_s3_bucket.own.bucket}/features"
      kms_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_sagemaker_feature_group" "fail_online_without_key" {
  feature_group_name             = "churn"
  record_identifier_feature_name = "id"
  event_time_feature_name        = "at"
  role_arn                       = "arn:aws:iam::111122223333:role/history"
  feature_definition {
    feature_name = "id"
    feature_type = "String"
  }
  online_store_config {
    enable_online_store = true
    ttl_duration {
      unit  = "Days"
      value = 30
    }
  }
  offline_store_config {
    s3_storage_config {
      s3_uri     = "s3://${aws_s3_bucket.own.bucket}/features"
      kms_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_sagemaker_feature_group" "fail_offline_without_key" {
  feature_group_name             = "churn"
  record_identifier_feature_name = "id"
  event_time_feature_name        = "at"
  role_arn                       = "arn:aws:iam::111122223333:role/history"
  feature_definition {
    feature_name = "id"
    feature_type = "String"
  }
  online_store_config {
    enable_online_store = true
    security_config {
      kms_key_id = aws_kms_key.own.arn
    }
    ttl_duration {
      unit  = "Days"
      value = 30
    }
  }
  offline_store_config {
    s3_storage_config {
      s3_uri     = "s3://${aws_s3_bucket.own.bucket}/features"
    }
  }
}

resource "aws_sagemaker_feature_group" "fail_key_that_stays" {
  feature_group_name             = "churn"
  record_identifier_feature_name = "id"
  event_time_feature_name        = "at"
  role_arn                       = "arn:aws:iam::111122223333:role/history"
  feature_definition {
    feature_name = "id"
    feature_type = "String"
  }
  online_store_config {
    enable_online_store = true
    security_config {
      kms_key_id = aws_kms_key.own.arn
    }
    ttl_duration {
      unit  = "Days"
      value = 30
    }
  }
  offline_store_config {
    s3_storage_config {
      s3_uri     = "s3://${aws_s3_bucket.own.bucket}/features"
      kms_key_id = aws_kms_key.still.arn
    }
  }
}

resource "aws_sagemaker_feature_group" "fail_foreign_key" {
  feature_group_name             = "churn"
  record_identifier_feature_name = "id"
  event_time_feature_name        = "at"
  role_arn                       = "arn:aws:iam::111122223333:role/history"
  feature_definition {
    feature_name = "id"
    feature_type = "String"
  }
  online_store_config {
    enable_online_store = true
    security_config {
      kms_key_id = "arn:aws:kms:eu-central-1:999999999999:key/1"
    }
    ttl_duration {
      unit  = "Days"
      value = 30
    }
  }
  offline_store_config {
    s3_storage_config {
      s3_uri     = "s3://${aws_s3_bucket.own.bucket}/features"
      kms_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_sagemaker_feature_group" "fail_for_ever" {
  feature_group_name             = "churn"
  record_identifier_feature_name = "id"
  event_time_feature_name        = "at"
  role_arn                       = "arn:aws:iam::111122223333:role/history"
  feature_definition {
    feature_name = "id"
    feature_type = "String"
  }
  online_store_config {
    enable_online_store = true
    security_config {
      kms_key_id = aws_kms_key.own.arn
    }
  }
  offline_store_config {
    s3_storage_config {
      s3_uri     = "s3://${aws_s3_bucket.own.bucket}/features"
      kms_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_sagemaker_feature_group" "fail_two_years" {
  feature_group_name             = "churn"
  record_identifier_feature_name = "id"
  event_time_feature_name        = "at"
  role_arn                       = "arn:aws:iam::111122223333:role/history"
  feature_definition {
    feature_name = "id"
    feature_type = "String"
  }
  online_store_config {
    enable_online_store = true
    security_config {
      kms_key_id = aws_kms_key.own.arn
    }
    ttl_duration {
      unit  = "Days"
      value = 730
    }
  }
  offline_store_config {
    s3_storage_config {
      s3_uri     = "s3://${aws_s3_bucket.own.bucket}/features"
      kms_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_sagemaker_feature_group" "fail_hours_of_two_years" {
  feature_group_name             = "churn"
  record_identifier_feature_name = "id"
  event_time_feature_name        = "at"
  role_arn                       = "arn:aws:iam::111122223333:role/history"
  feature_definition {
    feature_name = "id"
    feature_type = "String"
  }
  online_store_config {
    enable_online_store = true
    security_config {
      kms_key_id = aws_kms_key.own.arn
    }
    ttl_duration {
      unit  = "Hours"
      value = 17520
    }
  }
  offline_store_config {
    s3_storage_config {
      s3_uri     = "s3://${aws_s3_bucket.own.bucket}/features"
      kms_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_sagemaker_feature_group" "fail_bucket_elsewhere" {
  feature_group_name             = "churn"
  record_identifier_feature_name = "id"
  event_time_feature_name        = "at"
  role_arn                       = "arn:aws:iam::111122223333:role/history"
  feature_definition {
    feature_name = "id"
    feature_type = "String"
  }
  online_store_config {
    enable_online_store = true
    security_config {
      kms_key_id = aws_kms_key.own.arn
    }
    ttl_duration {
      unit  = "Days"
      value = 30
    }
  }
  offline_store_config {
    s3_storage_config {
      s3_uri     = "s3://elsewhere/features"
      kms_key_id = aws_kms_key.own.arn
    }
  }
}

resource "aws_sagemaker_feature_group" "fail_no_history" {
  feature_group_name             = "churn"
  record_identifier_feature_name = "id"
  event_time_feature_name        = "at"
  role_arn                       = "arn:aws:iam::111122223333:role/history"
  feature_definition {
    feature_name = "id"
    feature_type = "String"
  }
  online_store_config {
    enable_online_store = true
    security_config {
      kms_key_id = aws_kms_key.own.arn
    }
    ttl_duration {
      unit  = "Days"
      value = 30
    }
  }
}
