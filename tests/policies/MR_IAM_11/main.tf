resource "aws_iam_policy" "bounds" {
  name = "bounds"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": "arn:aws:sqs:eu-central-1:111122223333:*"}, {"Effect": "Deny", "Action": ["organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"], "Resource": "*"}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_policy" "no_bounds" {
  name = "no-bounds"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": "arn:aws:sqs:eu-central-1:111122223333:*"}]}
  JSON
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role" "pass_own" {
  name = "pass-own"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role" "fail_none" {
  name = "fail-none"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role" "fail_of_another_stack" {
  name = "fail-of-another-stack"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = "arn:aws:iam::111122223333:policy/elsewhere"
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role" "fail_no_boundary" {
  name = "fail-no-boundary"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.no_bounds.arn
  tags = { blueprint = "account_baseline" }
}
