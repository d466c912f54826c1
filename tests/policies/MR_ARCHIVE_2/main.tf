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
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:BypassGovernanceRetention", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObjectLegalHold", "s3:PutObjectRetention"], "Resource": "arn:aws:s3:::${aws_s3_bucket.pass_both.bucket}/*"}, {"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:PutBucketObjectLockConfiguration", "s3:PutBucketPolicy", "s3:PutBucketVersioning", "s3:PutLifecycleConfiguration", "s3:PutReplicationConfiguration"], "Resource": "arn:aws:s3:::${aws_s3_bucket.pass_both.bucket}", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/deploy"]}}}]}
  JSON
}

resource "aws_s3_bucket" "pass_wide" {
  bucket = "con-pass-wide"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "pass_wide" {
  bucket = aws_s3_bucket.pass_wide.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*Object*", "Resource": "arn:aws:s3:::${aws_s3_bucket.pass_wide.bucket}/*"}, {"Effect": "Deny", "Principal": "*", "Action": "s3:BypassGovernanceRetention", "Resource": "arn:aws:s3:::${aws_s3_bucket.pass_wide.bucket}/*"}, {"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:PutBucketObjectLockConfiguration", "s3:PutBucketPolicy", "s3:PutBucketVersioning", "s3:PutLifecycleConfiguration", "s3:PutReplicationConfiguration"], "Resource": "arn:aws:s3:::${aws_s3_bucket.pass_wide.bucket}", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/deploy"]}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_deletes" {
  bucket = "con-fail-deletes"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_deletes" {
  bucket = aws_s3_bucket.fail_deletes.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:PutBucketObjectLockConfiguration", "s3:PutBucketPolicy", "s3:PutBucketVersioning", "s3:PutLifecycleConfiguration", "s3:PutReplicationConfiguration"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_deletes.bucket}", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/deploy"]}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_manages" {
  bucket = "con-fail-manages"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_manages" {
  bucket = aws_s3_bucket.fail_manages.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:BypassGovernanceRetention", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObjectLegalHold", "s3:PutObjectRetention"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_manages.bucket}/*"}]}
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
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:BypassGovernanceRetention", "s3:DeleteObject", "s3:PutObjectLegalHold", "s3:PutObjectRetention"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_versions.bucket}/*"}, {"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:PutBucketObjectLockConfiguration", "s3:PutBucketPolicy", "s3:PutBucketVersioning", "s3:PutLifecycleConfiguration", "s3:PutReplicationConfiguration"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_versions.bucket}", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/deploy"]}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_bypass" {
  bucket = "con-fail-bypass"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_bypass" {
  bucket = aws_s3_bucket.fail_bypass.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObjectLegalHold", "s3:PutObjectRetention"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_bypass.bucket}/*"}, {"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:PutBucketObjectLockConfiguration", "s3:PutBucketPolicy", "s3:PutBucketVersioning", "s3:PutLifecycleConfiguration", "s3:PutReplicationConfiguration"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_bypass.bucket}", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/deploy"]}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_conditional" {
  bucket = "con-fail-conditional"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_conditional" {
  bucket = aws_s3_bucket.fail_conditional.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:BypassGovernanceRetention", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObjectLegalHold", "s3:PutObjectRetention"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_conditional.bucket}/*", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/deploy"]}}}, {"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:PutBucketObjectLockConfiguration", "s3:PutBucketPolicy", "s3:PutBucketVersioning", "s3:PutLifecycleConfiguration", "s3:PutReplicationConfiguration"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_conditional.bucket}", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/deploy"]}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_mfa" {
  bucket = "con-fail-mfa"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_mfa" {
  bucket = aws_s3_bucket.fail_mfa.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:BypassGovernanceRetention", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObjectLegalHold", "s3:PutObjectRetention"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_mfa.bucket}/*", "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}}, {"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:PutBucketObjectLockConfiguration", "s3:PutBucketPolicy", "s3:PutBucketVersioning", "s3:PutLifecycleConfiguration", "s3:PutReplicationConfiguration"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_mfa.bucket}", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/deploy"]}}}]}
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
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::111122223333:role/deploy"}, "Action": ["s3:BypassGovernanceRetention", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObjectLegalHold", "s3:PutObjectRetention"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_one_principal.bucket}/*"}, {"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:PutBucketObjectLockConfiguration", "s3:PutBucketPolicy", "s3:PutBucketVersioning", "s3:PutLifecycleConfiguration", "s3:PutReplicationConfiguration"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_one_principal.bucket}", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/deploy"]}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_other_objects" {
  bucket = "con-fail-other-objects"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_other_objects" {
  bucket = aws_s3_bucket.fail_other_objects.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:BypassGovernanceRetention", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObjectLegalHold", "s3:PutObjectRetention"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_other_objects.bucket}/digest/*"}, {"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:PutBucketObjectLockConfiguration", "s3:PutBucketPolicy", "s3:PutBucketVersioning", "s3:PutLifecycleConfiguration", "s3:PutReplicationConfiguration"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_other_objects.bucket}", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/deploy"]}}}]}
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
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": ["s3:BypassGovernanceRetention", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObjectLegalHold", "s3:PutObjectRetention"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_allow.bucket}/*"}, {"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:PutBucketObjectLockConfiguration", "s3:PutBucketPolicy", "s3:PutBucketVersioning", "s3:PutLifecycleConfiguration", "s3:PutReplicationConfiguration"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_allow.bucket}", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/deploy"]}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_any_role" {
  bucket = "con-fail-any-role"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_any_role" {
  bucket = aws_s3_bucket.fail_any_role.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:BypassGovernanceRetention", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObjectLegalHold", "s3:PutObjectRetention"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_any_role.bucket}/*"}, {"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:PutBucketObjectLockConfiguration", "s3:PutBucketPolicy", "s3:PutBucketVersioning", "s3:PutLifecycleConfiguration", "s3:PutReplicationConfiguration"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_any_role.bucket}", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/*"]}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_more_spared" {
  bucket = "con-fail-more-spared"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_more_spared" {
  bucket = aws_s3_bucket.fail_more_spared.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:BypassGovernanceRetention", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObjectLegalHold", "s3:PutObjectRetention"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_more_spared.bucket}/*"}, {"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:PutBucketObjectLockConfiguration", "s3:PutBucketPolicy", "s3:PutBucketVersioning", "s3:PutLifecycleConfiguration", "s3:PutReplicationConfiguration"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_more_spared.bucket}", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/deploy"]}, "Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
}

resource "aws_s3_bucket" "fail_versioning" {
  bucket = "con-fail-versioning"
  tags = {
    zone           = "audit"
    classification = "confidential"
  }
}

resource "aws_s3_bucket_policy" "fail_versioning" {
  bucket = aws_s3_bucket.fail_versioning.bucket
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": ["s3:BypassGovernanceRetention", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObjectLegalHold", "s3:PutObjectRetention"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_versioning.bucket}/*"}, {"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:PutBucketObjectLockConfiguration", "s3:PutBucketPolicy", "s3:PutLifecycleConfiguration", "s3:PutReplicationConfiguration"], "Resource": "arn:aws:s3:::${aws_s3_bucket.fail_versioning.bucket}", "Condition": {"ArnNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/deploy"]}}}]}
  JSON
}
