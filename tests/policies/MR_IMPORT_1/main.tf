resource "aws_kms_key" "pass_one_bucket" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": ["kms:Decrypt"], "Resource": "*", "Condition": {"ArnLike": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/lakehouse-dev-*"]}, "StringEquals": {"kms:ViaService": "s3.eu-central-1.amazonaws.com", "kms:CallerAccount": "111122223333"}, "StringLike": {"kms:EncryptionContext:aws:s3:arn": ["arn:aws:s3:::int-orders", "arn:aws:s3:::int-orders/orders/*"]}}}]}
  JSON
}

resource "aws_kms_key" "pass_one_role" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": ["kms:Decrypt"], "Resource": "*", "Condition": {"ArnLike": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/orders-dev-read"]}, "StringEquals": {"kms:ViaService": "s3.eu-central-1.amazonaws.com", "kms:CallerAccount": "111122223333"}}}]}
  JSON
}

resource "aws_kms_key" "pass_another_service" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": ["kms:Decrypt", "kms:GenerateDataKey"], "Resource": "*", "Condition": {"ArnLike": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/lakehouse-dev-*"]}, "StringEquals": {"kms:ViaService": "ec2.eu-central-1.amazonaws.com", "kms:CallerAccount": "111122223333"}}}]}
  JSON
}

resource "aws_kms_key" "fail_any_bucket" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": ["kms:Decrypt"], "Resource": "*", "Condition": {"ArnLike": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/lakehouse-dev-*"]}, "StringEquals": {"kms:ViaService": "s3.eu-central-1.amazonaws.com", "kms:CallerAccount": "111122223333"}}}]}
  JSON
}

resource "aws_kms_key" "fail_buckets_by_pattern" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": ["kms:Decrypt"], "Resource": "*", "Condition": {"ArnLike": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/lakehouse-dev-*"]}, "StringEquals": {"kms:ViaService": "s3.eu-central-1.amazonaws.com", "kms:CallerAccount": "111122223333"}, "StringLike": {"kms:EncryptionContext:aws:s3:arn": ["arn:aws:s3:::int-*"]}}}]}
  JSON
}

resource "aws_kms_key" "fail_all_buckets" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": ["kms:Decrypt"], "Resource": "*", "Condition": {"ArnLike": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/lakehouse-dev-*"]}, "StringEquals": {"kms:ViaService": "s3.eu-central-1.amazonaws.com", "kms:CallerAccount": "111122223333"}, "StringLike": {"kms:EncryptionContext:aws:s3:arn": ["*"]}}}]}
  JSON
}

resource "aws_kms_key" "fail_writes" {
  enable_key_rotation = true
  policy              = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": ["kms:Decrypt", "kms:GenerateDataKey"], "Resource": "*", "Condition": {"ArnLike": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/lakehouse-dev-*"]}, "StringEquals": {"kms:ViaService": "s3.eu-central-1.amazonaws.com", "kms:CallerAccount": "111122223333"}, "StringLike": {"kms:EncryptionContext:aws:s3:arn": ["arn:aws:s3:::int-orders", "arn:aws:s3:::int-orders/orders/*"]}}}]}
  JSON
}
