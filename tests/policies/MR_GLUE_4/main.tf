resource "aws_iam_role" "keeper" {
  name               = "orders-keeper"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "glue.amazonaws.com"},
      "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_glue_catalog_table" "pass_kept" {
  database_name = "orders"
  name          = "pass_kept"
  storage_descriptor {
    location = "s3://lake/orders/"
  }
  open_table_format_input {
    iceberg_input {
      metadata_operation = "CREATE"
    }
  }
}

resource "aws_glue_catalog_table_optimizer" "kept_compaction" {
  catalog_id    = "111122223333"
  database_name = "orders"
  table_name    = aws_glue_catalog_table.pass_kept.name
  type          = "compaction"
  configuration {
    enabled  = true
    role_arn = aws_iam_role.keeper.arn
  }
}

resource "aws_glue_catalog_table_optimizer" "kept_retention" {
  catalog_id    = "111122223333"
  database_name = "orders"
  table_name    = aws_glue_catalog_table.pass_kept.name
  type          = "retention"
  configuration {
    enabled  = true
    role_arn = aws_iam_role.keeper.arn
  }
}

resource "aws_glue_catalog_table_optimizer" "kept_orphan_file_deletion" {
  catalog_id    = "111122223333"
  database_name = "orders"
  table_name    = aws_glue_catalog_table.pass_kept.name
  type          = "orphan_file_deletion"
  configuration {
    enabled  = true
    role_arn = aws_iam_role.keeper.arn
  }
}

resource "aws_glue_catalog_table" "pass_no_iceberg" {
  database_name = "orders"
  name          = "pass_no_iceberg"
  storage_descriptor {
    location = "s3://lake/orders/"
  }
}

resource "aws_glue_catalog_table" "fail_left_alone" {
  database_name = "orders"
  name          = "fail_left_alone"
  storage_descriptor {
    location = "s3://lake/orders/"
  }
  open_table_format_input {
    iceberg_input {
      metadata_operation = "CREATE"
    }
  }
}

resource "aws_glue_catalog_table" "fail_never_compacted" {
  database_name = "orders"
  name          = "fail_never_compacted"
  storage_descriptor {
    location = "s3://lake/orders/"
  }
  open_table_format_input {
    iceberg_input {
      metadata_operation = "CREATE"
    }
  }
}

resource "aws_glue_catalog_table_optimizer" "part_retention" {
  catalog_id    = "111122223333"
  database_name = "orders"
  table_name    = aws_glue_catalog_table.fail_never_compacted.name
  type          = "retention"
  configuration {
    enabled  = true
    role_arn = aws_iam_role.keeper.arn
  }
}

resource "aws_glue_catalog_table_optimizer" "part_orphan_file_deletion" {
  catalog_id    = "111122223333"
  database_name = "orders"
  table_name    = aws_glue_catalog_table.fail_never_compacted.name
  type          = "orphan_file_deletion"
  configuration {
    enabled  = true
    role_arn = aws_iam_role.keeper.arn
  }
}

resource "aws_glue_catalog_table" "fail_switched_off" {
  database_name = "orders"
  name          = "fail_switched_off"
  storage_descriptor {
    location = "s3://lake/orders/"
  }
  open_table_format_input {
    iceberg_input {
      metadata_operation = "CREATE"
    }
  }
}

resource "aws_glue_catalog_table_optimizer" "off_compaction" {
  catalog_id    = "111122223333"
  database_name = "orders"
  table_name    = aws_glue_catalog_table.fail_switched_off.name
  type          = "compaction"
  configuration {
    enabled  = true
    role_arn = aws_iam_role.keeper.arn
  }
}

resource "aws_glue_catalog_table_optimizer" "off_retention" {
  catalog_id    = "111122223333"
  database_name = "orders"
  table_name    = aws_glue_catalog_table.fail_switched_off.name
  type          = "retention"
  configuration {
    enabled  = false
    role_arn = aws_iam_role.keeper.arn
  }
}

resource "aws_glue_catalog_table_optimizer" "off_orphan_file_deletion" {
  catalog_id    = "111122223333"
  database_name = "orders"
  table_name    = aws_glue_catalog_table.fail_switched_off.name
  type          = "orphan_file_deletion"
  configuration {
    enabled  = true
    role_arn = aws_iam_role.keeper.arn
  }
}

resource "aws_glue_catalog_table" "fail_foreign_role" {
  database_name = "orders"
  name          = "fail_foreign_role"
  storage_descriptor {
    location = "s3://lake/orders/"
  }
  open_table_format_input {
    iceberg_input {
      metadata_operation = "CREATE"
    }
  }
}

resource "aws_glue_catalog_table_optimizer" "foreign_compaction" {
  catalog_id    = "111122223333"
  database_name = "orders"
  table_name    = aws_glue_catalog_table.fail_foreign_role.name
  type          = "compaction"
  configuration {
    enabled  = true
    role_arn = "arn:aws:iam::111122223333:role/other"
  }
}

resource "aws_glue_catalog_table_optimizer" "foreign_retention" {
  catalog_id    = "111122223333"
  database_name = "orders"
  table_name    = aws_glue_catalog_table.fail_foreign_role.name
  type          = "retention"
  configuration {
    enabled  = true
    role_arn = "arn:aws:iam::111122223333:role/other"
  }
}

resource "aws_glue_catalog_table_optimizer" "foreign_orphan_file_deletion" {
  catalog_id    = "111122223333"
  database_name = "orders"
  table_name    = aws_glue_catalog_table.fail_foreign_role.name
  type          = "orphan_file_deletion"
  configuration {
    enabled  = true
    role_arn = "arn:aws:iam::111122223333:role/other"
  }
}
