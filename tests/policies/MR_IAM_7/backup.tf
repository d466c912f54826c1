resource "aws_iam_role" "pass_backups" {
  name               = "orders-backups"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "backup.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role" "pass_function" {
  name               = "orders-function"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_notification" {
  name   = "backup"
  role   = aws_iam_role.pass_backups.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:PutBucketNotification"], "Resource": "arn:aws:s3:::con-*", "Condition": {"StringEquals": {"aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_other_service" {
  name   = "backup"
  role   = aws_iam_role.pass_function.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:PutBucketNotification"], "Resource": "arn:aws:s3:::con-*", "Condition": {"StringEquals": {"aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_any_account" {
  name   = "backup"
  role   = aws_iam_role.pass_backups.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:PutBucketNotification"], "Resource": "arn:aws:s3:::con-*", "Condition": {}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_policy" {
  name   = "backup"
  role   = aws_iam_role.pass_backups.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:PutBucketPolicy", "Resource": "arn:aws:s3:::con-*", "Condition": {"StringEquals": {"aws:ResourceAccount": "111122223333"}}}]}
  JSON
}
