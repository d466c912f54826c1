resource "aws_quicksight_group" "analyst" {
  group_name = "orders-analyst"
  namespace  = "default"
}

resource "aws_quicksight_group" "owner" {
  group_name = "orders-owner"
  namespace  = "default"
}

resource "aws_quicksight_data_set" "pass_rules" {
  data_set_id = "pass_rules"
  name        = "pass_rules"
  import_mode = "SPICE"

}

resource "aws_quicksight_data_set" "pass_by_rules" {
  data_set_id = "pass_by_rules"
  name        = "pass_by_rules"
  import_mode = "SPICE"

  row_level_permission_data_set {
    arn               = aws_quicksight_data_set.pass_rules.arn
    permission_policy = "GRANT_ACCESS"
    status            = "ENABLED"
  }

  permissions {
    principal = aws_quicksight_group.analyst.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

}

resource "aws_quicksight_data_set" "fail_every_row" {
  data_set_id = "fail_every_row"
  name        = "fail_every_row"
  import_mode = "SPICE"

  permissions {
    principal = aws_quicksight_group.analyst.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

}

resource "aws_quicksight_data_set" "fail_foreign_rules" {
  data_set_id = "fail_foreign_rules"
  name        = "fail_foreign_rules"
  import_mode = "SPICE"

  row_level_permission_data_set {
    arn               = "arn:aws:quicksight:eu-central-1:111122223333:dataset/other"
    permission_policy = "GRANT_ACCESS"
    status            = "ENABLED"
  }

  permissions {
    principal = aws_quicksight_group.analyst.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

}

resource "aws_quicksight_data_set" "fail_rules_off" {
  data_set_id = "fail_rules_off"
  name        = "fail_rules_off"
  import_mode = "SPICE"

  row_level_permission_data_set {
    arn               = aws_quicksight_data_set.pass_rules.arn
    permission_policy = "GRANT_ACCESS"
    status            = "DISABLED"
  }

  permissions {
    principal = aws_quicksight_group.analyst.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

}

resource "aws_quicksight_data_set" "fail_rules_that_deny" {
  data_set_id = "fail_rules_that_deny"
  name        = "fail_rules_that_deny"
  import_mode = "SPICE"

  row_level_permission_data_set {
    arn               = aws_quicksight_data_set.pass_rules.arn
    permission_policy = "DENY_ACCESS"
    status            = "ENABLED"
  }

  permissions {
    principal = aws_quicksight_group.analyst.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

}

resource "aws_quicksight_data_set" "fail_open_to_a_user" {
  data_set_id = "fail_open_to_a_user"
  name        = "fail_open_to_a_user"
  import_mode = "SPICE"

  row_level_permission_data_set {
    arn               = aws_quicksight_data_set.pass_rules.arn
    permission_policy = "GRANT_ACCESS"
    status            = "ENABLED"
  }

  permissions {
    principal = "arn:aws:quicksight:eu-central-1:111122223333:user/default/ada"
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

}

resource "aws_quicksight_data_set" "fail_may_change_it" {
  data_set_id = "fail_may_change_it"
  name        = "fail_may_change_it"
  import_mode = "SPICE"

  row_level_permission_data_set {
    arn               = aws_quicksight_data_set.pass_rules.arn
    permission_policy = "GRANT_ACCESS"
    status            = "ENABLED"
  }

  permissions {
    principal = aws_quicksight_group.analyst.arn
    actions   = ["quicksight:UpdateDataSet"]
  }

}

resource "aws_quicksight_data_set" "fail_rules_to_look_at" {
  data_set_id = "fail_rules_to_look_at"
  name        = "fail_rules_to_look_at"
  import_mode = "SPICE"

  permissions {
    principal = aws_quicksight_group.analyst.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

}

resource "aws_quicksight_data_set" "fail_by_rules_to_look_at" {
  data_set_id = "fail_by_rules_to_look_at"
  name        = "fail_by_rules_to_look_at"
  import_mode = "SPICE"

  row_level_permission_data_set {
    arn               = aws_quicksight_data_set.fail_rules_to_look_at.arn
    permission_policy = "GRANT_ACCESS"
    status            = "ENABLED"
  }

  permissions {
    principal = "everybody"
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

}
