resource "aws_iam_role" "persona" {
  name               = "orders-persona"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "glue.amazonaws.com"},
      "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
  tags               = { process = "persona-owner-query" }
}

resource "aws_iam_role" "worker" {
  name               = "orders-worker"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "glue.amazonaws.com"},
      "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
  tags               = { process = "publish" }
}

resource "aws_lakeformation_permissions" "pass_reads" {
  principal   = aws_iam_role.persona.arn
  permissions = ["SELECT"]
  table {
    database_name = "orders"
    name          = "orders"
  }
}

resource "aws_lakeformation_permissions" "pass_worker_writes" {
  principal   = aws_iam_role.worker.arn
  permissions = ["INSERT", "SELECT"]
  table {
    database_name = "orders"
    name          = "orders"
  }
}

resource "aws_lakeformation_permissions" "pass_filter" {
  principal   = aws_iam_role.persona.arn
  permissions = ["SELECT"]
  data_cells_filter {
    database_name    = "orders"
    table_name       = "orders"
    table_catalog_id = "111122223333"
    name             = "open"
  }
}

resource "aws_lakeformation_permissions" "fail_everybody" {
  principal   = "IAM_ALLOWED_PRINCIPALS"
  permissions = ["SELECT"]
  table {
    database_name = "orders"
    name          = "orders"
  }
}

resource "aws_lakeformation_permissions" "fail_other_role" {
  principal   = "arn:aws:iam::111122223333:role/other"
  permissions = ["SELECT"]
  table {
    database_name = "orders"
    name          = "orders"
  }
}

resource "aws_lakeformation_permissions" "fail_person_writes" {
  principal   = aws_iam_role.persona.arn
  permissions = ["INSERT", "SELECT"]
  table {
    database_name = "orders"
    name          = "orders"
  }
}

resource "aws_lakeformation_permissions" "fail_handed_on" {
  principal   = aws_iam_role.persona.arn
  permissions = ["SELECT"]
  table {
    database_name = "orders"
    name          = "orders"
  }
  permissions_with_grant_option = ["SELECT"]
}

resource "aws_lakeformation_permissions" "fail_every_table" {
  principal   = aws_iam_role.persona.arn
  permissions = ["SELECT"]
  table {
    database_name = "orders"
    wildcard      = true
  }
}

resource "aws_lakeformation_permissions" "fail_catalog" {
  principal   = aws_iam_role.worker.arn
  permissions = ["CREATE_DATABASE"]
  catalog_resource = true
}
