resource "aws_dynamodb_table" "pass_expires" {
  name     = "orders-pass-expires"
  hash_key = "id"
  ttl {
    enabled        = true
    attribute_name = "expires_at"
  }
}

resource "aws_dynamodb_table" "fail_none" {
  name     = "orders-fail-none"
  hash_key = "id"
}

resource "aws_dynamodb_table" "fail_off" {
  name     = "orders-fail-off"
  hash_key = "id"
  ttl {
    enabled        = false
    attribute_name = "expires_at"
  }
}

resource "aws_dynamodb_table" "fail_no_attribute" {
  name     = "orders-fail-no-attribute"
  hash_key = "id"
  ttl {
    enabled        = true
  }
}
