resource "aws_iam_policy" "sealed" {
  name = "sealed"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole"], "Resource": "arn:aws:iam::111122223333:role/x"}, {"Effect": "Deny", "NotAction": ["sts:AssumeRole"], "Resource": "*"}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_policy" "wide" {
  name = "wide"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole", "s3:GetBucketPolicy"], "Resource": "arn:aws:s3:::x"}, {"Effect": "Deny", "Action": ["organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"], "Resource": "*"}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_user" "pass_sealed" {
  name = "pass_sealed"
  permissions_boundary = aws_iam_policy.sealed.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_user" "fail_no_boundary" {
  name = "fail_no_boundary"
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_user" "fail_wide_boundary" {
  name = "fail_wide_boundary"
  permissions_boundary = aws_iam_policy.wide.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_user" "fail_of_a_pipeline" {
  name = "fail_of_a_pipeline"
  permissions_boundary = aws_iam_policy.sealed.arn
}

resource "aws_iam_openid_connect_provider" "pass_audience" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_openid_connect_provider" "fail_any_audience" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["*"]
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_openid_connect_provider" "fail_of_a_pipeline" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_user_login_profile" "fail_password" {
  user = "sealed"
}
