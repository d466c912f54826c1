resource "aws_lambda_function" "pass_arn" {
  function_name = "orders-pass-arn"
  role          = "arn:aws:iam::111122223333:role/orders"

  environment {
    variables = { ADMIN_SECRET_ARN = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:admin" }
  }
}

resource "aws_lambda_function" "pass_key" {
  function_name = "orders-pass-key"
  role          = "arn:aws:iam::111122223333:role/orders"

  environment {
    variables = { TOKEN_KEY_ID = "aws_kms_key.token.key_id" }
  }
}

resource "aws_lambda_function" "fail_password" {
  function_name = "orders-fail-password"
  role          = "arn:aws:iam::111122223333:role/orders"

  environment {
    variables = { DB_PASSWORD = "correct horse" }
  }
}

resource "aws_lambda_function" "fail_api_key" {
  function_name = "orders-fail-api-key"
  role          = "arn:aws:iam::111122223333:role/orders"

  environment {
    variables = { PAYMENT_API_KEY = "k-0123456789" }
  }
}

resource "aws_ecs_task_definition" "pass_bucket" {
  family                = "orders"
  container_definitions = <<-JSON
    [{"name": "worker", "image": "worker", "environment": [{"name": "BUCKET", "value": "orders"}]}]
  JSON
}

resource "aws_ecs_task_definition" "fail_task" {
  family                = "orders"
  container_definitions = <<-JSON
    [{"name": "worker", "image": "worker", "environment": [{"name": "DATABASE_PASSWD", "value": "correct horse"}]}]
  JSON
}

resource "aws_glue_job" "fail_job" {
  name     = "orders"
  role_arn = "arn:aws:iam::111122223333:role/orders"

  command {
    script_location = "s3://orders-code/job.py"
  }

  default_arguments = {
    "--password" = "correct horse"
  }
}
