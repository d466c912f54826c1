resource "aws_quicksight_vpc_connection" "own" {
  vpc_connection_id  = "orders"
  name               = "orders"
  role_arn           = "arn:aws:iam::111122223333:role/reports"
  security_group_ids = ["sg-reports"]
  subnet_ids         = ["subnet-a", "subnet-b"]
}

resource "aws_secretsmanager_secret" "own" {
  name = "orders"
}

resource "aws_quicksight_data_source" "pass_closed" {
  data_source_id = "pass_closed"
  name           = "pass_closed"
  type           = "REDSHIFT"

  credentials {
    secret_arn = aws_secretsmanager_secret.own.arn
  }

  ssl_properties {
    disable_ssl = false
  }

  vpc_connection_properties {
    vpc_connection_arn = aws_quicksight_vpc_connection.own.arn
  }
}

resource "aws_quicksight_data_source" "fail_public_way" {
  data_source_id = "fail_public_way"
  name           = "fail_public_way"
  type           = "REDSHIFT"

  credentials {
    secret_arn = aws_secretsmanager_secret.own.arn
  }

  ssl_properties {
    disable_ssl = false
  }
}

resource "aws_quicksight_data_source" "fail_plain" {
  data_source_id = "fail_plain"
  name           = "fail_plain"
  type           = "REDSHIFT"

  credentials {
    secret_arn = aws_secretsmanager_secret.own.arn
  }

  ssl_properties {
    disable_ssl = true
  }

  vpc_connection_properties {
    vpc_connection_arn = aws_quicksight_vpc_connection.own.arn
  }
}

resource "aws_quicksight_data_source" "fail_foreign_secret" {
  data_source_id = "fail_foreign_secret"
  name           = "fail_foreign_secret"
  type           = "REDSHIFT"

  credentials {
    secret_arn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:admin"
  }

  ssl_properties {
    disable_ssl = false
  }

  vpc_connection_properties {
    vpc_connection_arn = aws_quicksight_vpc_connection.own.arn
  }
}

resource "aws_quicksight_data_source" "fail_open_to_somebody" {
  data_source_id = "fail_open_to_somebody"
  name           = "fail_open_to_somebody"
  type           = "REDSHIFT"

  credentials {
    secret_arn = aws_secretsmanager_secret.own.arn
  }

  ssl_properties {
    disable_ssl = false
  }

  vpc_connection_properties {
    vpc_connection_arn = aws_quicksight_vpc_connection.own.arn
  }

  permission {
    principal = "arn:aws:quicksight:eu-central-1:111122223333:group/default/analyst"
    actions   = ["quicksight:PassDataSource"]
  }
}
