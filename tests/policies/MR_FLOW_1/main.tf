resource "aws_s3_bucket" "public" {
  bucket = "orders-public"
  tags = {
    classification = "public"
  }
}

resource "aws_s3_bucket" "internal" {
  bucket = "orders-internal"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket" "confidential" {
  bucket = "orders-confidential"
  tags = {
    classification = "confidential"
  }
}

resource "aws_s3_bucket" "restricted" {
  bucket = "orders-restricted"
  tags = {
    classification = "restricted"
  }
}

resource "aws_kinesis_stream" "events" {
  name = "orders-events"
}

resource "aws_kinesis_firehose_delivery_stream" "delivery" {
  name        = "orders-delivery"
  destination = "extended_s3"
  extended_s3_configuration {
    bucket_arn = aws_s3_bucket.internal.arn
  }
}

resource "aws_iam_role" "pass_same" {
  name               = "orders-pass-same"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_iam_role_policy" "pass_same" {
  name   = "data"
  role   = aws_iam_role.pass_same.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.confidential.bucket}/*"}, {"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.confidential.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "pass_stricter" {
  name               = "orders-pass-stricter"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_iam_role_policy" "pass_stricter" {
  name   = "data"
  role   = aws_iam_role.pass_stricter.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.internal.bucket}/*"}, {"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.restricted.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "pass_reads_only" {
  name               = "orders-pass-reads-only"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_iam_role_policy" "pass_reads_only" {
  name   = "data"
  role   = aws_iam_role.pass_reads_only.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.restricted.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "pass_deidentified" {
  name               = "orders-pass-deidentified"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
  tags = {
    deidentification = "tokenize"
  }
}

resource "aws_iam_role_policy" "pass_deidentified" {
  name   = "data"
  role   = aws_iam_role.pass_deidentified.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.confidential.bucket}/*"}, {"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.internal.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "fail_weaker" {
  name               = "orders-fail-weaker"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_iam_role_policy" "fail_weaker" {
  name   = "data"
  role   = aws_iam_role.fail_weaker.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.confidential.bucket}/*"}, {"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.internal.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "fail_two_weaker" {
  name               = "orders-fail-two-weaker"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
  tags = {
    deidentification = "tokenize"
  }
}

resource "aws_iam_role_policy" "fail_two_weaker" {
  name   = "data"
  role   = aws_iam_role.fail_two_weaker.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.confidential.bucket}/*"}, {"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.public.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "fail_any_bucket" {
  name               = "orders-fail-any-bucket"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_iam_role_policy" "fail_any_bucket" {
  name   = "data"
  role   = aws_iam_role.fail_any_bucket.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.restricted.bucket}/*"}, {"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::*"}]}
  JSON
}

resource "aws_iam_role" "fail_delivery_stream" {
  name               = "orders-fail-delivery-stream"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_iam_role_policy" "fail_delivery_stream" {
  name   = "data"
  role   = aws_iam_role.fail_delivery_stream.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.confidential.bucket}/*"}, {"Effect": "Allow", "Action": "firehose:PutRecord", "Resource": "${aws_kinesis_firehose_delivery_stream.delivery.arn}"}]}
  JSON
}

resource "aws_iam_role" "pass_delivery_stream_deidentified" {
  name               = "orders-pass-delivery-stream-deidentified"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
  tags = {
    deidentification = "tokenize"
  }
}

resource "aws_iam_role_policy" "pass_delivery_stream_deidentified" {
  name   = "data"
  role   = aws_iam_role.pass_delivery_stream_deidentified.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.confidential.bucket}/*"}, {"Effect": "Allow", "Action": "firehose:PutRecord", "Resource": "${aws_kinesis_firehose_delivery_stream.delivery.arn}"}]}
  JSON
}

resource "aws_iam_role" "fail_from_stream" {
  name               = "orders-fail-from-stream"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_iam_role_policy" "fail_from_stream" {
  name   = "data"
  role   = aws_iam_role.fail_from_stream.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.internal.bucket}/*"}, {"Effect": "Allow", "Action": "kinesis:*", "Resource": "${aws_kinesis_stream.events.arn}"}]}
  JSON
}
