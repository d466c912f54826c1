resource "aws_iam_user" "fail_user" {
  name = "orders"
}

resource "aws_kms_grant" "fail_grant" {
  key_id            = "x"
  grantee_principal = "arn:aws:iam::999999999999:role/x"
  operations        = ["Decrypt"]
}

resource "aws_s3_bucket_acl" "fail_list" {
  bucket = "orders"
  acl    = "public-read"
}

resource "aws_s3_bucket_acl" "pass_owner" {
  bucket = "orders"
  acl    = "private"
}
