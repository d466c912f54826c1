resource "aws_iam_role" "pass_job" {
  name               = "orders-pass-job"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "emr-serverless.amazonaws.com"},
      "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role" "pass_machine" {
  name               = "orders-pass-machine"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "states.amazonaws.com"},
      "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_named" {
  role   = aws_iam_role.pass_machine.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:PassRole"], "Resource": ["${aws_iam_role.pass_job.arn}"], "Condition": {"StringEquals": {"iam:PassedToService": "emr-serverless.amazonaws.com"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_any_service" {
  role   = aws_iam_role.pass_machine.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:PassRole"], "Resource": ["${aws_iam_role.pass_job.arn}"]}]}
  JSON
}

resource "aws_iam_role_policy" "fail_other_service" {
  role   = aws_iam_role.pass_machine.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:PassRole"], "Resource": ["${aws_iam_role.pass_job.arn}"], "Condition": {"StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_two_services" {
  role   = aws_iam_role.pass_machine.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:PassRole"], "Resource": ["${aws_iam_role.pass_job.arn}"], "Condition": {"StringEquals": {"iam:PassedToService": ["emr-serverless.amazonaws.com", "ec2.amazonaws.com"]}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_other_role" {
  role   = aws_iam_role.pass_machine.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:PassRole"], "Resource": ["arn:aws:iam::111122223333:role/administrator"], "Condition": {"StringEquals": {"iam:PassedToService": "emr-serverless.amazonaws.com"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_every_role" {
  role   = aws_iam_role.pass_machine.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:PassRole"], "Resource": ["*"], "Condition": {"StringEquals": {"iam:PassedToService": "emr-serverless.amazonaws.com"}}}]}
  JSON
}
