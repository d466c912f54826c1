resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_s3_bucket" "own" {
  bucket = "orders-own"
}

resource "aws_config_delivery_channel" "own" {
  s3_bucket_name = aws_s3_bucket.own.bucket
  s3_kms_key_arn = aws_kms_key.own.arn
}

resource "aws_config_configuration_recorder" "pass_all" {
  name     = "pass_all"
  role_arn = "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
  recording_group {
    all_supported = true
  }
}

resource "aws_config_configuration_recorder_status" "pass_all" {
  name       = aws_config_configuration_recorder.pass_all.name
  is_enabled = true
}

resource "aws_config_configuration_recorder" "fail_some" {
  name     = "fail_some"
  role_arn = "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
  recording_group {
    all_supported  = false
    resource_types = ["AWS::S3::Bucket"]
  }
}

resource "aws_config_configuration_recorder_status" "fail_some" {
  name       = aws_config_configuration_recorder.fail_some.name
  is_enabled = true
}

resource "aws_config_configuration_recorder" "fail_daily" {
  name     = "fail_daily"
  role_arn = "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
  recording_group {
    all_supported = true
  }
  recording_mode {
    recording_frequency = "DAILY"
  }
}

resource "aws_config_configuration_recorder_status" "fail_daily" {
  name       = aws_config_configuration_recorder.fail_daily.name
  is_enabled = true
}

resource "aws_config_configuration_recorder" "fail_off" {
  name     = "fail_off"
  role_arn = "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
  recording_group {
    all_supported = true
  }
}

resource "aws_config_configuration_recorder_status" "fail_off" {
  name       = aws_config_configuration_recorder.fail_off.name
  is_enabled = false
}

resource "aws_config_configuration_recorder" "fail_never_on" {
  name     = "fail_never_on"
  role_arn = "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
  recording_group {
    all_supported = true
  }
}
