resource "aws_accessanalyzer_analyzer" "pass_whole" {
  analyzer_name = "orders"
}

resource "aws_accessanalyzer_analyzer" "pass_unused" {
  analyzer_name = "unused"
  type          = "ACCOUNT_UNUSED_ACCESS"
}

resource "aws_config_configuration_recorder" "pass_whole" {
  role_arn = "arn:aws:iam::111122223333:role/x"
}

resource "aws_guardduty_detector" "pass_whole" {
  enable = true
}

resource "aws_macie2_account" "pass_whole" {
  status = "ENABLED"
}

resource "aws_securityhub_account" "pass_whole" {
  enable_default_standards = false
}

resource "aws_securityhub_standards_subscription" "foundational" {
  standards_arn = "arn:aws:securityhub:eu-central-1::standards/aws-foundational-security-best-practices/v/1.0.0"
}

resource "aws_securityhub_account" "fail_new_controls_off" {
  auto_enable_controls = false
}
