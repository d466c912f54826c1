resource "aws_vpc_endpoint" "s3" {
  service_name = "com.amazonaws.eu-central-1.s3"
}

resource "aws_iam_role" "reader" {
  name               = "orders-reader"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_s3_bucket" "pass_known" {
  bucket = "orders-pass-known"
  tags = {
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "pass_known" {
  bucket = aws_s3_bucket.pass_known.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.pass_known.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "${aws_vpc_endpoint.s3.id}"}, "ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.reader.name}"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "pass_restricted" {
  bucket = "orders-pass-restricted"
  tags = {
    classification = "restricted"
  }
}

resource "aws_s3_bucket_policy" "pass_restricted" {
  bucket = aws_s3_bucket.pass_restricted.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.pass_restricted.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "${aws_vpc_endpoint.s3.id}"}, "ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.reader.name}"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "pass_internal" {
  bucket = "orders-pass-internal"
  tags = {
    classification = "internal"
  }
}

resource "aws_s3_bucket" "fail_none" {
  bucket = "orders-fail-none"
  tags = {
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_none" {
  bucket = aws_s3_bucket.fail_none.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::${aws_s3_bucket.fail_none.bucket}", "arn:aws:s3:::${aws_s3_bucket.fail_none.bucket}/*"], "Condition": {"NumericLessThan": {"s3:TlsVersion": "1.2"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_foreign_endpoint" {
  bucket = "orders-fail-foreign-endpoint"
  tags = {
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_foreign_endpoint" {
  bucket = aws_s3_bucket.fail_foreign_endpoint.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_foreign_endpoint.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-0123456789abcdef0"}, "ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.reader.name}"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_any_role" {
  bucket = "orders-fail-any-role"
  tags = {
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_any_role" {
  bucket = aws_s3_bucket.fail_any_role.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_any_role.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "${aws_vpc_endpoint.s3.id}"}, "ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/*"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_reads_only" {
  bucket = "orders-fail-reads-only"
  tags = {
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_reads_only" {
  bucket = aws_s3_bucket.fail_reads_only.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_reads_only.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "${aws_vpc_endpoint.s3.id}"}, "ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.reader.name}"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_another_condition" {
  bucket = "orders-fail-another-condition"
  tags = {
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_another_condition" {
  bucket = aws_s3_bucket.fail_another_condition.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_another_condition.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "${aws_vpc_endpoint.s3.id}"}, "ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.reader.name}"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}, "Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "pass_logs" {
  bucket = "orders-pass-logs"
  tags = {
    classification = "restricted"
    zone           = "logs"
  }
}

resource "aws_s3_bucket" "pass_callers_alone" {
  bucket = "con-pass-callers-alone"
  tags = {
    zone           = "queries"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "pass_callers_alone" {
  bucket = aws_s3_bucket.pass_callers_alone.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.pass_callers_alone.bucket}/*", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.reader.name}"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "pass_archive" {
  bucket = "con-pass-archive"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket" "fail_foreign_callers_alone" {
  bucket = "con-fail-foreign-callers-alone"
  tags = {
    zone           = "queries"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_foreign_callers_alone" {
  bucket = aws_s3_bucket.fail_foreign_callers_alone.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_foreign_callers_alone.bucket}/*", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::999999999999:role/x"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "pass_watchers" {
  bucket = "con-pass-watchers"
  tags = {
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "pass_watchers" {
  bucket = aws_s3_bucket.pass_watchers.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.pass_watchers.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "${aws_vpc_endpoint.s3.id}"}, "ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie", "arn:aws:iam::111122223333:role/region-dev-backup", "arn:aws:iam::111122223333:role/${aws_iam_role.reader.name}"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_macie_of_another_account" {
  bucket = "con-fail-macie-of-another-account"
  tags = {
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_macie_of_another_account" {
  bucket = aws_s3_bucket.fail_macie_of_another_account.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_macie_of_another_account.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "${aws_vpc_endpoint.s3.id}"}, "ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::999999999999:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_any_service_role" {
  bucket = "con-fail-any-service-role"
  tags = {
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_any_service_role" {
  bucket = aws_s3_bucket.fail_any_service_role.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_any_service_role.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "${aws_vpc_endpoint.s3.id}"}, "ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/aws-service-role/*"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_any_backup_role" {
  bucket = "con-fail-any-backup-role"
  tags = {
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_any_backup_role" {
  bucket = aws_s3_bucket.fail_any_backup_role.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_any_backup_role.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "${aws_vpc_endpoint.s3.id}"}, "ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/*-backup"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_role_of_nobody" {
  bucket = "con-fail-role-of-nobody"
  tags = {
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_role_of_nobody" {
  bucket = aws_s3_bucket.fail_role_of_nobody.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_role_of_nobody.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "${aws_vpc_endpoint.s3.id}"}, "ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/reader"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "pass_exported" {
  bucket = "con-pass-exported"
  tags = {
    zone           = "raw"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "pass_exported" {
  bucket = aws_s3_bucket.pass_exported.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.pass_exported.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "${aws_vpc_endpoint.s3.id}"}, "ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.reader.name}"]}, "ArnNotLike": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/lakehouse-dev-*"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_foreign_deployment" {
  bucket = "con-fail-foreign-deployment"
  tags = {
    zone           = "raw"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_foreign_deployment" {
  bucket = aws_s3_bucket.fail_foreign_deployment.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_foreign_deployment.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "${aws_vpc_endpoint.s3.id}"}, "ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.reader.name}"]}, "ArnNotLike": {"aws:PrincipalArn": ["arn:aws:iam::999999999999:role/lakehouse-dev-*"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_any_deployment" {
  bucket = "orders-fail-any-deployment"
  tags = {
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_any_deployment" {
  bucket = aws_s3_bucket.fail_any_deployment.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_any_deployment.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "${aws_vpc_endpoint.s3.id}"}, "ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/*"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_reads_only" {
  bucket = "orders-fail-reads-only"
  tags = {
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_reads_only" {
  bucket = aws_s3_bucket.fail_reads_only.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_reads_only.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "${aws_vpc_endpoint.s3.id}"}, "ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.reader.name}"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_another_condition" {
  bucket = "orders-fail-another-condition"
  tags = {
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_another_condition" {
  bucket = aws_s3_bucket.fail_another_condition.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_another_condition.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "${aws_vpc_endpoint.s3.id}"}, "ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.reader.name}"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}, "Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "pass_logs" {
  bucket = "orders-pass-logs"
  tags = {
    classification = "restricted"
    zone           = "logs"
  }
}

resource "aws_s3_bucket" "pass_callers_alone" {
  bucket = "con-pass-callers-alone"
  tags = {
    zone           = "queries"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "pass_callers_alone" {
  bucket = aws_s3_bucket.pass_callers_alone.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.pass_callers_alone.bucket}/*", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.reader.name}"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "pass_archive" {
  bucket = "con-pass-archive"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket" "fail_foreign_callers_alone" {
  bucket = "con-fail-foreign-callers-alone"
  tags = {
    zone           = "queries"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_foreign_callers_alone" {
  bucket = aws_s3_bucket.fail_foreign_callers_alone.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_foreign_callers_alone.bucket}/*", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::999999999999:role/x"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "pass_exported" {
  bucket = "con-pass-exported"
  tags = {
    zone           = "raw"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "pass_exported" {
  bucket = aws_s3_bucket.pass_exported.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.pass_exported.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "${aws_vpc_endpoint.s3.id}"}, "ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.reader.name}"]}, "ArnNotLike": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/lakehouse-dev-*"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_any_deployment" {
  bucket = "con-fail-any-deployment"
  tags = {
    zone           = "raw"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_any_deployment" {
  bucket = aws_s3_bucket.fail_any_deployment.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_any_deployment.bucket}/*", "Condition": {"StringNotEquals": {"aws:SourceVpce": "${aws_vpc_endpoint.s3.id}"}, "ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/${aws_iam_role.reader.name}"]}, "ArnNotLike": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/*"]}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"}}}]}
  JSON
}
