resource "aws_iam_role" "auditor" {
  name               = "account-persona-auditor-audit"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
  tags = {
    process = "persona-auditor-audit"
  }
}

resource "aws_iam_role" "engineer" {
  name               = "account-persona-engineer-query"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
  tags = {
    process = "persona-engineer-query"
  }
}

resource "aws_s3_bucket" "pass_data" {
  bucket = "con-pass-data"
  tags = {
    zone           = "curated"
    classification = "confidential"
  }
}

resource "aws_s3_bucket" "fail_no_policy" {
  bucket = "con-fail-no-policy"
  tags = {
    zone           = "config"
    classification = "confidential"
  }
}

resource "aws_s3_bucket" "pass_both" {
  bucket = "con-pass-both"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "pass_both" {
  bucket = aws_s3_bucket.pass_both.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.pass_both.bucket}/*", "Condition": {"BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}, {"Effect": "Deny", "Principal": "*", "Action": ["s3:GetObject", "s3:GetObjectVersion"], "Resource": "arn:aws:s3:::${aws_s3_bucket.pass_both.bucket}/*", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.auditor.name}"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_written" {
  bucket = "con-fail-written"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_written" {
  bucket = aws_s3_bucket.fail_written.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:GetObject", "s3:GetObjectVersion"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_written.bucket}/*", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.auditor.name}"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_read" {
  bucket = "con-fail-read"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_read" {
  bucket = aws_s3_bucket.fail_read.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_read.bucket}/*", "Condition": {"BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_versions" {
  bucket = "con-fail-versions"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_versions" {
  bucket = aws_s3_bucket.fail_versions.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_versions.bucket}/*", "Condition": {"BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}, {"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_versions.bucket}/*", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.auditor.name}"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_engineer" {
  bucket = "con-fail-engineer"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_engineer" {
  bucket = aws_s3_bucket.fail_engineer.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_engineer.bucket}/*", "Condition": {"BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}, {"Effect": "Deny", "Principal": "*", "Action": ["s3:GetObject", "s3:GetObjectVersion"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_engineer.bucket}/*", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.auditor.name}", "arn:aws:iam::111122223333:role/${aws_iam_role.engineer.name}"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_foreign" {
  bucket = "con-fail-foreign"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_foreign" {
  bucket = aws_s3_bucket.fail_foreign.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_foreign.bucket}/*", "Condition": {"BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}, {"Effect": "Deny", "Principal": "*", "Action": ["s3:GetObject", "s3:GetObjectVersion"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_foreign.bucket}/*", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::999999999999:role/x"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_narrowed" {
  bucket = "con-fail-narrowed"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_narrowed" {
  bucket = aws_s3_bucket.fail_narrowed.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_narrowed.bucket}/*", "Condition": {"BoolIfExists": {"aws:PrincipalIsAWSService": "false"}, "Bool": {"aws:SecureTransport": "false"}}}, {"Effect": "Deny", "Principal": "*", "Action": ["s3:GetObject", "s3:GetObjectVersion"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_narrowed.bucket}/*", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.auditor.name}"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_reversed" {
  bucket = "con-fail-reversed"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_reversed" {
  bucket = aws_s3_bucket.fail_reversed.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_reversed.bucket}/*", "Condition": {"BoolIfExists": {"aws:PrincipalIsAWSService": "true"}}}, {"Effect": "Deny", "Principal": "*", "Action": ["s3:GetObject", "s3:GetObjectVersion"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_reversed.bucket}/*", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.auditor.name}"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_one_principal" {
  bucket = "con-fail-one-principal"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_one_principal" {
  bucket = aws_s3_bucket.fail_one_principal.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::111122223333:role/deploy"}, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_one_principal.bucket}/*", "Condition": {"BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}, {"Effect": "Deny", "Principal": "*", "Action": ["s3:GetObject", "s3:GetObjectVersion"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_one_principal.bucket}/*", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.auditor.name}"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_allow" {
  bucket = "con-fail-allow"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_allow" {
  bucket = aws_s3_bucket.fail_allow.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_allow.bucket}/*", "Condition": {"BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}, {"Effect": "Deny", "Principal": "*", "Action": ["s3:GetObject", "s3:GetObjectVersion"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_allow.bucket}/*", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.auditor.name}"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}]}
  JSON
}
