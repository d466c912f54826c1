resource "aws_iam_role" "reader" {
  name               = "orders-reader"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "reader" {
  name   = "data"
  role   = aws_iam_role.reader.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kinesis:GetRecords", "Resource": "arn:aws:kinesis:eu-central-1:111122223333:stream/orders"}]}
  JSON
}

resource "aws_iam_role" "writer" {
  name               = "orders-writer"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "writer" {
  name   = "data"
  role   = aws_iam_role.writer.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::orders/*"}]}
  JSON
}

resource "aws_lambda_function" "pass_called" {
  function_name = "orders-pass-called"
  role          = aws_iam_role.reader.arn
}

resource "aws_lambda_event_source_mapping" "called" {
  event_source_arn = "arn:aws:kinesis:eu-central-1:111122223333:stream/orders"
  function_name    = aws_lambda_function.pass_called.function_name
}

resource "aws_lambda_function" "pass_reads_nothing" {
  function_name = "orders-pass-writer"
  role          = aws_iam_role.writer.arn
}

resource "aws_lambda_function" "fail_uncalled" {
  function_name = "orders-fail-uncalled"
  role          = aws_iam_role.reader.arn
}

resource "aws_lambda_function" "fail_called_by_a_queue" {
  function_name = "orders-fail-queue"
  role          = aws_iam_role.reader.arn
}

resource "aws_lambda_event_source_mapping" "queue" {
  event_source_arn = "arn:aws:sqs:eu-central-1:111122223333:orders"
  function_name    = aws_lambda_function.fail_called_by_a_queue.function_name
}
