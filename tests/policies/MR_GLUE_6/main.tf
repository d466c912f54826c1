resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_iam_role" "catalog" {
  name               = "region-catalog"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_glue_data_catalog_encryption_settings" "pass_key" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
      sse_aws_kms_key_id      = aws_kms_key.own.arn
    }
    connection_password_encryption {
      return_connection_password_encrypted = true
      aws_kms_key_id                       = aws_kms_key.own.arn
    }
  }
}

resource "aws_glue_data_catalog_encryption_settings" "pass_role" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS-WITH-SERVICE-ROLE"
      sse_aws_kms_key_id      = aws_kms_key.own.arn
      catalog_encryption_service_role = aws_iam_role.catalog.arn
    }
    connection_password_encryption {
      return_connection_password_encrypted = true
      aws_kms_key_id                       = aws_kms_key.own.arn
    }
  }
}

resource "aws_glue_data_catalog_encryption_settings" "fail_off" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = "DISABLED"
      sse_aws_kms_key_id      = aws_kms_key.own.arn
    }
    connection_password_encryption {
      return_connection_password_encrypted = true
      aws_kms_key_id                       = aws_kms_key.own.arn
    }
  }
}

resource "aws_glue_data_catalog_encryption_settings" "fail_foreign_key" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
      sse_aws_kms_key_id      = "arn:aws:kms:eu-central-1:111122223333:key/other"
    }
    connection_password_encryption {
      return_connection_password_encrypted = true
      aws_kms_key_id                       = "arn:aws:kms:eu-central-1:111122223333:key/other"
    }
  }
}

resource "aws_glue_data_catalog_encryption_settings" "fail_foreign_role" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS-WITH-SERVICE-ROLE"
      sse_aws_kms_key_id      = aws_kms_key.own.arn
      catalog_encryption_service_role = "arn:aws:iam::111122223333:role/other"
    }
    connection_password_encryption {
      return_connection_password_encrypted = true
      aws_kms_key_id                       = aws_kms_key.own.arn
    }
  }
}

resource "aws_glue_data_catalog_encryption_settings" "fail_passwords" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
      sse_aws_kms_key_id      = aws_kms_key.own.arn
    }
    connection_password_encryption {
      return_connection_password_encrypted = false
      aws_kms_key_id                       = aws_kms_key.own.arn
    }
  }
}
