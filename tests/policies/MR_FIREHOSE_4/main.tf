resource "aws_s3_bucket" "raw" {
  bucket = "orders-raw"
  tags = {
    classification = "internal"
    zone           = "raw"
  }
}

resource "aws_s3_bucket" "curated" {
  bucket = "orders-curated"
  tags = {
    classification = "internal"
    zone           = "curated"
  }
}

resource "aws_kinesis_stream" "events" {
  name = "orders-events"
}

resource "aws_glue_catalog_table" "orders" {
  name          = "orders"
  database_name = "orders"
}

resource "aws_kinesis_firehose_delivery_stream" "pass_raw" {
  name        = "orders-pass_raw"
  destination = "extended_s3"
  kinesis_source_configuration {
    kinesis_stream_arn = aws_kinesis_stream.events.arn
    role_arn           = "arn:aws:iam::111122223333:role/x"
  }
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/x"
    bucket_arn = aws_s3_bucket.raw.arn
  }
}

resource "aws_kinesis_firehose_delivery_stream" "pass_curated" {
  name        = "orders-pass_curated"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/x"
    bucket_arn = aws_s3_bucket.curated.arn
    data_format_conversion_configuration {
      enabled = true
      schema_configuration {
        role_arn      = "arn:aws:iam::111122223333:role/x"
        database_name = "orders"
        table_name    = "orders"
      }
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "pass_backup" {
  name        = "orders-pass_backup"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/x"
    bucket_arn = aws_s3_bucket.raw.arn
    s3_backup_configuration {
      role_arn   = "arn:aws:iam::111122223333:role/x"
      bucket_arn = aws_s3_bucket.raw.arn
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_source" {
  name        = "orders-fail_source"
  destination = "extended_s3"
  kinesis_source_configuration {
    kinesis_stream_arn = "arn:aws:kinesis:eu-central-1:999999999999:stream/x"
    role_arn           = "arn:aws:iam::111122223333:role/x"
  }
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/x"
    bucket_arn = aws_s3_bucket.raw.arn
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_backup" {
  name        = "orders-fail_backup"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/x"
    bucket_arn = aws_s3_bucket.raw.arn
    s3_backup_configuration {
      role_arn   = "arn:aws:iam::111122223333:role/x"
      bucket_arn = "arn:aws:s3:::elsewhere"
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_unconverted" {
  name        = "orders-fail_unconverted"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/x"
    bucket_arn = aws_s3_bucket.curated.arn
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_off" {
  name        = "orders-fail_off"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/x"
    bucket_arn = aws_s3_bucket.curated.arn
    data_format_conversion_configuration {
      enabled = false
      schema_configuration {
        role_arn      = "arn:aws:iam::111122223333:role/x"
        database_name = "orders"
        table_name    = "orders"
      }
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_table" {
  name        = "orders-fail_table"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/x"
    bucket_arn = aws_s3_bucket.curated.arn
    data_format_conversion_configuration {
      enabled = true
      schema_configuration {
        role_arn      = "arn:aws:iam::111122223333:role/x"
        database_name = "orders"
        table_name    = "other"
      }
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_catalog" {
  name        = "orders-fail_catalog"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/x"
    bucket_arn = aws_s3_bucket.curated.arn
    data_format_conversion_configuration {
      enabled = true
      schema_configuration {
        role_arn      = "arn:aws:iam::111122223333:role/x"
        database_name = "orders"
        table_name    = "orders"
        catalog_id    = "999999999999"
      }
    }
  }
}

resource "aws_iam_role" "process" {
  name = "orders-process"
}

resource "aws_iam_role_policy" "process" {
  name   = "process"
  role   = aws_iam_role.process.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.raw.bucket}/*"}]}
  JSON
}

resource "aws_lambda_function" "own" {
  function_name = "orders-own"
}

resource "aws_kinesis_firehose_delivery_stream" "pass_role" {
  name        = "orders-pass_role"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn   = aws_iam_role.process.arn
    bucket_arn = aws_s3_bucket.raw.arn
    processing_configuration {
      enabled = true
      processors {
        type = "Lambda"
        parameters {
          parameter_name  = "LambdaArn"
          parameter_value = "${aws_lambda_function.own.arn}:1"
        }
      }
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_role" {
  name        = "orders-fail_role"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn   = aws_iam_role.process.arn
    bucket_arn = aws_s3_bucket.curated.arn
    data_format_conversion_configuration {
      enabled = true
      schema_configuration {
        role_arn      = aws_iam_role.process.arn
        database_name = "orders"
        table_name    = "orders"
      }
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_function" {
  name        = "orders-fail_function"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn   = aws_iam_role.process.arn
    bucket_arn = aws_s3_bucket.raw.arn
    processing_configuration {
      enabled = true
      processors {
        type = "Lambda"
        parameters {
          parameter_name  = "LambdaArn"
          parameter_value = "arn:aws:lambda:eu-central-1:999999999999:function:x:1"
        }
      }
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_web_address" {
  name        = "orders-fail_web_address"
  destination = "http_endpoint"
  http_endpoint_configuration {
    url = "https://example.org"
  }
  extended_s3_configuration {
    role_arn   = aws_iam_role.process.arn
    bucket_arn = aws_s3_bucket.raw.arn
  }
}
