resource "aws_accessanalyzer_analyzer" "fail_without_standard" {
  analyzer_name = "orders"
}

resource "aws_config_configuration_recorder" "fail_without_standard" {
  role_arn = "arn:aws:iam::111122223333:role/x"
}

resource "aws_guardduty_detector" "fail_without_standard" {
  enable = true
}

resource "aws_macie2_account" "fail_without_standard" {
  status = "ENABLED"
}

resource "aws_securityhub_account" "fail_without_standard" {
  enable_default_standards = false
}
