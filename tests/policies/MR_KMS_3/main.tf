resource "aws_kms_key" "pass_services" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "kms:CreateGrant", "Resource": "*", "Condition": {"Bool": {"kms:GrantIsForAWSResource": "true"}}}]}
  JSON
}

resource "aws_kms_key" "pass_none" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "kms:Decrypt", "Resource": "*"}]}
  JSON
}

resource "aws_kms_key" "fail_anybody" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "kms:CreateGrant", "Resource": "*"}]}
  JSON
}

resource "aws_kms_key" "fail_not" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "kms:CreateGrant", "Resource": "*", "Condition": {"Bool": {"kms:GrantIsForAWSResource": "false"}}}]}
  JSON
}

resource "aws_kms_key" "fail_wildcard" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "kms:Create*", "Resource": "*"}]}
  JSON
}

resource "aws_kms_key" "pass_service_that_decrypts" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "fargate.amazonaws.com"}, "Action": "kms:CreateGrant", "Resource": "*", "Condition": {"StringEquals": {"kms:EncryptionContext:aws:ecs:clusterAccount": "111122223333"}, "ForAllValues:StringEquals": {"kms:GrantOperations": ["Decrypt"]}}}]}
  JSON
}

resource "aws_kms_key" "fail_service_for_any_account" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "fargate.amazonaws.com"}, "Action": "kms:CreateGrant", "Resource": "*", "Condition": {"ForAllValues:StringEquals": {"kms:GrantOperations": ["Decrypt"]}}}]}
  JSON
}

resource "aws_kms_key" "fail_service_that_encrypts" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "fargate.amazonaws.com"}, "Action": "kms:CreateGrant", "Resource": "*", "Condition": {"StringEquals": {"kms:EncryptionContext:aws:ecs:clusterAccount": "111122223333"}, "ForAllValues:StringEquals": {"kms:GrantOperations": ["Decrypt", "Encrypt"]}}}]}
  JSON
}

resource "aws_kms_key" "fail_role_that_decrypts" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "kms:CreateGrant", "Resource": "*", "Condition": {"StringEquals": {"kms:EncryptionContext:aws:ecs:clusterAccount": "111122223333"}, "ForAllValues:StringEquals": {"kms:GrantOperations": ["Decrypt"]}}}]}
  JSON
}
