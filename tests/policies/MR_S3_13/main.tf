resource "aws_s3_bucket" "pass_closed" {
  bucket = "orders-pass-closed"
}

resource "aws_s3_bucket" "fail_website" {
  bucket = "orders-fail-website"
  website {
    index_document = "index.html"
  }
}

resource "aws_s3_bucket" "fail_list" {
  bucket = "orders-fail-list"
  acl    = "public-read"
}

resource "aws_s3_bucket" "fail_other_sites" {
  bucket = "orders-fail-other-sites"
  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = ["*"]
  }
}

resource "aws_s3_bucket" "fail_copy" {
  bucket = "orders-fail-copy"
  replication_configuration {
    role = "arn:aws:iam::111122223333:role/x"
    rules {
      status = "Enabled"
      destination {
        bucket = "arn:aws:s3:::elsewhere"
      }
    }
  }
}
