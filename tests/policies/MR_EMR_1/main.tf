resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_kms_key" "fixed" {
  enable_key_rotation = false
}

resource "aws_emr_security_configuration" "pass_whole" {
  name          = "features-pass-whole"
  configuration = <<-JSON
    {"EncryptionConfiguration": {"EnableAtRestEncryption": true, "AtRestEncryptionConfiguration": {"S3EncryptionConfiguration": {"EncryptionMode": "SSE-KMS", "AwsKmsKey": "${aws_kms_key.own.arn}", "Overrides": [{"BucketName": "curated", "EncryptionMode": "SSE-KMS", "AwsKmsKey": "${aws_kms_key.own.arn}"}]}, "LocalDiskEncryptionConfiguration": {"EncryptionKeyProviderType": "AwsKms", "AwsKmsKey": "${aws_kms_key.own.arn}", "EnableEbsEncryption": true}}, "EnableInTransitEncryption": true, "InTransitEncryptionConfiguration": {"TLSCertificateConfiguration": {"CertificateProviderType": "PEM", "S3Object": "s3://certificates/nodes.zip"}}}}
  JSON
}

resource "aws_emr_security_configuration" "fail_at_rest" {
  name          = "features-fail-at-rest"
  configuration = <<-JSON
    {"EncryptionConfiguration": {"EnableAtRestEncryption": false, "AtRestEncryptionConfiguration": {"S3EncryptionConfiguration": {"EncryptionMode": "SSE-KMS", "AwsKmsKey": "${aws_kms_key.own.arn}", "Overrides": []}, "LocalDiskEncryptionConfiguration": {"EncryptionKeyProviderType": "AwsKms", "AwsKmsKey": "${aws_kms_key.own.arn}", "EnableEbsEncryption": true}}, "EnableInTransitEncryption": true, "InTransitEncryptionConfiguration": {"TLSCertificateConfiguration": {"CertificateProviderType": "PEM", "S3Object": "s3://certificates/nodes.zip"}}}}
  JSON
}

resource "aws_emr_security_configuration" "fail_in_transit" {
  name          = "features-fail-in-transit"
  configuration = <<-JSON
    {"EncryptionConfiguration": {"EnableAtRestEncryption": true, "AtRestEncryptionConfiguration": {"S3EncryptionConfiguration": {"EncryptionMode": "SSE-KMS", "AwsKmsKey": "${aws_kms_key.own.arn}", "Overrides": []}, "LocalDiskEncryptionConfiguration": {"EncryptionKeyProviderType": "AwsKms", "AwsKmsKey": "${aws_kms_key.own.arn}", "EnableEbsEncryption": true}}, "EnableInTransitEncryption": false, "InTransitEncryptionConfiguration": {"TLSCertificateConfiguration": {"CertificateProviderType": "PEM", "S3Object": "s3://certificates/nodes.zip"}}}}
  JSON
}

resource "aws_emr_security_configuration" "fail_key_of_s3" {
  name          = "features-fail-key-of-s3"
  configuration = <<-JSON
    {"EncryptionConfiguration": {"EnableAtRestEncryption": true, "AtRestEncryptionConfiguration": {"S3EncryptionConfiguration": {"EncryptionMode": "SSE-S3", "AwsKmsKey": "${aws_kms_key.own.arn}", "Overrides": []}, "LocalDiskEncryptionConfiguration": {"EncryptionKeyProviderType": "AwsKms", "AwsKmsKey": "${aws_kms_key.own.arn}", "EnableEbsEncryption": true}}, "EnableInTransitEncryption": true, "InTransitEncryptionConfiguration": {"TLSCertificateConfiguration": {"CertificateProviderType": "PEM", "S3Object": "s3://certificates/nodes.zip"}}}}
  JSON
}

resource "aws_emr_security_configuration" "fail_foreign_key" {
  name          = "features-fail-foreign-key"
  configuration = <<-JSON
    {"EncryptionConfiguration": {"EnableAtRestEncryption": true, "AtRestEncryptionConfiguration": {"S3EncryptionConfiguration": {"EncryptionMode": "SSE-KMS", "AwsKmsKey": "arn:aws:kms:eu-central-1:999999999999:key/1", "Overrides": []}, "LocalDiskEncryptionConfiguration": {"EncryptionKeyProviderType": "AwsKms", "AwsKmsKey": "${aws_kms_key.own.arn}", "EnableEbsEncryption": true}}, "EnableInTransitEncryption": true, "InTransitEncryptionConfiguration": {"TLSCertificateConfiguration": {"CertificateProviderType": "PEM", "S3Object": "s3://certificates/nodes.zip"}}}}
  JSON
}

resource "aws_emr_security_configuration" "fail_fixed_key" {
  name          = "features-fail-fixed-key"
  configuration = <<-JSON
    {"EncryptionConfiguration": {"EnableAtRestEncryption": true, "AtRestEncryptionConfiguration": {"S3EncryptionConfiguration": {"EncryptionMode": "SSE-KMS", "AwsKmsKey": "${aws_kms_key.fixed.arn}", "Overrides": []}, "LocalDiskEncryptionConfiguration": {"EncryptionKeyProviderType": "AwsKms", "AwsKmsKey": "${aws_kms_key.own.arn}", "EnableEbsEncryption": true}}, "EnableInTransitEncryption": true, "InTransitEncryptionConfiguration": {"TLSCertificateConfiguration": {"CertificateProviderType": "PEM", "S3Object": "s3://certificates/nodes.zip"}}}}
  JSON
}

resource "aws_emr_security_configuration" "fail_override" {
  name          = "features-fail-override"
  configuration = <<-JSON
    {"EncryptionConfiguration": {"EnableAtRestEncryption": true, "AtRestEncryptionConfiguration": {"S3EncryptionConfiguration": {"EncryptionMode": "SSE-KMS", "AwsKmsKey": "${aws_kms_key.own.arn}", "Overrides": [{"BucketName": "curated", "EncryptionMode": "SSE-KMS", "AwsKmsKey": "arn:aws:kms:eu-central-1:999999999999:key/1"}]}, "LocalDiskEncryptionConfiguration": {"EncryptionKeyProviderType": "AwsKms", "AwsKmsKey": "${aws_kms_key.own.arn}", "EnableEbsEncryption": true}}, "EnableInTransitEncryption": true, "InTransitEncryptionConfiguration": {"TLSCertificateConfiguration": {"CertificateProviderType": "PEM", "S3Object": "s3://certificates/nodes.zip"}}}}
  JSON
}

resource "aws_emr_security_configuration" "fail_override_mode" {
  name          = "features-fail-override-mode"
  configuration = <<-JSON
    {"EncryptionConfiguration": {"EnableAtRestEncryption": true, "AtRestEncryptionConfiguration": {"S3EncryptionConfiguration": {"EncryptionMode": "SSE-KMS", "AwsKmsKey": "${aws_kms_key.own.arn}", "Overrides": [{"BucketName": "curated", "EncryptionMode": "SSE-S3", "AwsKmsKey": "${aws_kms_key.own.arn}"}]}, "LocalDiskEncryptionConfiguration": {"EncryptionKeyProviderType": "AwsKms", "AwsKmsKey": "${aws_kms_key.own.arn}", "EnableEbsEncryption": true}}, "EnableInTransitEncryption": true, "InTransitEncryptionConfiguration": {"TLSCertificateConfiguration": {"CertificateProviderType": "PEM", "S3Object": "s3://certificates/nodes.zip"}}}}
  JSON
}

resource "aws_emr_security_configuration" "fail_disks" {
  name          = "features-fail-disks"
  configuration = <<-JSON
    {"EncryptionConfiguration": {"EnableAtRestEncryption": true, "AtRestEncryptionConfiguration": {"S3EncryptionConfiguration": {"EncryptionMode": "SSE-KMS", "AwsKmsKey": "${aws_kms_key.own.arn}", "Overrides": []}, "LocalDiskEncryptionConfiguration": {"EncryptionKeyProviderType": "AwsKms", "AwsKmsKey": "arn:aws:kms:eu-central-1:999999999999:key/1", "EnableEbsEncryption": true}}, "EnableInTransitEncryption": true, "InTransitEncryptionConfiguration": {"TLSCertificateConfiguration": {"CertificateProviderType": "PEM", "S3Object": "s3://certificates/nodes.zip"}}}}
  JSON
}

resource "aws_emr_security_configuration" "fail_volumes" {
  name          = "features-fail-volumes"
  configuration = <<-JSON
    {"EncryptionConfiguration": {"EnableAtRestEncryption": true, "AtRestEncryptionConfiguration": {"S3EncryptionConfiguration": {"EncryptionMode": "SSE-KMS", "AwsKmsKey": "${aws_kms_key.own.arn}", "Overrides": []}, "LocalDiskEncryptionConfiguration": {"EncryptionKeyProviderType": "AwsKms", "AwsKmsKey": "${aws_kms_key.own.arn}", "EnableEbsEncryption": false}}, "EnableInTransitEncryption": true, "InTransitEncryptionConfiguration": {"TLSCertificateConfiguration": {"CertificateProviderType": "PEM", "S3Object": "s3://certificates/nodes.zip"}}}}
  JSON
}

resource "aws_emr_security_configuration" "fail_custom_disks" {
  name          = "features-fail-custom-disks"
  configuration = <<-JSON
    {"EncryptionConfiguration": {"EnableAtRestEncryption": true, "AtRestEncryptionConfiguration": {"S3EncryptionConfiguration": {"EncryptionMode": "SSE-KMS", "AwsKmsKey": "${aws_kms_key.own.arn}", "Overrides": []}, "LocalDiskEncryptionConfiguration": {"EncryptionKeyProviderType": "Custom", "AwsKmsKey": "${aws_kms_key.own.arn}", "EnableEbsEncryption": true}}, "EnableInTransitEncryption": true, "InTransitEncryptionConfiguration": {"TLSCertificateConfiguration": {"CertificateProviderType": "PEM", "S3Object": "s3://certificates/nodes.zip"}}}}
  JSON
}

resource "aws_emr_security_configuration" "fail_certificates" {
  name          = "features-fail-certificates"
  configuration = <<-JSON
    {"EncryptionConfiguration": {"EnableAtRestEncryption": true, "AtRestEncryptionConfiguration": {"S3EncryptionConfiguration": {"EncryptionMode": "SSE-KMS", "AwsKmsKey": "${aws_kms_key.own.arn}", "Overrides": []}, "LocalDiskEncryptionConfiguration": {"EncryptionKeyProviderType": "AwsKms", "AwsKmsKey": "${aws_kms_key.own.arn}", "EnableEbsEncryption": true}}, "EnableInTransitEncryption": true, "InTransitEncryptionConfiguration": {"TLSCertificateConfiguration": {"CertificateProviderType": "PEM", "S3Object": ""}}}}
  JSON
}

resource "aws_emr_security_configuration" "fail_custom_certificates" {
  name          = "features-fail-custom-certificates"
  configuration = <<-JSON
    {"EncryptionConfiguration": {"EnableAtRestEncryption": true, "AtRestEncryptionConfiguration": {"S3EncryptionConfiguration": {"EncryptionMode": "SSE-KMS", "AwsKmsKey": "${aws_kms_key.own.arn}", "Overrides": []}, "LocalDiskEncryptionConfiguration": {"EncryptionKeyProviderType": "AwsKms", "AwsKmsKey": "${aws_kms_key.own.arn}", "EnableEbsEncryption": true}}, "EnableInTransitEncryption": true, "InTransitEncryptionConfiguration": {"TLSCertificateConfiguration": {"CertificateProviderType": "Custom", "S3Object": "s3://certificates/nodes.zip"}}}}
  JSON
}

resource "aws_emr_security_configuration" "fail_nothing" {
  name          = "features-fail-nothing"
  configuration = <<-JSON
    {}
  JSON
}
