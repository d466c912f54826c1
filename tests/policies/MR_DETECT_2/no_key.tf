resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_s3_bucket" "own" {
  bucket = "orders-own"
}

resource "aws_config_delivery_channel" "own" {
  s3_bucket_name = aws_s3_bucket.own.bucket
}

resource "aws_config_configuration_recorder" "fail_no_key" {
  name     = "fail_no_key"
  role_arn = "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
  recording_group {
    all_supported = true
  }
}

resource "aws_config_configuration_recorder_status" "fail_no_key" {
  name       = aws_config_configuration_recorder.fail_no_key.name
  is_enabled = true
}
