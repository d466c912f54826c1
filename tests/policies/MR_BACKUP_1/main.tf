resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_backup_vault" "pass_confidential" {
  name        = "pass_confidential"
  kms_key_arn = aws_kms_key.own.arn
  tags = {
    classification = "confidential"
  }
}

resource "aws_backup_vault" "pass_locked" {
  name        = "pass_locked"
  kms_key_arn = aws_kms_key.own.arn
  tags = {
    classification = "restricted"
  }
}

resource "aws_backup_vault_lock_configuration" "pass_locked" {
  backup_vault_name  = aws_backup_vault.pass_locked.name
  min_retention_days = 30
}

resource "aws_backup_vault" "fail_unlocked" {
  name        = "fail_unlocked"
  kms_key_arn = aws_kms_key.own.arn
  tags = {
    classification = "restricted"
  }
}

resource "aws_backup_vault" "fail_short_lock" {
  name        = "fail_short_lock"
  kms_key_arn = aws_kms_key.own.arn
  tags = {
    classification = "restricted"
  }
}

resource "aws_backup_vault_lock_configuration" "fail_short_lock" {
  backup_vault_name  = aws_backup_vault.fail_short_lock.name
  min_retention_days = 7
}

resource "aws_backup_vault" "fail_key_of_aws" {
  name        = "fail_key_of_aws"
  tags = {
    classification = "confidential"
  }
}

resource "aws_backup_vault" "fail_foreign_key" {
  name        = "fail_foreign_key"
  kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/foreign"
  tags = {
    classification = "confidential"
  }
}

resource "aws_backup_vault" "fail_forced" {
  name        = "fail_forced"
  kms_key_arn = aws_kms_key.own.arn
  force_destroy = true
  tags = {
    classification = "confidential"
  }
}
