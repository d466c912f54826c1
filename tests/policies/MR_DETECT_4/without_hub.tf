resource "aws_accessanalyzer_analyzer" "fail_without_hub" {
  analyzer_name = "orders"
}

resource "aws_config_configuration_recorder" "fail_without_hub" {
  role_arn = "arn:aws:iam::111122223333:role/x"
}

resource "aws_guardduty_detector" "fail_without_hub" {
  enable = true
}

resource "aws_macie2_account" "fail_without_hub" {
  status = "ENABLED"
}

resource "aws_securityhub_standards_subscription" "foundational" {
  standards_arn = "arn:aws:securityhub:eu-central-1::standards/aws-foundational-security-best-practices/v/1.0.0"
}
