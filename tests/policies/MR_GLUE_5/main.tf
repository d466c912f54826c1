resource "aws_s3_bucket" "staged" {
  bucket = "con-orders-staged"
  tags   = { zone = "staged" }
}

resource "aws_glue_catalog_table" "pass_ruled" {
  database_name = "orders"
  name          = "pass_ruled"
  storage_descriptor {
    location = "s3://con-orders-staged/orders/"
  }
}

resource "aws_glue_catalog_table" "pass_elsewhere" {
  database_name = "orders"
  name          = "pass_elsewhere"
  storage_descriptor {
    location = "s3://lake/orders/"
  }
}

resource "aws_glue_catalog_table" "fail_no_rules" {
  database_name = "orders"
  name          = "fail_no_rules"
  storage_descriptor {
    location = "s3://con-orders-staged/b/"
  }
}

resource "aws_glue_catalog_table" "fail_empty_rules" {
  database_name = "orders"
  name          = "fail_empty_rules"
  storage_descriptor {
    location = "s3://con-orders-staged/c/"
  }
}

resource "aws_glue_data_quality_ruleset" "ruled" {
  name    = "orders-ruled"
  ruleset = "Rules = [ RowCount > 0 ]"
  target_table {
    database_name = "orders"
    table_name    = "pass_ruled"
  }
}

resource "aws_glue_data_quality_ruleset" "empty" {
  name    = "orders-empty"
  ruleset = "Rules = [ ]"
  target_table {
    database_name = "orders"
    table_name    = "fail_empty_rules"
  }
}
