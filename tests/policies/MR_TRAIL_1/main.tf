resource "aws_cloudtrail" "pass_all" {
  name           = "pass-all"
  s3_bucket_name = "con-records"
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true
  enable_logging                = true
}

resource "aws_cloudtrail" "pass_default" {
  name           = "pass-default"
  s3_bucket_name = "con-records"
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true
}

resource "aws_cloudtrail" "fail_one_region" {
  name           = "fail-one-region"
  s3_bucket_name = "con-records"
  is_multi_region_trail         = false
  include_global_service_events = true
  enable_log_file_validation    = true
  enable_logging                = true
}

resource "aws_cloudtrail" "fail_default_region" {
  name           = "fail-default-region"
  s3_bucket_name = "con-records"
  include_global_service_events = true
  enable_log_file_validation    = true
  enable_logging                = true
}

resource "aws_cloudtrail" "fail_no_globals" {
  name           = "fail-no-globals"
  s3_bucket_name = "con-records"
  is_multi_region_trail         = true
  include_global_service_events = false
  enable_log_file_validation    = true
  enable_logging                = true
}

resource "aws_cloudtrail" "fail_no_digests" {
  name           = "fail-no-digests"
  s3_bucket_name = "con-records"
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_logging                = true
}

resource "aws_cloudtrail" "fail_stopped" {
  name           = "fail-stopped"
  s3_bucket_name = "con-records"
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true
  enable_logging                = false
}
