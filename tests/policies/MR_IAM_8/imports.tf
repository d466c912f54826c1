resource "aws_iam_role" "pass_reader" {
  name               = "lakehouse-reader"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_iam_role_policy" "pass_import" {
  name   = "pass_import"
  role   = aws_iam_role.pass_reader.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::int-orders-dev-curated-111122223333-eu-central-1/orders/*", "Condition": {"StringEquals": {"aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_import_of_any_account" {
  name   = "fail_import_of_any_account"
  role   = aws_iam_role.pass_reader.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::int-orders-dev-curated-111122223333-eu-central-1/orders/*", "Condition": {}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_import_of_another_account" {
  name   = "fail_import_of_another_account"
  role   = aws_iam_role.pass_reader.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::int-orders-dev-curated-111122223333-eu-central-1/orders/*", "Condition": {"StringEquals": {"aws:ResourceAccount": "999999999999"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_import_written" {
  name   = "fail_import_written"
  role   = aws_iam_role.pass_reader.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::int-orders-dev-curated-111122223333-eu-central-1/orders/*", "Condition": {"StringEquals": {"aws:ResourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_import_key" {
  name   = "pass_import_key"
  role   = aws_iam_role.pass_reader.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["kms:Decrypt"], "Resource": "arn:aws:kms:eu-central-1:111122223333:key/*", "Condition": {"ForAnyValue:StringEquals": {"kms:ResourceAliases": ["alias/orders-dev/pipeline"]}, "StringEquals": {"kms:ViaService": "s3.eu-central-1.amazonaws.com"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_import_key_of_another_account" {
  name   = "fail_import_key_of_another_account"
  role   = aws_iam_role.pass_reader.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["kms:Decrypt"], "Resource": "arn:aws:kms:eu-central-1:999999999999:key/*", "Condition": {"ForAnyValue:StringEquals": {"kms:ResourceAliases": ["alias/orders-dev/pipeline"]}, "StringEquals": {"kms:ViaService": "s3.eu-central-1.amazonaws.com"}}}]}
  JSON
}
