resource "aws_quicksight_data_source" "warehouse" {
  data_source_id = "warehouse"
  name           = "warehouse"
  type           = "REDSHIFT"
}

resource "aws_quicksight_data_set" "pass_rules" {
  data_set_id = "rules"
  name        = "rules"
  import_mode = "SPICE"
}

resource "aws_quicksight_data_set" "pass_table" {
  data_set_id = "pass_table"
  name        = "pass_table"
  import_mode = "SPICE"

  permissions {
    principal = "arn:aws:quicksight:eu-central-1:111122223333:group/default/orders-owner"
    actions   = ["quicksight:DescribeDataSet"]
  }

  physical_table_map {
    physical_table_map_id = "table"
    relational_table {
      data_source_arn = aws_quicksight_data_source.warehouse.arn
      name            = "orders"
      input_columns {
        name = "order_id"
        type = "STRING"
      }
    }
  }

  data_set_usage_configuration {
    disable_use_as_direct_query_source = true
    disable_use_as_imported_source     = true
  }
}

resource "aws_quicksight_refresh_schedule" "of_table" {
  data_set_id = aws_quicksight_data_set.pass_table.data_set_id
  schedule_id = "daily"
}

resource "aws_quicksight_data_set" "fail_statement" {
  data_set_id = "fail_statement"
  name        = "fail_statement"
  import_mode = "SPICE"

  permissions {
    principal = "arn:aws:quicksight:eu-central-1:111122223333:group/default/orders-owner"
    actions   = ["quicksight:DescribeDataSet"]
  }

  physical_table_map {
    physical_table_map_id = "table"
    custom_sql {
      data_source_arn = aws_quicksight_data_source.warehouse.arn
      name            = "orders"
      sql_query       = "SELECT * FROM pg_user"
    }
  }

  data_set_usage_configuration {
    disable_use_as_direct_query_source = true
    disable_use_as_imported_source     = true
  }
}

resource "aws_quicksight_refresh_schedule" "of_statement" {
  data_set_id = aws_quicksight_data_set.fail_statement.data_set_id
  schedule_id = "daily"
}

resource "aws_quicksight_data_set" "fail_source_elsewhere" {
  data_set_id = "fail_source_elsewhere"
  name        = "fail_source_elsewhere"
  import_mode = "SPICE"

  permissions {
    principal = "arn:aws:quicksight:eu-central-1:111122223333:group/default/orders-owner"
    actions   = ["quicksight:DescribeDataSet"]
  }

  physical_table_map {
    physical_table_map_id = "table"
    relational_table {
      data_source_arn = "arn:aws:quicksight:eu-central-1:111122223333:datasource/other"
      name            = "orders"
      input_columns {
        name = "order_id"
        type = "STRING"
      }
    }
  }

  data_set_usage_configuration {
    disable_use_as_direct_query_source = true
    disable_use_as_imported_source     = true
  }
}

resource "aws_quicksight_refresh_schedule" "of_source_elsewhere" {
  data_set_id = aws_quicksight_data_set.fail_source_elsewhere.data_set_id
  schedule_id = "daily"
}

resource "aws_quicksight_data_set" "fail_source_of_others" {
  data_set_id = "fail_source_of_others"
  name        = "fail_source_of_others"
  import_mode = "SPICE"

  permissions {
    principal = "arn:aws:quicksight:eu-central-1:111122223333:group/default/orders-owner"
    actions   = ["quicksight:DescribeDataSet"]
  }

  physical_table_map {
    physical_table_map_id = "table"
    relational_table {
      data_source_arn = aws_quicksight_data_source.warehouse.arn
      name            = "orders"
      input_columns {
        name = "order_id"
        type = "STRING"
      }
    }
  }

  data_set_usage_configuration {
    disable_use_as_direct_query_source = false
    disable_use_as_imported_source     = true
  }
}

resource "aws_quicksight_refresh_schedule" "of_source_of_others" {
  data_set_id = aws_quicksight_data_set.fail_source_of_others.data_set_id
  schedule_id = "daily"
}

resource "aws_quicksight_data_set" "fail_never_refreshed" {
  data_set_id = "fail_never_refreshed"
  name        = "fail_never_refreshed"
  import_mode = "SPICE"

  permissions {
    principal = "arn:aws:quicksight:eu-central-1:111122223333:group/default/orders-owner"
    actions   = ["quicksight:DescribeDataSet"]
  }

  physical_table_map {
    physical_table_map_id = "table"
    relational_table {
      data_source_arn = aws_quicksight_data_source.warehouse.arn
      name            = "orders"
      input_columns {
        name = "order_id"
        type = "STRING"
      }
    }
  }

  data_set_usage_configuration {
    disable_use_as_direct_query_source = true
    disable_use_as_imported_source     = true
  }
}
