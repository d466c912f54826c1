resource "aws_accessanalyzer_analyzer" "fail_without_recorder" {
  analyzer_name = "orders"
}

resource "aws_guardduty_detector" "fail_without_recorder" {
  enable = true
}

resource "aws_macie2_account" "fail_without_recorder" {
  status = "ENABLED"
}

resource "aws_securityhub_account" "fail_without_recorder" {
  enable_default_standards = false
}

resource "aws_securityhub_standards_subscription" "foundational" {
  standards_arn = "arn:aws:securityhub:eu-central-1::standards/aws-foundational-security-best-practices/v/1.0.0"
}
