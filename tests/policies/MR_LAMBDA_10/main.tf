resource "aws_lambda_function" "starter" {
  function_name = "orders-starter"
  role          = "arn:aws:iam::111122223333:role/orders-starter"
}

resource "aws_lambda_permission" "pass_rule" {
  statement_id  = "pass-rule"
  action        = "lambda:InvokeFunction"
  function_name = "orders-starter"
  principal     = "events.amazonaws.com"
  source_arn    = "arn:aws:events:eu-central-1:111122223333:rule/orders"
}

resource "aws_lambda_permission" "pass_bucket" {
  statement_id   = "pass-bucket"
  action         = "lambda:InvokeFunction"
  function_name  = "orders-starter"
  principal      = "s3.amazonaws.com"
  source_arn     = "arn:aws:s3:::orders"
  source_account = "111122223333"
}

resource "aws_lambda_permission" "fail_bucket_of_anybody" {
  statement_id  = "fail-bucket-of-anybody"
  action        = "lambda:InvokeFunction"
  function_name = "orders-starter"
  principal     = "s3.amazonaws.com"
  source_arn    = "arn:aws:s3:::orders"
}

resource "aws_lambda_permission" "fail_any_source" {
  statement_id  = "fail-any-source"
  action        = "lambda:InvokeFunction"
  function_name = "orders-starter"
  principal     = "events.amazonaws.com"
}

resource "aws_lambda_permission" "fail_every_rule" {
  statement_id  = "fail-every-rule"
  action        = "lambda:InvokeFunction"
  function_name = "orders-starter"
  principal     = "events.amazonaws.com"
  source_arn    = "arn:aws:events:eu-central-1:111122223333:rule/*"
}

resource "aws_lambda_permission" "fail_source_of_others" {
  statement_id  = "fail-source-of-others"
  action        = "lambda:InvokeFunction"
  function_name = "orders-starter"
  principal     = "events.amazonaws.com"
  source_arn    = "arn:aws:events:eu-central-1:999999999999:rule/orders"
}

resource "aws_lambda_permission" "fail_account_of_others" {
  statement_id   = "fail-account-of-others"
  action         = "lambda:InvokeFunction"
  function_name  = "orders-starter"
  principal      = "events.amazonaws.com"
  source_arn     = "arn:aws:events:eu-central-1:111122223333:rule/orders"
  source_account = "999999999999"
}

resource "aws_lambda_permission" "fail_account" {
  statement_id  = "fail-account"
  action        = "lambda:InvokeFunction"
  function_name = "orders-starter"
  principal     = "999999999999"
  source_arn    = "arn:aws:events:eu-central-1:111122223333:rule/orders"
}

resource "aws_lambda_permission" "fail_everybody" {
  statement_id  = "fail-everybody"
  action        = "lambda:InvokeFunction"
  function_name = "orders-starter"
  principal     = "*"
  source_arn    = "arn:aws:events:eu-central-1:111122223333:rule/orders"
}

resource "aws_lambda_permission" "fail_address" {
  statement_id           = "fail-address"
  action                 = "lambda:InvokeFunctionUrl"
  function_name          = "orders-starter"
  principal              = "events.amazonaws.com"
  source_arn             = "arn:aws:events:eu-central-1:111122223333:rule/orders"
  function_url_auth_type = "NONE"
}

resource "aws_lambda_permission" "fail_function_of_others" {
  statement_id  = "fail-function-of-others"
  action        = "lambda:InvokeFunction"
  function_name = "somebody"
  principal     = "events.amazonaws.com"
  source_arn    = "arn:aws:events:eu-central-1:111122223333:rule/orders"
}
