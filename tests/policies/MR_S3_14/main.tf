resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_s3_object" "pass_own" {
  bucket = "orders-code"
  key    = "pass_own.py"
  kms_key_id = aws_kms_key.own.arn
}

resource "aws_s3_object" "pass_as_its_bucket" {
  bucket = "orders-code"
  key    = "pass_as_its_bucket.py"
}

resource "aws_s3_object" "fail_foreign" {
  bucket = "orders-code"
  key    = "fail_foreign.py"
  kms_key_id = "arn:aws:kms:eu-central-1:999999999999:key/foreign"
}

resource "aws_s3_object" "fail_key_of_s3" {
  bucket = "orders-code"
  key    = "fail_key_of_s3.py"
  server_side_encryption = "AES256"
}

resource "aws_s3_object" "fail_access_list" {
  bucket = "orders-code"
  key    = "fail_access_list.py"
  acl = "public-read"
}
