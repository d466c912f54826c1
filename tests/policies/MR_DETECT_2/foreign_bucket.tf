resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_s3_bucket" "own" {
  bucket = "orders-own"
}

resource "aws_config_delivery_channel" "own" {
  s3_bucket_name = "foreign"
  s3_kms_key_arn = aws_kms_key.own.arn
}

resource "aws_config_configuration_recorder" "fail_foreign_bucket" {
  name     = "fail_foreign_bucket"
  role_arn = "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
  recording_group {
    all_supported = true
  }
}

resource "aws_config_configuration_recorder_status" "fail_foreign_bucket" {
  name       = aws_config_configuration_recorder.fail_foreign_bucket.name
  is_enabled = true
}
