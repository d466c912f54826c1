resource "aws_guardduty_detector" "pass_whole" {
  finding_publishing_frequency = "FIFTEEN_MINUTES"
}

resource "aws_guardduty_detector_feature" "pass_whole_ebs_malware_protection" {
  detector_id = aws_guardduty_detector.pass_whole.id
  name        = "EBS_MALWARE_PROTECTION"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "pass_whole_eks_audit_logs" {
  detector_id = aws_guardduty_detector.pass_whole.id
  name        = "EKS_AUDIT_LOGS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "pass_whole_lambda_network_logs" {
  detector_id = aws_guardduty_detector.pass_whole.id
  name        = "LAMBDA_NETWORK_LOGS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "pass_whole_rds_login_events" {
  detector_id = aws_guardduty_detector.pass_whole.id
  name        = "RDS_LOGIN_EVENTS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "pass_whole_runtime_monitoring" {
  detector_id = aws_guardduty_detector.pass_whole.id
  name        = "RUNTIME_MONITORING"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "pass_whole_s3_data_events" {
  detector_id = aws_guardduty_detector.pass_whole.id
  name        = "S3_DATA_EVENTS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector" "pass_hourly" {
  finding_publishing_frequency = "ONE_HOUR"
}

resource "aws_guardduty_detector_feature" "pass_hourly_ebs_malware_protection" {
  detector_id = aws_guardduty_detector.pass_hourly.id
  name        = "EBS_MALWARE_PROTECTION"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "pass_hourly_eks_audit_logs" {
  detector_id = aws_guardduty_detector.pass_hourly.id
  name        = "EKS_AUDIT_LOGS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "pass_hourly_lambda_network_logs" {
  detector_id = aws_guardduty_detector.pass_hourly.id
  name        = "LAMBDA_NETWORK_LOGS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "pass_hourly_rds_login_events" {
  detector_id = aws_guardduty_detector.pass_hourly.id
  name        = "RDS_LOGIN_EVENTS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "pass_hourly_runtime_monitoring" {
  detector_id = aws_guardduty_detector.pass_hourly.id
  name        = "RUNTIME_MONITORING"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "pass_hourly_s3_data_events" {
  detector_id = aws_guardduty_detector.pass_hourly.id
  name        = "S3_DATA_EVENTS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector" "fail_off" {
  enable = false
  finding_publishing_frequency = "FIFTEEN_MINUTES"
}

resource "aws_guardduty_detector_feature" "fail_off_ebs_malware_protection" {
  detector_id = aws_guardduty_detector.fail_off.id
  name        = "EBS_MALWARE_PROTECTION"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "fail_off_eks_audit_logs" {
  detector_id = aws_guardduty_detector.fail_off.id
  name        = "EKS_AUDIT_LOGS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "fail_off_lambda_network_logs" {
  detector_id = aws_guardduty_detector.fail_off.id
  name        = "LAMBDA_NETWORK_LOGS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "fail_off_rds_login_events" {
  detector_id = aws_guardduty_detector.fail_off.id
  name        = "RDS_LOGIN_EVENTS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "fail_off_runtime_monitoring" {
  detector_id = aws_guardduty_detector.fail_off.id
  name        = "RUNTIME_MONITORING"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "fail_off_s3_data_events" {
  detector_id = aws_guardduty_detector.fail_off.id
  name        = "S3_DATA_EVENTS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector" "fail_late" {
  enable = true
}

resource "aws_guardduty_detector_feature" "fail_late_ebs_malware_protection" {
  detector_id = aws_guardduty_detector.fail_late.id
  name        = "EBS_MALWARE_PROTECTION"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "fail_late_eks_audit_logs" {
  detector_id = aws_guardduty_detector.fail_late.id
  name        = "EKS_AUDIT_LOGS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "fail_late_lambda_network_logs" {
  detector_id = aws_guardduty_detector.fail_late.id
  name        = "LAMBDA_NETWORK_LOGS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "fail_late_rds_login_events" {
  detector_id = aws_guardduty_detector.fail_late.id
  name        = "RDS_LOGIN_EVENTS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "fail_late_runtime_monitoring" {
  detector_id = aws_guardduty_detector.fail_late.id
  name        = "RUNTIME_MONITORING"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "fail_late_s3_data_events" {
  detector_id = aws_guardduty_detector.fail_late.id
  name        = "S3_DATA_EVENTS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector" "fail_bare" {
  finding_publishing_frequency = "FIFTEEN_MINUTES"
}

resource "aws_guardduty_detector" "fail_no_runtime" {
  finding_publishing_frequency = "FIFTEEN_MINUTES"
}

resource "aws_guardduty_detector_feature" "fail_no_runtime_ebs_malware_protection" {
  detector_id = aws_guardduty_detector.fail_no_runtime.id
  name        = "EBS_MALWARE_PROTECTION"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "fail_no_runtime_eks_audit_logs" {
  detector_id = aws_guardduty_detector.fail_no_runtime.id
  name        = "EKS_AUDIT_LOGS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "fail_no_runtime_lambda_network_logs" {
  detector_id = aws_guardduty_detector.fail_no_runtime.id
  name        = "LAMBDA_NETWORK_LOGS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "fail_no_runtime_rds_login_events" {
  detector_id = aws_guardduty_detector.fail_no_runtime.id
  name        = "RDS_LOGIN_EVENTS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "fail_no_runtime_s3_data_events" {
  detector_id = aws_guardduty_detector.fail_no_runtime.id
  name        = "S3_DATA_EVENTS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector" "fail_s3_off" {
  finding_publishing_frequency = "FIFTEEN_MINUTES"
}

resource "aws_guardduty_detector_feature" "fail_s3_off_ebs_malware_protection" {
  detector_id = aws_guardduty_detector.fail_s3_off.id
  name        = "EBS_MALWARE_PROTECTION"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "fail_s3_off_eks_audit_logs" {
  detector_id = aws_guardduty_detector.fail_s3_off.id
  name        = "EKS_AUDIT_LOGS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "fail_s3_off_lambda_network_logs" {
  detector_id = aws_guardduty_detector.fail_s3_off.id
  name        = "LAMBDA_NETWORK_LOGS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "fail_s3_off_rds_login_events" {
  detector_id = aws_guardduty_detector.fail_s3_off.id
  name        = "RDS_LOGIN_EVENTS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "fail_s3_off_runtime_monitoring" {
  detector_id = aws_guardduty_detector.fail_s3_off.id
  name        = "RUNTIME_MONITORING"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "fail_s3_off_s3_data_events" {
  detector_id = aws_guardduty_detector.fail_s3_off.id
  name        = "S3_DATA_EVENTS"
  status      = "DISABLED"
}
