resource "aws_cloudtrail" "pass_both" {
  name           = "pass-both"
  s3_bucket_name = "con-records"
  insight_selector {
    insight_type = "ApiCallRateInsight"
  }
  insight_selector {
    insight_type = "ApiErrorRateInsight"
  }
}

resource "aws_cloudtrail" "fail_none" {
  name           = "fail-none"
  s3_bucket_name = "con-records"
}

resource "aws_cloudtrail" "fail_one" {
  name           = "fail-one"
  s3_bucket_name = "con-records"
  insight_selector {
    insight_type = "ApiCallRateInsight"
  }
}
