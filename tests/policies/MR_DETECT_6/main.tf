resource "aws_guardduty_detector" "pass_whole" {
  enable = true
}

resource "aws_ebs_encryption_by_default" "set" {
  enabled = true
}

resource "aws_ebs_default_kms_key" "set" {
  key_arn = "arn:aws:kms:eu-central-1:111122223333:key/own"
}

resource "aws_ebs_snapshot_block_public_access" "set" {
  state = "block-all-sharing"
}

resource "aws_ec2_instance_metadata_defaults" "set" {
  http_tokens = "required"
}

resource "aws_emr_block_public_access_configuration" "set" {
  block_public_security_group_rules = true
}

resource "aws_glue_data_catalog_encryption_settings" "set" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = true
    }
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
    }
  }
}

resource "aws_cloudtrail" "fail_partial" {
  name           = "audit"
  s3_bucket_name = "audit"
}

resource "aws_iam_account_password_policy" "set" {
  minimum_password_length = 14
}
