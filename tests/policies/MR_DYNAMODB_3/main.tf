resource "aws_dynamodb_table" "pass_protected" {
  name     = "orders-pass-protected"
  hash_key = "id"
  deletion_protection_enabled = true
}

resource "aws_dynamodb_table" "fail_none" {
  name     = "orders-fail-none"
  hash_key = "id"
}

resource "aws_dynamodb_table" "fail_off" {
  name     = "orders-fail-off"
  hash_key = "id"
  deletion_protection_enabled = false
}
