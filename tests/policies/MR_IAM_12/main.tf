resource "aws_iam_policy" "pass_for_others" {
  name = "pass-for-others"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": "arn:aws:sqs:eu-central-1:111122223333:*"}, {"Effect": "Deny", "Action": ["account:CloseAccount", "account:DisableRegion", "access-analyzer:Delete*", "organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:Attach*", "iam:Create*", "iam:Put*", "iam:Set*", "iam:Update*"], "Resource": "*"}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_policy" "pass_no_boundary" {
  name = "pass-no-boundary"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
  JSON
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_policy" "pass_own" {
  name = "pass-own"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:CreateRole"], "Resource": "arn:aws:iam::111122223333:role/x-*"}, {"Effect": "Deny", "Action": ["account:CloseAccount", "account:DisableRegion", "access-analyzer:Delete*", "organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"], "Resource": "*"}, {"Effect": "Deny", "Action": ["iam:CreatePolicyVersion", "iam:DeletePolicy*", "iam:SetDefaultPolicyVersion"], "Resource": "arn:aws:iam::111122223333:policy/*-boundary"}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_role" "own" {
  name = "own"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_own.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_policy" "pass_all_but" {
  name = "pass-all-but"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole"], "Resource": "arn:aws:iam::111122223333:role/x"}, {"Effect": "Deny", "NotAction": ["sts:AssumeRole"], "Resource": "*"}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_policy" "fail_escalation" {
  name = "fail-escalation"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": "arn:aws:sqs:eu-central-1:111122223333:*"}, {"Effect": "Deny", "Action": ["account:CloseAccount", "account:DisableRegion", "access-analyzer:Delete*", "organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"], "Resource": "*"}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_policy" "fail_whole_service" {
  name = "fail-whole-service"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:*"], "Resource": "arn:aws:sqs:eu-central-1:111122223333:*"}, {"Effect": "Deny", "Action": ["account:CloseAccount", "account:DisableRegion", "access-analyzer:Delete*", "organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:Attach*", "iam:Create*", "iam:Put*", "iam:Set*", "iam:Update*"], "Resource": "*"}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_policy" "fail_everything" {
  name = "fail-everything"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}, {"Effect": "Deny", "Action": ["account:CloseAccount", "account:DisableRegion", "access-analyzer:Delete*", "organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:Attach*", "iam:Create*", "iam:Put*", "iam:Set*", "iam:Update*"], "Resource": "*"}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_policy" "fail_conditional_guard" {
  name = "fail-conditional-guard"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": "arn:aws:sqs:eu-central-1:111122223333:*"}, {"Effect": "Deny", "Action": ["account:CloseAccount", "account:DisableRegion", "access-analyzer:Delete*", "organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:Attach*", "iam:Create*", "iam:Put*", "iam:Set*", "iam:Update*"], "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_policy" "fail_one_resource_guard" {
  name = "fail-one-resource-guard"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": "arn:aws:sqs:eu-central-1:111122223333:*"}, {"Effect": "Deny", "Action": ["account:CloseAccount", "account:DisableRegion", "access-analyzer:Delete*", "organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:Attach*", "iam:Create*", "iam:Put*", "iam:Set*", "iam:Update*"], "Resource": "arn:aws:s3:::x"}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_policy" "fail_attached" {
  name = "fail-attached"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": "arn:aws:sqs:eu-central-1:111122223333:*"}, {"Effect": "Deny", "Action": ["account:CloseAccount", "account:DisableRegion", "access-analyzer:Delete*", "organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:Attach*", "iam:Create*", "iam:Put*", "iam:Set*", "iam:Update*"], "Resource": "*"}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_role_policy_attachment" "attached" {
  role       = "own"
  policy_arn = aws_iam_policy.fail_attached.arn
}

resource "aws_iam_policy" "fail_other_blueprint" {
  name = "fail-other-blueprint"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": "arn:aws:sqs:eu-central-1:111122223333:*"}, {"Effect": "Deny", "Action": ["account:CloseAccount", "account:DisableRegion", "access-analyzer:Delete*", "organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:Attach*", "iam:Create*", "iam:Put*", "iam:Set*", "iam:Update*"], "Resource": "*"}]}
  JSON
  tags = { purpose = "boundary" }
}

resource "aws_iam_policy" "fail_hands_on_boundaries" {
  name = "fail-hands-on-boundaries"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:CreateRole"], "Resource": "arn:aws:iam::111122223333:role/x-*"}, {"Effect": "Deny", "Action": ["account:CloseAccount", "account:DisableRegion", "access-analyzer:Delete*", "organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"], "Resource": "*"}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_role" "handy" {
  name = "handy"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.fail_hands_on_boundaries.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_policy" "pass_work" {
  name = "millrace-boundary"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole"], "Resource": "*"}, {"Effect": "Deny", "Action": ["account:CloseAccount", "account:DisableRegion", "access-analyzer:Delete*", "organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:Attach*", "iam:Create*", "iam:Put*", "iam:Set*", "iam:Update*"], "Resource": "*"}, {"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {"StringNotEquals": {"aws:RequestedRegion": "eu-central-1"}}}, {"Effect": "Deny", "Action": "sts:AssumeRole", "NotResource": "arn:aws:iam::111122223333:role/*-spark-jobs"}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_policy" "fail_every_region" {
  name = "millrace-boundary"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole"], "Resource": "*"}, {"Effect": "Deny", "Action": ["account:CloseAccount", "account:DisableRegion", "access-analyzer:Delete*", "organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:Attach*", "iam:Create*", "iam:Put*", "iam:Set*", "iam:Update*"], "Resource": "*"}, {"Effect": "Deny", "Action": "sts:AssumeRole", "NotResource": "arn:aws:iam::111122223333:role/*-spark-jobs"}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_policy" "fail_every_role" {
  name = "millrace-boundary"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole"], "Resource": "*"}, {"Effect": "Deny", "Action": ["account:CloseAccount", "account:DisableRegion", "access-analyzer:Delete*", "organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:Attach*", "iam:Create*", "iam:Put*", "iam:Set*", "iam:Update*"], "Resource": "*"}, {"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {"StringNotEquals": {"aws:RequestedRegion": "eu-central-1"}}}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_policy" "pass_serving" {
  name = "millrace-serving-boundary"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole"], "Resource": "*"}, {"Effect": "Deny", "Action": ["account:CloseAccount", "account:DisableRegion", "access-analyzer:Delete*", "organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:Attach*", "iam:Create*", "iam:Put*", "iam:Set*", "iam:Update*"], "Resource": "*"}, {"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {"StringNotEquals": {"aws:RequestedRegion": "eu-central-1"}}}, {"Effect": "Deny", "Action": "sts:AssumeRole", "NotResource": "arn:aws:iam::111122223333:role/*-spark-jobs"}, {"Effect": "Deny", "Action": ["s3:GetObject", "s3:GetObjectVersion"], "Resource": ["arn:aws:s3:::*-approved-111122223333-eu-central-1/*", "arn:aws:s3:::*-models-111122223333-eu-central-1/*", "arn:aws:s3:::*-quarantine-111122223333-eu-central-1/*", "arn:aws:s3:::*-staged-111122223333-eu-central-1/*"]}, {"Effect": "Deny", "Action": ["s3:PutObject"], "Resource": ["arn:aws:s3:::*-approved-111122223333-eu-central-1/*", "arn:aws:s3:::*-models-111122223333-eu-central-1/*", "arn:aws:s3:::*-quarantine-111122223333-eu-central-1/*", "arn:aws:s3:::*-staged-111122223333-eu-central-1/*", "arn:aws:s3:::*-released-111122223333-eu-central-1/*"]}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_policy" "fail_serving_reads_drafts" {
  name = "millrace-serving-boundary"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole"], "Resource": "*"}, {"Effect": "Deny", "Action": ["account:CloseAccount", "account:DisableRegion", "access-analyzer:Delete*", "organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:Attach*", "iam:Create*", "iam:Put*", "iam:Set*", "iam:Update*"], "Resource": "*"}, {"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {"StringNotEquals": {"aws:RequestedRegion": "eu-central-1"}}}, {"Effect": "Deny", "Action": "sts:AssumeRole", "NotResource": "arn:aws:iam::111122223333:role/*-spark-jobs"}, {"Effect": "Deny", "Action": ["s3:PutObject"], "Resource": ["arn:aws:s3:::*-approved-111122223333-eu-central-1/*", "arn:aws:s3:::*-models-111122223333-eu-central-1/*", "arn:aws:s3:::*-quarantine-111122223333-eu-central-1/*", "arn:aws:s3:::*-staged-111122223333-eu-central-1/*", "arn:aws:s3:::*-released-111122223333-eu-central-1/*"]}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_policy" "fail_serving_releases" {
  name = "millrace-serving-boundary"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole"], "Resource": "*"}, {"Effect": "Deny", "Action": ["account:CloseAccount", "account:DisableRegion", "access-analyzer:Delete*", "organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:Attach*", "iam:Create*", "iam:Put*", "iam:Set*", "iam:Update*"], "Resource": "*"}, {"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {"StringNotEquals": {"aws:RequestedRegion": "eu-central-1"}}}, {"Effect": "Deny", "Action": "sts:AssumeRole", "NotResource": "arn:aws:iam::111122223333:role/*-spark-jobs"}, {"Effect": "Deny", "Action": ["s3:GetObject", "s3:GetObjectVersion"], "Resource": ["arn:aws:s3:::*-approved-111122223333-eu-central-1/*", "arn:aws:s3:::*-models-111122223333-eu-central-1/*", "arn:aws:s3:::*-quarantine-111122223333-eu-central-1/*", "arn:aws:s3:::*-staged-111122223333-eu-central-1/*"]}, {"Effect": "Deny", "Action": ["s3:PutObject"], "Resource": ["arn:aws:s3:::*-approved-111122223333-eu-central-1/*", "arn:aws:s3:::*-models-111122223333-eu-central-1/*", "arn:aws:s3:::*-quarantine-111122223333-eu-central-1/*", "arn:aws:s3:::*-staged-111122223333-eu-central-1/*"]}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_policy" "fail_serving_refuses_some" {
  name = "millrace-serving-boundary"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole"], "Resource": "*"}, {"Effect": "Deny", "Action": ["account:CloseAccount", "account:DisableRegion", "access-analyzer:Delete*", "organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:Attach*", "iam:Create*", "iam:Put*", "iam:Set*", "iam:Update*"], "Resource": "*"}, {"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {"StringNotEquals": {"aws:RequestedRegion": "eu-central-1"}}}, {"Effect": "Deny", "Action": "sts:AssumeRole", "NotResource": "arn:aws:iam::111122223333:role/*-spark-jobs"}, {"Effect": "Deny", "Action": ["s3:GetObject", "s3:GetObjectVersion"], "Resource": ["arn:aws:s3:::*-approved-111122223333-eu-central-1/*", "arn:aws:s3:::*-models-111122223333-eu-central-1/*", "arn:aws:s3:::*-quarantine-111122223333-eu-central-1/*", "arn:aws:s3:::*-staged-111122223333-eu-central-1/*"], "Condition": {"StringEquals": {"aws:PrincipalTag/team": "x"}}}, {"Effect": "Deny", "Action": ["s3:PutObject"], "Resource": ["arn:aws:s3:::*-approved-111122223333-eu-central-1/*", "arn:aws:s3:::*-models-111122223333-eu-central-1/*", "arn:aws:s3:::*-quarantine-111122223333-eu-central-1/*", "arn:aws:s3:::*-staged-111122223333-eu-central-1/*", "arn:aws:s3:::*-released-111122223333-eu-central-1/*"]}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}
