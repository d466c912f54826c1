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

resource "aws_cloudwatch_event_permission" "fail_events_of_others" {
  principal    = "*"
  statement_id = "everybody"
}

resource "aws_redshift_data_share_authorization" "fail_shared" {
  consumer_identifier = "999999999999"
  data_share_arn      = "arn:aws:redshift:eu-central-1:111122223333:datashare:orders/sales"
}

resource "aws_secretsmanager_secret_policy" "fail_beside_the_secret" {
  secret_arn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders"
  policy     = "{\"Version\": \"2012-10-17\", \"Statement\": []}"
}
