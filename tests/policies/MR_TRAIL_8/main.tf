resource "aws_s3_bucket" "pass_public" {
  bucket = "pub-orders"
  tags = {
    classification = "public"
  }
}

resource "aws_s3_bucket" "pass_internal" {
  bucket = "int-orders"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket" "pass_confidential" {
  bucket = "con-orders"
  tags = {
    classification = "confidential"
  }
}

resource "aws_s3_bucket" "pass_restricted" {
  bucket = "res-orders"
  tags = {
    classification = "restricted"
  }
}

resource "aws_s3_bucket" "fail_none" {
  bucket = "orders-raw"
  tags = {
    classification = "confidential"
  }
}

resource "aws_s3_bucket" "fail_weaker" {
  bucket = "int-orders-raw"
  tags = {
    classification = "confidential"
  }
}

resource "aws_s3_bucket" "fail_stricter" {
  bucket = "res-orders-raw"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket" "fail_unknown" {
  bucket = "con-orders-x"
  tags = {
    classification = "secret"
  }
}
