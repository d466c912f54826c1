resource "aws_s3_bucket" "lake" {
  bucket = "con-orders-curated"
}

resource "aws_s3_bucket" "results" {
  bucket = "con-orders-results"
}

resource "aws_lakeformation_resource" "place" {
  arn      = "${aws_s3_bucket.lake.arn}/orders"
  role_arn = "arn:aws:iam::111122223333:role/vendor"
}

resource "aws_iam_role" "pass_results" {
  name               = "orders-pass_results"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "glue.amazonaws.com"},
      "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
  tags               = { process = "persona-owner-query" }
}

resource "aws_iam_role_policy" "pass_results" {
  role   = aws_iam_role.pass_results.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["${aws_s3_bucket.results.arn}/orders/*"]}]}
  JSON
}

resource "aws_iam_role" "pass_worker" {
  name               = "orders-pass_worker"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "glue.amazonaws.com"},
      "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
  tags               = { process = "publish" }
}

resource "aws_iam_role_policy" "pass_worker" {
  role   = aws_iam_role.pass_worker.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["${aws_s3_bucket.lake.arn}/orders/*"]}]}
  JSON
}

resource "aws_iam_role" "fail_reads_files" {
  name               = "orders-fail_reads_files"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "glue.amazonaws.com"},
      "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
  tags               = { process = "persona-engineer-query" }
}

resource "aws_iam_role_policy" "fail_reads_files" {
  role   = aws_iam_role.fail_reads_files.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["${aws_s3_bucket.lake.arn}/orders/*"]}]}
  JSON
}

resource "aws_iam_role" "fail_writes_files" {
  name               = "orders-fail_writes_files"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "glue.amazonaws.com"},
      "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
  tags               = { process = "persona-owner-query" }
}

resource "aws_iam_role_policy" "fail_writes_files" {
  role   = aws_iam_role.fail_writes_files.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:PutObject"], "Resource": ["${aws_s3_bucket.lake.arn}/orders/*"]}]}
  JSON
}
