resource "aws_kms_key" "own" {
  enable_key_rotation = true
}


resource "aws_lambda_function" "rotate" {
  function_name = "orders-rotate"
  role          = "arn:aws:iam::111122223333:role/rotate"
}

resource "aws_secretsmanager_secret" "pass_rotated" {
  name       = "orders-a"
  kms_key_id = aws_kms_key.own.arn
}

resource "aws_secretsmanager_secret_rotation" "rotated" {
  secret_id           = aws_secretsmanager_secret.pass_rotated.arn
  rotation_lambda_arn = aws_lambda_function.rotate.arn

  rotation_rules {
    automatically_after_days = 30
  }
}

resource "aws_secretsmanager_secret" "fail_key_of_aws" {
  name = "orders-b"
}

resource "aws_secretsmanager_secret_rotation" "key_of_aws" {
  secret_id           = aws_secretsmanager_secret.fail_key_of_aws.arn
  rotation_lambda_arn = aws_lambda_function.rotate.arn

  rotation_rules {
    automatically_after_days = 30
  }
}

resource "aws_secretsmanager_secret" "fail_not_rotated" {
  name       = "orders-c"
  kms_key_id = aws_kms_key.own.arn
}

resource "aws_secretsmanager_secret" "fail_rotated_once_a_year" {
  name       = "orders-d"
  kms_key_id = aws_kms_key.own.arn
}

resource "aws_secretsmanager_secret_rotation" "once_a_year" {
  secret_id           = aws_secretsmanager_secret.fail_rotated_once_a_year.arn
  rotation_lambda_arn = aws_lambda_function.rotate.arn

  rotation_rules {
    automatically_after_days = 365
  }
}

resource "aws_secretsmanager_secret" "fail_gone_at_once" {
  name                    = "orders-e"
  kms_key_id              = aws_kms_key.own.arn
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret_rotation" "gone_at_once" {
  secret_id           = aws_secretsmanager_secret.fail_gone_at_once.arn
  rotation_lambda_arn = aws_lambda_function.rotate.arn

  rotation_rules {
    automatically_after_days = 30
  }
}

resource "aws_secretsmanager_secret_version" "fail_value_in_the_plan" {
  secret_id     = aws_secretsmanager_secret.pass_rotated.arn
  secret_string = "everybody sees this"
}
