resource "aws_sqs_queue" "pass_default" {
  name = "orders"
}

resource "aws_sqs_queue" "pass_stricter" {
  name = "orders-pass-stricter"
  tags = {
    classification = "restricted"
  }
}

resource "aws_sqs_queue" "fail_unknown_class" {
  name = "orders-fail-unknown-class"
  tags = {
    classification = "secret"
  }
}

resource "aws_sqs_queue" "fail_no_owner" {
  name = "orders-fail-no-owner"
  tags = {
    owner = ""
  }
}

resource "aws_cloudtrail" "pass_trail" {
  name           = "audit"
  s3_bucket_name = "con-records"
}

resource "aws_cloudtrail" "fail_trail" {
  name           = "audit"
  s3_bucket_name = "con-records"
  tags = {
    classification = "secret"
  }
}
