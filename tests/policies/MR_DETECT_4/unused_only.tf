resource "aws_accessanalyzer_analyzer" "fail_unused_only" {
  analyzer_name = "orders"
  type          = "ACCOUNT_UNUSED_ACCESS"
}

resource "aws_config_configuration_recorder" "fail_unused_only" {
  role_arn = "arn:aws:iam::111122223333:role/x"
}

resource "aws_guardduty_detector" "fail_unused_only" {
  enable = true
}

resource "aws_macie2_account" "fail_unused_only" {
  status = "ENABLED"
}

resource "aws_securityhub_account" "fail_unused_only" {
  enable_default_standards = false
}

resource "aws_securityhub_standards_subscription" "foundational" {
  standards_arn = "arn:aws:securityhub:eu-central-1::standards/aws-foundational-security-best-practices/v/1.0.0"
}
