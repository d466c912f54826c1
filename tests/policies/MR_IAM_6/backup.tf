resource "aws_iam_role" "pass_own" {
  name               = "orders-backup"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_backup_selection" "pass_own" {
  name         = "pass_own"
  plan_id      = "x"
  iam_role_arn = aws_iam_role.pass_own.arn
}

resource "aws_backup_selection" "fail_foreign" {
  name         = "fail_foreign"
  plan_id      = "x"
  iam_role_arn = "arn:aws:iam::111122223333:role/service-role/AWSBackupDefaultServiceRole"
}
