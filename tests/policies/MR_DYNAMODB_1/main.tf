resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_kms_key" "fixed" {
  enable_key_rotation = false
}

resource "aws_dynamodb_table" "pass_own_key" {
  name     = "orders-pass-own-key"
  hash_key = "id"
  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.own.arn
  }
}

resource "aws_dynamodb_table" "pass_replica" {
  name     = "orders-pass-replica"
  hash_key = "id"
  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.own.arn
  }
  replica {
    region_name = "eu-west-1"
    kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1"
  }
}

resource "aws_dynamodb_table" "fail_none" {
  name     = "orders-fail-none"
  hash_key = "id"
}

resource "aws_dynamodb_table" "fail_disabled" {
  name     = "orders-fail-disabled"
  hash_key = "id"
  server_side_encryption {
    enabled = false
  }
}

resource "aws_dynamodb_table" "fail_aws_key" {
  name     = "orders-fail-aws-key"
  hash_key = "id"
  server_side_encryption {
    enabled = true
  }
}

resource "aws_dynamodb_table" "fail_foreign_key" {
  name     = "orders-fail-foreign-key"
  hash_key = "id"
  server_side_encryption {
    enabled     = true
    kms_key_arn = "arn:aws:kms:eu-central-1:999999999999:key/1"
  }
}

resource "aws_dynamodb_table" "fail_fixed_key" {
  name     = "orders-fail-fixed-key"
  hash_key = "id"
  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.fixed.arn
  }
}

resource "aws_dynamodb_table" "fail_replica" {
  name     = "orders-fail-replica"
  hash_key = "id"
  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.own.arn
  }
  replica {
    region_name = "eu-west-1"
  }
}
