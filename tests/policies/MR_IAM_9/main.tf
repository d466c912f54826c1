resource "aws_iam_role" "pass_service" {
  name               = "orders-pass_service"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role" "pass_people" {
  name               = "orders-pass_people"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role" "fail_two_services" {
  name               = "orders-fail_two_services"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": ["lambda.amazonaws.com", "ec2.amazonaws.com"]}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role" "fail_mixed" {
  name               = "orders-fail_mixed"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com", "AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role" "fail_long" {
  name                 = "orders-fail_long"
  max_session_duration = 43200
  assume_role_policy   = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role" "pass_one_service_with_two_names" {
  name               = "orders-pass_two_names"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": ["redshift.amazonaws.com", "redshift-serverless.amazonaws.com"]}, "Action": "sts:AssumeRole"}]}
  JSON
}
