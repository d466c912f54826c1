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

resource "aws_s3_bucket" "logs" {
  bucket = "orders-logs"
  tags = {
    classification = "restricted"
    zone           = "logs"
  }
}

resource "aws_iam_role" "pass_owner" {
  name = "orders-pass_owner"
  tags = {
    process = "persona-owner-repair"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_owner" {
  name   = "data"
  role   = aws_iam_role.pass_owner.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.restricted.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "pass_engineer" {
  name = "orders-pass_engineer"
  tags = {
    process = "persona-engineer-query"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_engineer" {
  name   = "data"
  role   = aws_iam_role.pass_engineer.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.confidential.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "pass_analyst" {
  name = "orders-pass_analyst"
  tags = {
    process = "persona-analyst-query"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_analyst" {
  name   = "data"
  role   = aws_iam_role.pass_analyst.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.internal.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "pass_auditor" {
  name = "orders-pass_auditor"
  tags = {
    process = "persona-auditor-audit"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_auditor" {
  name   = "data"
  role   = aws_iam_role.pass_auditor.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.logs.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "pass_service" {
  name = "orders-pass_service"
  tags = {
    process = "transform"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_service" {
  name   = "data"
  role   = aws_iam_role.pass_service.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.restricted.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "fail_engineer" {
  name = "orders-fail_engineer"
  tags = {
    process = "persona-engineer-query"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_engineer" {
  name   = "data"
  role   = aws_iam_role.fail_engineer.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.restricted.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "fail_analyst" {
  name = "orders-fail_analyst"
  tags = {
    process = "persona-analyst-query"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_analyst" {
  name   = "data"
  role   = aws_iam_role.fail_analyst.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.confidential.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "fail_auditor" {
  name = "orders-fail_auditor"
  tags = {
    process = "persona-auditor-audit"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_auditor" {
  name   = "data"
  role   = aws_iam_role.fail_auditor.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.internal.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "fail_owner_of_logs" {
  name = "orders-fail_owner_of_logs"
  tags = {
    process = "persona-owner-query"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_owner_of_logs" {
  name   = "data"
  role   = aws_iam_role.fail_owner_of_logs.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.logs.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "fail_producer" {
  name = "orders-fail_producer"
  tags = {
    process = "producer"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_producer" {
  name   = "data"
  role   = aws_iam_role.fail_producer.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.internal.bucket}/*"}]}
  JSON
}

resource "aws_s3_bucket" "audit" {
  bucket = "con-audit"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket" "queries" {
  bucket = "con-queries"
  tags = {
    zone           = "queries"
    classification = "confidential"
  }
}

resource "aws_iam_role" "pass_auditor_of_records" {
  name = "orders-pass_auditor_of_records"
  tags = {
    process = "persona-auditor-audit"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_auditor_of_records" {
  name   = "data"
  role   = aws_iam_role.pass_auditor_of_records.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.audit.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "pass_auditor_of_queries" {
  name = "orders-pass_auditor_of_queries"
  tags = {
    process = "persona-auditor-audit"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_auditor_of_queries" {
  name   = "data"
  role   = aws_iam_role.pass_auditor_of_queries.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.queries.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "fail_owner_of_records" {
  name = "orders-fail_owner_of_records"
  tags = {
    process = "persona-owner-query"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_owner_of_records" {
  name   = "data"
  role   = aws_iam_role.fail_owner_of_records.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.audit.bucket}/*"}]}
  JSON
}

resource "aws_iam_role" "fail_engineer_of_queries" {
  name = "orders-fail_engineer_of_queries"
  tags = {
    process = "persona-engineer-query"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_engineer_of_queries" {
  name   = "data"
  role   = aws_iam_role.fail_engineer_of_queries.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.queries.bucket}/*"}]}
  JSON
}
