resource "aws_backup_vault" "pass_default" {
  name = "orders"
}

resource "aws_backup_vault" "fail_no_owner" {
  name = "orders-fail"
  tags = {
    owner = ""
  }
}
