resource "aws_s3_bucket" "restricted" {
  bucket = "orders-restricted"
  tags = {
    classification = "restricted"
  }
}

resource "aws_iam_role" "pass_machines" {
  name               = "features-pass_machines"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role" "pass_person" {
  name               = "features-pass_person"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role" "pass_jobs" {
  name               = "features-pass-jobs"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "${aws_iam_role.pass_machines.arn}"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_jobs" {
  name   = "dataflow"
  role   = aws_iam_role.pass_jobs.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.restricted.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "fail_by_a_person" {
  name               = "features-fail-by-a-person"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "${aws_iam_role.pass_person.arn}"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_by_a_person" {
  name   = "dataflow"
  role   = aws_iam_role.fail_by_a_person.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.restricted.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "fail_by_both" {
  name               = "features-fail-by-both"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": ["${aws_iam_role.pass_machines.arn}", "arn:aws:iam::111122223333:role/x"]}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_by_both" {
  name   = "dataflow"
  role   = aws_iam_role.fail_by_both.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.restricted.bucket}/*"}]}
  JSON
}
