resource "aws_sagemaker_model_package_group" "pass_three_refusals" {
  model_package_group_name = "pass-three-refusals"
}

resource "aws_sagemaker_model_package_group_policy" "three_refusals" {
  model_package_group_name = aws_sagemaker_model_package_group.pass_three_refusals.model_package_group_name
  resource_policy          = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/pass-three-refusals", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/pass-three-refusals/*"], "Action": ["sagemaker:CreateModelPackage", "sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages", "sagemaker:UpdateModelPackage"], "Condition": {"StringNotEquals": {"aws:PrincipalAccount": "111122223333"}}}, {"Effect": "Deny", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/pass-three-refusals", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/pass-three-refusals/*"], "Action": ["sagemaker:CreateModelPackage"], "Condition": {"StringNotEquals": {"sagemaker:ModelApprovalStatus": "PendingManualApproval"}}}, {"Effect": "Deny", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/pass-three-refusals", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/pass-three-refusals/*"], "Action": ["sagemaker:UpdateModelPackage"], "Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/owner"}}}]}
  JSON
}

resource "aws_sagemaker_model_package_group" "pass_everywhere" {
  model_package_group_name = "pass-everywhere"
}

resource "aws_sagemaker_model_package_group_policy" "everywhere" {
  model_package_group_name = aws_sagemaker_model_package_group.pass_everywhere.model_package_group_name
  resource_policy          = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Resource": ["*"], "Action": ["sagemaker:CreateModelPackage", "sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages", "sagemaker:UpdateModelPackage"], "Condition": {"StringNotEquals": {"aws:PrincipalAccount": "111122223333"}}}, {"Effect": "Deny", "Principal": "*", "Resource": ["*"], "Action": ["sagemaker:CreateModelPackage"], "Condition": {"StringNotEquals": {"sagemaker:ModelApprovalStatus": "PendingManualApproval"}}}, {"Effect": "Deny", "Principal": "*", "Resource": ["*"], "Action": ["sagemaker:UpdateModelPackage"], "Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/owner"}}}]}
  JSON
}

resource "aws_sagemaker_model_package_group" "fail_no_policy" {
  model_package_group_name = "fail-no-policy"
}

resource "aws_sagemaker_model_package_group" "fail_other_accounts" {
  model_package_group_name = "fail-other-accounts"
}

resource "aws_sagemaker_model_package_group_policy" "other_accounts" {
  model_package_group_name = aws_sagemaker_model_package_group.fail_other_accounts.model_package_group_name
  resource_policy          = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-other-accounts", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/fail-other-accounts/*"], "Action": ["sagemaker:CreateModelPackage"], "Condition": {"StringNotEquals": {"sagemaker:ModelApprovalStatus": "PendingManualApproval"}}}, {"Effect": "Deny", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-other-accounts", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/fail-other-accounts/*"], "Action": ["sagemaker:UpdateModelPackage"], "Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/owner"}}}]}
  JSON
}

resource "aws_sagemaker_model_package_group" "fail_any_status" {
  model_package_group_name = "fail-any-status"
}

resource "aws_sagemaker_model_package_group_policy" "any_status" {
  model_package_group_name = aws_sagemaker_model_package_group.fail_any_status.model_package_group_name
  resource_policy          = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-any-status", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/fail-any-status/*"], "Action": ["sagemaker:CreateModelPackage", "sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages", "sagemaker:UpdateModelPackage"], "Condition": {"StringNotEquals": {"aws:PrincipalAccount": "111122223333"}}}, {"Effect": "Deny", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-any-status", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/fail-any-status/*"], "Action": ["sagemaker:UpdateModelPackage"], "Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/owner"}}}]}
  JSON
}

resource "aws_sagemaker_model_package_group" "fail_approved_from_the_start" {
  model_package_group_name = "fail-approved-from-the-start"
}

resource "aws_sagemaker_model_package_group_policy" "approved_from_the_start" {
  model_package_group_name = aws_sagemaker_model_package_group.fail_approved_from_the_start.model_package_group_name
  resource_policy          = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-approved-from-the-start", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/fail-approved-from-the-start/*"], "Action": ["sagemaker:CreateModelPackage", "sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages", "sagemaker:UpdateModelPackage"], "Condition": {"StringNotEquals": {"aws:PrincipalAccount": "111122223333"}}}, {"Effect": "Deny", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-approved-from-the-start", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/fail-approved-from-the-start/*"], "Action": ["sagemaker:CreateModelPackage"], "Condition": {"StringNotEquals": {"sagemaker:ModelApprovalStatus": "Approved"}}}, {"Effect": "Deny", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-approved-from-the-start", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/fail-approved-from-the-start/*"], "Action": ["sagemaker:UpdateModelPackage"], "Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/owner"}}}]}
  JSON
}

resource "aws_sagemaker_model_package_group" "fail_anybody_approves" {
  model_package_group_name = "fail-anybody-approves"
}

resource "aws_sagemaker_model_package_group_policy" "anybody_approves" {
  model_package_group_name = aws_sagemaker_model_package_group.fail_anybody_approves.model_package_group_name
  resource_policy          = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-anybody-approves", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/fail-anybody-approves/*"], "Action": ["sagemaker:CreateModelPackage", "sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages", "sagemaker:UpdateModelPackage"], "Condition": {"StringNotEquals": {"aws:PrincipalAccount": "111122223333"}}}, {"Effect": "Deny", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-anybody-approves", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/fail-anybody-approves/*"], "Action": ["sagemaker:CreateModelPackage"], "Condition": {"StringNotEquals": {"sagemaker:ModelApprovalStatus": "PendingManualApproval"}}}]}
  JSON
}

resource "aws_sagemaker_model_package_group" "fail_any_role_approves" {
  model_package_group_name = "fail-any-role-approves"
}

resource "aws_sagemaker_model_package_group_policy" "any_role_approves" {
  model_package_group_name = aws_sagemaker_model_package_group.fail_any_role_approves.model_package_group_name
  resource_policy          = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-any-role-approves", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/fail-any-role-approves/*"], "Action": ["sagemaker:CreateModelPackage", "sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages", "sagemaker:UpdateModelPackage"], "Condition": {"StringNotEquals": {"aws:PrincipalAccount": "111122223333"}}}, {"Effect": "Deny", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-any-role-approves", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/fail-any-role-approves/*"], "Action": ["sagemaker:CreateModelPackage"], "Condition": {"StringNotEquals": {"sagemaker:ModelApprovalStatus": "PendingManualApproval"}}}, {"Effect": "Deny", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-any-role-approves", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/fail-any-role-approves/*"], "Action": ["sagemaker:UpdateModelPackage"], "Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/*"}}}]}
  JSON
}

resource "aws_sagemaker_model_package_group" "fail_group_only" {
  model_package_group_name = "fail-group-only"
}

resource "aws_sagemaker_model_package_group_policy" "group_only" {
  model_package_group_name = aws_sagemaker_model_package_group.fail_group_only.model_package_group_name
  resource_policy          = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-group-only"], "Action": ["sagemaker:CreateModelPackage", "sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages", "sagemaker:UpdateModelPackage"], "Condition": {"StringNotEquals": {"aws:PrincipalAccount": "111122223333"}}}, {"Effect": "Deny", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-group-only"], "Action": ["sagemaker:CreateModelPackage"], "Condition": {"StringNotEquals": {"sagemaker:ModelApprovalStatus": "PendingManualApproval"}}}, {"Effect": "Deny", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-group-only"], "Action": ["sagemaker:UpdateModelPackage"], "Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/owner"}}}]}
  JSON
}

resource "aws_sagemaker_model_package_group" "fail_allows" {
  model_package_group_name = "fail-allows"
}

resource "aws_sagemaker_model_package_group_policy" "allows" {
  model_package_group_name = aws_sagemaker_model_package_group.fail_allows.model_package_group_name
  resource_policy          = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-allows", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/fail-allows/*"], "Action": ["sagemaker:CreateModelPackage", "sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages", "sagemaker:UpdateModelPackage"], "Condition": {"StringNotEquals": {"aws:PrincipalAccount": "111122223333"}}}, {"Effect": "Allow", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-allows", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/fail-allows/*"], "Action": ["sagemaker:CreateModelPackage"], "Condition": {"StringNotEquals": {"sagemaker:ModelApprovalStatus": "PendingManualApproval"}}}, {"Effect": "Allow", "Principal": "*", "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-allows", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/fail-allows/*"], "Action": ["sagemaker:UpdateModelPackage"], "Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/owner"}}}]}
  JSON
}

resource "aws_sagemaker_model_package_group" "fail_somebody_only" {
  model_package_group_name = "fail-somebody-only"
}

resource "aws_sagemaker_model_package_group_policy" "somebody_only" {
  model_package_group_name = aws_sagemaker_model_package_group.fail_somebody_only.model_package_group_name
  resource_policy          = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-somebody-only", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/fail-somebody-only/*"], "Action": ["sagemaker:CreateModelPackage", "sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages", "sagemaker:UpdateModelPackage"], "Condition": {"StringNotEquals": {"aws:PrincipalAccount": "111122223333"}}}, {"Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-somebody-only", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/fail-somebody-only/*"], "Action": ["sagemaker:CreateModelPackage"], "Condition": {"StringNotEquals": {"sagemaker:ModelApprovalStatus": "PendingManualApproval"}}}, {"Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/fail-somebody-only", "arn:aws:sagemaker:eu-central-1:111122223333:model-package/fail-somebody-only/*"], "Action": ["sagemaker:UpdateModelPackage"], "Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/owner"}}}]}
  JSON
}
