resource "aws_backup_vault" "own" {
  name = "orders-own"
}

resource "aws_backup_plan" "pass_daily" {
  name = "pass_daily"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.own.name
    schedule          = "cron(0 3 * * ? *)"
    lifecycle {
      delete_after = 90
    }
  }
}

resource "aws_backup_selection" "pass_daily" {
  name         = "pass_daily"
  plan_id      = aws_backup_plan.pass_daily.id
  iam_role_arn = "arn:aws:iam::111122223333:role/orders-backup"
  selection_tag {
    type  = "STRINGEQUALS"
    key   = "classification"
    value = "confidential"
  }
}

resource "aws_backup_plan" "fail_unselected" {
  name = "fail_unselected"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.own.name
    schedule          = "cron(0 3 * * ? *)"
    lifecycle {
      delete_after = 90
    }
  }
}

resource "aws_backup_plan" "fail_by_hand" {
  name = "fail_by_hand"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.own.name
    lifecycle {
      delete_after = 90
    }
  }
}

resource "aws_backup_selection" "fail_by_hand" {
  name         = "fail_by_hand"
  plan_id      = aws_backup_plan.fail_by_hand.id
  iam_role_arn = "arn:aws:iam::111122223333:role/orders-backup"
  selection_tag {
    type  = "STRINGEQUALS"
    key   = "classification"
    value = "confidential"
  }
}

resource "aws_backup_plan" "fail_short" {
  name = "fail_short"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.own.name
    schedule          = "cron(0 3 * * ? *)"
    lifecycle {
      delete_after = 7
    }
  }
}

resource "aws_backup_selection" "fail_short" {
  name         = "fail_short"
  plan_id      = aws_backup_plan.fail_short.id
  iam_role_arn = "arn:aws:iam::111122223333:role/orders-backup"
  selection_tag {
    type  = "STRINGEQUALS"
    key   = "classification"
    value = "confidential"
  }
}

resource "aws_backup_plan" "fail_foreign_vault" {
  name = "fail_foreign_vault"
  rule {
    rule_name         = "daily"
    target_vault_name = "foreign"
    schedule          = "cron(0 3 * * ? *)"
    lifecycle {
      delete_after = 90
    }
  }
}

resource "aws_backup_selection" "fail_foreign_vault" {
  name         = "fail_foreign_vault"
  plan_id      = aws_backup_plan.fail_foreign_vault.id
  iam_role_arn = "arn:aws:iam::111122223333:role/orders-backup"
  selection_tag {
    type  = "STRINGEQUALS"
    key   = "classification"
    value = "confidential"
  }
}

resource "aws_backup_plan" "fail_short_copy" {
  name = "fail_short_copy"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.own.name
    schedule          = "cron(0 3 * * ? *)"
    lifecycle {
      delete_after = 90
    }
    copy_action {
      destination_vault_arn = "arn:aws:backup:eu-west-1:111122223333:backup-vault:orders-own"
      lifecycle {
        delete_after = 7
      }
    }
  }
}

resource "aws_backup_selection" "fail_short_copy" {
  name         = "fail_short_copy"
  plan_id      = aws_backup_plan.fail_short_copy.id
  iam_role_arn = "arn:aws:iam::111122223333:role/orders-backup"
  selection_tag {
    type  = "STRINGEQUALS"
    key   = "classification"
    value = "confidential"
  }
}

resource "aws_backup_plan" "fail_yearly" {
  name = "fail_yearly"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.own.name
    schedule          = "cron(0 3 1 1 ? *)"
    lifecycle {
      delete_after = 90
    }
  }
}

resource "aws_backup_selection" "fail_yearly" {
  name         = "fail_yearly"
  plan_id      = aws_backup_plan.fail_yearly.id
  iam_role_arn = "arn:aws:iam::111122223333:role/orders-backup"
  selection_tag {
    type  = "STRINGEQUALS"
    key   = "classification"
    value = "confidential"
  }
}

resource "aws_backup_plan" "fail_cold" {
  name = "fail_cold"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.own.name
    schedule          = "cron(0 3 * * ? *)"
    lifecycle {
      cold_storage_after = 1
      delete_after       = 91
    }
  }
}

resource "aws_backup_selection" "fail_cold" {
  name         = "fail_cold"
  plan_id      = aws_backup_plan.fail_cold.id
  iam_role_arn = "arn:aws:iam::111122223333:role/orders-backup"
  selection_tag {
    type  = "STRINGEQUALS"
    key   = "classification"
    value = "confidential"
  }
}

resource "aws_backup_selection" "fail_left_out" {
  name         = "fail_left_out"
  plan_id      = aws_backup_plan.fail_left_out.id
  iam_role_arn = "arn:aws:iam::111122223333:role/orders-backup"
  not_resources = ["*"]
  selection_tag {
    type  = "STRINGEQUALS"
    key   = "classification"
    value = "confidential"
  }
}

resource "aws_backup_plan" "fail_left_out" {
  name = "fail_left_out"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.own.name
    schedule          = "cron(0 3 * * ? *)"
    lifecycle {
      delete_after = 90
    }
  }
}

resource "aws_backup_selection" "fail_no_class" {
  name         = "fail_no_class"
  plan_id      = aws_backup_plan.fail_no_class.id
  iam_role_arn = "arn:aws:iam::111122223333:role/orders-backup"
  resources    = ["*"]
  condition {
    string_equals {
      key   = "aws:ResourceTag/classification"
      value = "nothing"
    }
  }
}

resource "aws_backup_plan" "fail_no_class" {
  name = "fail_no_class"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.own.name
    schedule          = "cron(0 3 * * ? *)"
    lifecycle {
      delete_after = 90
    }
  }
}
