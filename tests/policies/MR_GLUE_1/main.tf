resource "aws_s3_bucket" "own" {
  bucket = "orders-own"
  tags = {
    classification = "internal"
  }
}

resource "aws_glue_catalog_table" "pass_own" {
  name          = "pass_own"
  database_name = "orders"
  storage_descriptor {
    location = "s3://${aws_s3_bucket.own.bucket}/orders/"
  }
}

resource "aws_glue_catalog_table" "fail_foreign" {
  name          = "fail_foreign"
  database_name = "orders"
  storage_descriptor {
    location = "s3://elsewhere/orders/"
  }
}

resource "aws_glue_catalog_table" "fail_like_own" {
  name          = "fail_like_own"
  database_name = "orders"
  storage_descriptor {
    location = "s3://${aws_s3_bucket.own.bucket}-copy/"
  }
}

resource "aws_glue_catalog_table" "fail_partitions" {
  name          = "fail_partitions"
  database_name = "orders"
  storage_descriptor {
    location = "s3://${aws_s3_bucket.own.bucket}/orders/"
  }
  parameters = {
    "storage.location.template" = "s3://elsewhere/"
  }
}

resource "aws_glue_catalog_database" "pass_nowhere" {
  name = "orders"
}

resource "aws_glue_catalog_database" "fail_foreign" {
  name         = "elsewhere"
  location_uri = "s3://elsewhere/"
}

resource "aws_glue_catalog_table" "pass_class" {
  name          = "pass_class"
  database_name = "orders"
  parameters = {
    data_classification = "internal"
  }
  storage_descriptor {
    location = "s3://${aws_s3_bucket.own.bucket}/orders/"
  }
}

resource "aws_glue_catalog_table" "fail_class" {
  name          = "fail_class"
  database_name = "orders"
  parameters = {
    data_classification = "public"
  }
  storage_descriptor {
    location = "s3://${aws_s3_bucket.own.bucket}/orders/"
  }
}

resource "aws_glue_catalog_table" "fail_link" {
  name          = "fail_link"
  database_name = "orders"
  target_table {
    catalog_id    = "999999999999"
    database_name = "x"
    name          = "y"
  }
}

resource "aws_glue_catalog_database" "fail_link" {
  name = "fail_link"
  target_database {
    catalog_id    = "999999999999"
    database_name = "x"
  }
}
