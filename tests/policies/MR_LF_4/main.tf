resource "aws_kms_key" "own" {
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/millrace-deploy"}, "Action": "kms:PutKeyPolicy", "Resource": "*"}]}
  JSON
}

resource "aws_s3_bucket" "curated" {
  bucket = "con-orders-dev-curated"
  tags   = { zone = "curated" }
}

resource "aws_lakeformation_data_lake_settings" "pass_deploy" {
  admins = ["arn:aws:iam::111122223333:role/millrace-deploy"]
}

resource "aws_lakeformation_data_lake_settings" "fail_more_admins" {
  admins = ["arn:aws:iam::111122223333:role/millrace-deploy", "arn:aws:iam::111122223333:role/intern"]
}

resource "aws_lakeformation_data_lake_settings" "fail_external" {
  admins = ["arn:aws:iam::111122223333:role/millrace-deploy"]
  allow_external_data_filtering = true
}

resource "aws_lakeformation_data_cells_filter" "pass_named" {
  table_data {
    database_name    = "orders"
    name             = "pass_named"
    table_catalog_id = "111122223333"
    table_name       = "orders"
    column_names     = ["order_id"]
  }
}

resource "aws_lakeformation_data_cells_filter" "fail_all_columns" {
  table_data {
    database_name    = "orders"
    name             = "fail_all_columns"
    table_catalog_id = "111122223333"
    table_name       = "orders"

    column_wildcard {
      excluded_column_names = ["email"]
    }
  }
}

resource "aws_lakeformation_permissions" "pass_filtered" {
  principal   = "arn:aws:iam::111122223333:role/orders-persona-analyst"
  permissions = ["SELECT"]

  data_cells_filter {
    database_name    = "orders"
    name             = "pass_named"
    table_catalog_id = "111122223333"
    table_name       = "orders"
  }
}

resource "aws_lakeformation_permissions" "fail_no_filter" {
  principal   = "arn:aws:iam::111122223333:role/orders-persona-analyst"
  permissions = ["SELECT"]

  data_cells_filter {
    database_name    = "orders"
    name             = "elsewhere"
    table_catalog_id = "111122223333"
    table_name       = "orders"
  }
}

resource "aws_lakeformation_resource_lf_tags" "pass_class" {
  table {
    database_name = "orders"
    name          = "orders"
  }

  lf_tag {
    key   = "orders-dev-classification"
    value = "confidential"
  }
}

resource "aws_lakeformation_resource_lf_tags" "fail_lowered" {
  table {
    database_name = "orders"
    name          = "orders"
  }

  lf_tag {
    key   = "orders-dev-classification"
    value = "internal"
  }
}

resource "aws_lakeformation_resource_lf_tags" "fail_made_up" {
  table {
    database_name = "orders"
    name          = "orders"
  }

  lf_tag {
    key   = "orders-dev-classification"
    value = "everybody"
  }
}
