resource "aws_s3_bucket" "lake" {
  bucket = "con-orders-curated"
}

resource "aws_iam_role" "vendor" {
  name               = "orders-vendor"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lakeformation.amazonaws.com"},
      "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_lakeformation_resource" "pass_own" {
  arn = "${aws_s3_bucket.lake.arn}/orders"
  role_arn = aws_iam_role.vendor.arn
}

resource "aws_lakeformation_resource" "fail_other_bucket" {
  arn = "arn:aws:s3:::other/orders"
  role_arn = aws_iam_role.vendor.arn
}

resource "aws_lakeformation_resource" "fail_no_role" {
  arn = "${aws_s3_bucket.lake.arn}/orders"
}

resource "aws_lakeformation_resource" "fail_other_role" {
  arn = "${aws_s3_bucket.lake.arn}/orders"
  role_arn = "arn:aws:iam::111122223333:role/other"
}

resource "aws_lakeformation_resource" "fail_service_linked" {
  arn = "${aws_s3_bucket.lake.arn}/orders"
  role_arn = aws_iam_role.vendor.arn
  use_service_linked_role = true
}

resource "aws_lakeformation_resource" "fail_hybrid" {
  arn = "${aws_s3_bucket.lake.arn}/orders"
  role_arn = aws_iam_role.vendor.arn
  hybrid_access_enabled = true
}
