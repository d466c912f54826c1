resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_glue_security_configuration" "whole" {
  name = "orders-whole"
  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"
      kms_key_arn                = aws_kms_key.own.arn
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"
      kms_key_arn                   = aws_kms_key.own.arn
    }
    s3_encryption {
      s3_encryption_mode = "SSE-KMS"
      kms_key_arn        = aws_kms_key.own.arn
    }
  }
}

resource "aws_glue_security_configuration" "no_bookmarks" {
  name = "orders-no_bookmarks"
  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"
      kms_key_arn                = aws_kms_key.own.arn
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "DISABLED"
      kms_key_arn                   = aws_kms_key.own.arn
    }
    s3_encryption {
      s3_encryption_mode = "SSE-KMS"
      kms_key_arn        = aws_kms_key.own.arn
    }
  }
}

resource "aws_glue_security_configuration" "foreign" {
  name = "orders-foreign"
  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"
      kms_key_arn                = "arn:aws:kms:eu-central-1:111122223333:key/other"
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"
      kms_key_arn                   = "arn:aws:kms:eu-central-1:111122223333:key/other"
    }
    s3_encryption {
      s3_encryption_mode = "SSE-KMS"
      kms_key_arn        = "arn:aws:kms:eu-central-1:111122223333:key/other"
    }
  }
}

resource "aws_glue_job" "pass_own" {
  name     = "orders"
  role_arn = "arn:aws:iam::111122223333:role/orders-job"
  command {
    script_location = "s3://code/job.py"
  }
  security_configuration = aws_glue_security_configuration.whole.name
}

resource "aws_glue_job" "fail_none" {
  name     = "orders"
  role_arn = "arn:aws:iam::111122223333:role/orders-job"
  command {
    script_location = "s3://code/job.py"
  }

}

resource "aws_glue_job" "fail_other_stack" {
  name     = "orders"
  role_arn = "arn:aws:iam::111122223333:role/orders-job"
  command {
    script_location = "s3://code/job.py"
  }
  security_configuration = "other"
}

resource "aws_glue_job" "fail_bookmarks_in_clear" {
  name     = "orders"
  role_arn = "arn:aws:iam::111122223333:role/orders-job"
  command {
    script_location = "s3://code/job.py"
  }
  security_configuration = aws_glue_security_configuration.no_bookmarks.name
}

resource "aws_glue_job" "fail_foreign_key" {
  name     = "orders"
  role_arn = "arn:aws:iam::111122223333:role/orders-job"
  command {
    script_location = "s3://code/job.py"
  }
  security_configuration = aws_glue_security_configuration.foreign.name
}
