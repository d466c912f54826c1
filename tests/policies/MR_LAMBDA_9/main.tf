resource "aws_lambda_function" "pass_refused" {
  function_name = "orders-pass-refused"
  role          = "arn:aws:iam::111122223333:role/orders-pass-refused"
  filename      = "x.zip"
  handler       = "handler.handle"
  runtime       = "python3.13"
  vpc_config {
    subnet_ids         = ["subnet-a"]
    security_group_ids = ["sg-a"]
  }
}

resource "aws_iam_role_policy" "pass_refused" {
  name   = "dataflow"
  role   = "orders-pass-refused"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:CreateNetworkInterface"], "Resource": ["*"]}, {"Effect": "Deny", "Action": ["ec2:CreateNetworkInterface"], "Resource": "*", "Condition": {"ArnEquals": {"lambda:SourceFunctionArn": "arn:aws:lambda:eu-central-1:111122223333:function:orders-pass-refused"}}}]}
  JSON
}

resource "aws_lambda_function" "pass_outside" {
  function_name = "orders-pass-outside"
  role          = "arn:aws:iam::111122223333:role/orders-pass-outside"
  filename      = "x.zip"
  handler       = "handler.handle"
  runtime       = "python3.13"
}

resource "aws_iam_role_policy" "pass_outside" {
  name   = "dataflow"
  role   = "orders-pass-outside"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:CreateNetworkInterface"], "Resource": ["*"]}]}
  JSON
}

resource "aws_lambda_function" "pass_cannot" {
  function_name = "orders-pass-cannot"
  role          = "arn:aws:iam::111122223333:role/orders-pass-cannot"
  filename      = "x.zip"
  handler       = "handler.handle"
  runtime       = "python3.13"
  vpc_config {
    subnet_ids         = ["subnet-a"]
    security_group_ids = ["sg-a"]
  }
}

resource "aws_iam_role_policy" "pass_cannot" {
  name   = "dataflow"
  role   = "orders-pass-cannot"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": ["arn:aws:sqs:eu-central-1:111122223333:orders"]}]}
  JSON
}

resource "aws_lambda_function" "fail_not_refused" {
  function_name = "orders-fail-not-refused"
  role          = "arn:aws:iam::111122223333:role/orders-fail-not-refused"
  filename      = "x.zip"
  handler       = "handler.handle"
  runtime       = "python3.13"
  vpc_config {
    subnet_ids         = ["subnet-a"]
    security_group_ids = ["sg-a"]
  }
}

resource "aws_iam_role_policy" "fail_not_refused" {
  name   = "dataflow"
  role   = "orders-fail-not-refused"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:CreateNetworkInterface"], "Resource": ["*"]}]}
  JSON
}

resource "aws_lambda_function" "fail_refused_to_another" {
  function_name = "orders-fail-refused-to-another"
  role          = "arn:aws:iam::111122223333:role/orders-fail-refused-to-another"
  filename      = "x.zip"
  handler       = "handler.handle"
  runtime       = "python3.13"
  vpc_config {
    subnet_ids         = ["subnet-a"]
    security_group_ids = ["sg-a"]
  }
}

resource "aws_iam_role_policy" "fail_refused_to_another" {
  name   = "dataflow"
  role   = "orders-fail-refused-to-another"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:CreateNetworkInterface"], "Resource": ["*"]}, {"Effect": "Deny", "Action": ["ec2:CreateNetworkInterface"], "Resource": "*", "Condition": {"ArnEquals": {"lambda:SourceFunctionArn": "arn:aws:lambda:eu-central-1:111122223333:function:orders-other"}}}]}
  JSON
}
