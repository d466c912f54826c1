resource "aws_quicksight_group" "analyst" {
  group_name = "orders-analyst"
  namespace  = "default"
}

resource "aws_quicksight_group" "owner" {
  group_name = "orders-owner"
  namespace  = "default"
}

resource "aws_quicksight_data_set" "pass_some" {
  data_set_id = "pass_some"
  name        = "pass_some"
  import_mode = "SPICE"

  permissions {
    principal = aws_quicksight_group.analyst.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

  permissions {
    principal = aws_quicksight_group.owner.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

  column_level_permission_rules {
    column_names = ["email"]
    principals   = [aws_quicksight_group.owner.arn]
  }

}

resource "aws_quicksight_data_set" "fail_without_rules" {
  data_set_id = "fail_without_rules"
  name        = "fail_without_rules"
  import_mode = "SPICE"

  permissions {
    principal = aws_quicksight_group.analyst.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

  permissions {
    principal = aws_quicksight_group.owner.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

}

resource "aws_quicksight_data_set" "fail_no_viewer" {
  data_set_id = "fail_no_viewer"
  name        = "fail_no_viewer"
  import_mode = "SPICE"

  permissions {
    principal = aws_quicksight_group.analyst.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

  column_level_permission_rules {
    column_names = ["email"]
    principals   = [aws_quicksight_group.owner.arn]
  }

}

resource "aws_quicksight_data_set" "fail_nobody" {
  data_set_id = "fail_nobody"
  name        = "fail_nobody"
  import_mode = "SPICE"

  permissions {
    principal = aws_quicksight_group.analyst.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

  permissions {
    principal = aws_quicksight_group.owner.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

  column_level_permission_rules {
    column_names = ["email"]
    principals   = []
  }

}

resource "aws_quicksight_data_set" "fail_no_column" {
  data_set_id = "fail_no_column"
  name        = "fail_no_column"
  import_mode = "SPICE"

  permissions {
    principal = aws_quicksight_group.analyst.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

  permissions {
    principal = aws_quicksight_group.owner.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

  column_level_permission_rules {
    column_names = []
    principals   = [aws_quicksight_group.owner.arn]
  }

}

resource "aws_quicksight_data_set" "pass_open_to_all" {
  data_set_id = "pass_open_to_all"
  name        = "pass_open_to_all"
  import_mode = "SPICE"
  tags        = { classification = "internal" }

  permissions {
    principal = aws_quicksight_group.analyst.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

  permissions {
    principal = aws_quicksight_group.owner.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

}

resource "aws_quicksight_data_set" "pass_nobody_is_cleared" {
  data_set_id = "pass_nobody_is_cleared"
  name        = "pass_nobody_is_cleared"
  import_mode = "SPICE"

  permissions {
    principal = aws_quicksight_group.analyst.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

}

resource "aws_quicksight_data_set" "fail_not_cleared" {
  data_set_id = "fail_not_cleared"
  name        = "fail_not_cleared"
  import_mode = "SPICE"

  permissions {
    principal = aws_quicksight_group.analyst.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

  permissions {
    principal = aws_quicksight_group.owner.arn
    actions   = ["quicksight:DescribeDataSet", "quicksight:PassDataSet"]
  }

  column_level_permission_rules {
    column_names = ["email"]
    principals   = [aws_quicksight_group.analyst.arn, aws_quicksight_group.owner.arn]
  }

}
