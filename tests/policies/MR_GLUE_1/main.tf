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

resource "aws_glue_catalog_table" "pass_view_of_own_table" {
  name               = "orders_current"
  database_name      = "viewed"
  table_type         = "VIRTUAL_VIEW"
  view_original_text = "/* Presto View: eyJvcmlnaW5hbFNxbCI6ICJTRUxFQ1QgXCJhXCIgRlJPTSAoU0VMRUNUIFwiYVwiIEZST00gXCJ2aWV3ZWRfb3JkZXJzXCIpIFdIRVJFIFwiYVwiID0gMSJ9 */"
}

resource "aws_glue_catalog_table" "pass_viewed" {
  name          = "viewed_orders"
  database_name = "viewed"
}

resource "aws_glue_catalog_table" "fail_view_of_something_else" {
  name               = "orders_elsewhere"
  database_name      = "viewed"
  table_type         = "VIRTUAL_VIEW"
  view_original_text = "/* Presto View: eyJvcmlnaW5hbFNxbCI6ICJTRUxFQ1QgXCJhXCIgRlJPTSAoU0VMRUNUIFwiYVwiIEZST00gXCJlbHNld2hlcmVcIikgV0hFUkUgXCJhXCIgPSAxIn0= */"
}

resource "aws_glue_catalog_table" "fail_view_nobody_can_read" {
  name               = "orders_unreadable"
  database_name      = "viewed"
  table_type         = "VIRTUAL_VIEW"
  view_original_text = "SELECT 1"
}
