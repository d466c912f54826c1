resource "aws_iam_role" "pass_with" {
  name = "pass-with"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = "arn:aws:iam::111122223333:policy/millrace-boundary"
  tags = { process = "x" }
}

resource "aws_iam_role" "pass_too" {
  name = "pass-too"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = "arn:aws:iam::111122223333:policy/millrace-boundary"
  tags = { process = "x" }
}

resource "aws_iam_role" "fail_without" {
  name = "fail-without"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  tags = { process = "x" }
}
