resource "aws_iam_role_policy" "pass_key_by_alias" {
  name   = "pass_key_by_alias"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["kms:Decrypt"], "Resource": "arn:aws:kms:eu-central-1:111122223333:key/*", "Condition": {"ForAnyValue:StringEquals": {"kms:ResourceAliases": ["alias/orders-dev/pipeline"]}, "StringEquals": {"kms:ViaService": "s3.eu-central-1.amazonaws.com"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_keys_by_alias_pattern" {
  name   = "fail_keys_by_alias_pattern"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["kms:Decrypt"], "Resource": "arn:aws:kms:eu-central-1:111122223333:key/*", "Condition": {"ForAnyValue:StringLike": {"kms:ResourceAliases": ["alias/orders-*"]}, "StringEquals": {"kms:ViaService": "s3.eu-central-1.amazonaws.com"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_keys_by_wild_alias" {
  name   = "fail_keys_by_wild_alias"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["kms:Decrypt"], "Resource": "arn:aws:kms:eu-central-1:111122223333:key/*", "Condition": {"ForAnyValue:StringEquals": {"kms:ResourceAliases": ["alias/*"]}, "StringEquals": {"kms:ViaService": "s3.eu-central-1.amazonaws.com"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_key_by_alias_directly" {
  name   = "fail_key_by_alias_directly"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["kms:Decrypt"], "Resource": "arn:aws:kms:eu-central-1:111122223333:key/*", "Condition": {"ForAnyValue:StringEquals": {"kms:ResourceAliases": ["alias/orders-dev/pipeline"]}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_key_by_alias_writes" {
  name   = "fail_key_by_alias_writes"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["kms:Decrypt", "kms:GenerateDataKey"], "Resource": "arn:aws:kms:eu-central-1:111122223333:key/*", "Condition": {"ForAnyValue:StringEquals": {"kms:ResourceAliases": ["alias/orders-dev/pipeline"]}, "StringEquals": {"kms:ViaService": "s3.eu-central-1.amazonaws.com"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_aliases_none_of" {
  name   = "fail_aliases_none_of"
  role   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["kms:Decrypt"], "Resource": "arn:aws:kms:eu-central-1:111122223333:key/*", "Condition": {"ForAllValues:StringEquals": {"kms:ResourceAliases": ["alias/orders-dev/pipeline"]}, "StringEquals": {"kms:ViaService": "s3.eu-central-1.amazonaws.com"}}}]}
  JSON
}
