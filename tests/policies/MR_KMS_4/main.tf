resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_kms_alias" "pass_id" {
  name          = "alias/orders-id"
  target_key_id = aws_kms_key.own.key_id
}

resource "aws_kms_alias" "pass_arn" {
  name          = "alias/orders-arn"
  target_key_id = aws_kms_key.own.arn
}

resource "aws_kms_alias" "fail_foreign" {
  name          = "alias/orders-foreign"
  target_key_id = "arn:aws:kms:eu-central-1:999999999999:key/0f0e0d0c-0000-4000-8000-000000000000"
}
