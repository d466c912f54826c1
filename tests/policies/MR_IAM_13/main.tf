resource "aws_iam_policy" "pass_bounds" {
  name = "bounds"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": "arn:aws:sqs:eu-central-1:111122223333:*"}, {"Effect": "Deny", "Action": ["organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"], "Resource": "*"}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_policy" "pass_pipelines" {
  name = "pipelines"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": "arn:aws:sqs:eu-central-1:111122223333:*"}, {"Effect": "Deny", "Action": ["organizations:LeaveOrganization", "cloudtrail:*", "config:*", "guardduty:*", "securityhub:*", "macie2:*", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:Attach*", "iam:Create*", "iam:Put*", "iam:Set*", "iam:Update*"], "Resource": "*"}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_role" "r_pass_reads" {
  name = "r-pass-reads"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "pass_reads" {
  name = "x"
  role = aws_iam_role.r_pass_reads.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetBucketPolicy", "iam:ListRoles"], "Resource": "*"}]}
  JSON
}

resource "aws_iam_role" "r_pass_changes" {
  name = "r-pass-changes"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "pass_changes" {
  name = "x"
  role = aws_iam_role.r_pass_changes.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:SetQueueAttributes"], "Resource": "arn:aws:sqs:eu-central-1:111122223333:*"}, {"Effect": "Allow", "Action": ["iam:PutRolePolicy"], "Resource": "arn:aws:iam::111122223333:role/*", "Condition": {"StringEquals": {"iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/pipelines"}}}, {"Effect": "Allow", "Action": ["iam:PassRole"], "Resource": "arn:aws:iam::111122223333:role/orders-*", "Condition": {"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}}}]}
  JSON
}

resource "aws_iam_role" "r_pass_state" {
  name = "r-pass-state"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "pass_state" {
  name = "x"
  role = aws_iam_role.r_pass_state.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::state-111122223333/orders/terraform.tfstate"}, {"Effect": "Allow", "Action": ["kms:Decrypt"], "Resource": "arn:aws:kms:eu-central-1:111122223333:key/*", "Condition": {"StringEquals": {"kms:ViaService": "s3.eu-central-1.amazonaws.com"}}}]}
  JSON
}

resource "aws_iam_role" "r_fail_anything" {
  name = "r-fail-anything"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "fail_anything" {
  name = "x"
  role = aws_iam_role.r_fail_anything.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:SetQueueAttributes"], "Resource": "*"}]}
  JSON
}

resource "aws_iam_role" "r_fail_foreign" {
  name = "r-fail-foreign"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "fail_foreign" {
  name = "x"
  role = aws_iam_role.r_fail_foreign.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:SetQueueAttributes"], "Resource": "arn:aws:sqs:eu-central-1:999999999999:x"}]}
  JSON
}

resource "aws_iam_role" "r_fail_any_bucket" {
  name = "r-fail-any-bucket"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "fail_any_bucket" {
  name = "x"
  role = aws_iam_role.r_fail_any_bucket.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:PutBucketPolicy"], "Resource": "arn:aws:s3:::*"}]}
  JSON
}

resource "aws_iam_role" "r_fail_data" {
  name = "r-fail-data"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "fail_data" {
  name = "x"
  role = aws_iam_role.r_fail_data.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::orders-111122223333/*"}]}
  JSON
}

resource "aws_iam_role" "r_fail_keys" {
  name = "r-fail-keys"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "fail_keys" {
  name = "x"
  role = aws_iam_role.r_fail_keys.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["kms:Decrypt"], "Resource": "arn:aws:kms:eu-central-1:111122223333:key/*"}]}
  JSON
}

resource "aws_iam_role" "r_fail_users" {
  name = "r-fail-users"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "fail_users" {
  name = "x"
  role = aws_iam_role.r_fail_users.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:CreateUser"], "Resource": "arn:aws:iam::111122223333:user/x"}]}
  JSON
}

resource "aws_iam_role" "r_fail_trail" {
  name = "r-fail-trail"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "fail_trail" {
  name = "x"
  role = aws_iam_role.r_fail_trail.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["cloudtrail:StopLogging"], "Resource": "arn:aws:cloudtrail:eu-central-1:111122223333:trail/x"}]}
  JSON
}

resource "aws_iam_role" "r_fail_unbound_roles" {
  name = "r-fail-unbound-roles"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "fail_unbound_roles" {
  name = "x"
  role = aws_iam_role.r_fail_unbound_roles.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:CreateRole"], "Resource": "arn:aws:iam::111122223333:role/orders-*"}]}
  JSON
}

resource "aws_iam_role" "r_fail_own_boundary" {
  name = "r-fail-own-boundary"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "fail_own_boundary" {
  name = "x"
  role = aws_iam_role.r_fail_own_boundary.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:CreateRole"], "Resource": "arn:aws:iam::111122223333:role/orders-*", "Condition": {"StringEquals": {"iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/bounds"}}}]}
  JSON
}

resource "aws_iam_role" "r_fail_every_trust" {
  name = "r-fail-every-trust"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "fail_every_trust" {
  name = "x"
  role = aws_iam_role.r_fail_every_trust.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:UpdateAssumeRolePolicy"], "Resource": "arn:aws:iam::111122223333:role/*"}]}
  JSON
}

resource "aws_iam_role" "r_fail_pass_to_any" {
  name = "r-fail-pass-to-any"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "fail_pass_to_any" {
  name = "x"
  role = aws_iam_role.r_fail_pass_to_any.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:PassRole"], "Resource": "arn:aws:iam::111122223333:role/orders-*"}]}
  JSON
}

resource "aws_iam_role" "r_fail_exclusion" {
  name = "r-fail-exclusion"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "fail_exclusion" {
  name = "x"
  role = aws_iam_role.r_fail_exclusion.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "NotAction": ["iam:*"], "Resource": "arn:aws:sqs:eu-central-1:111122223333:*"}]}
  JSON
}

resource "aws_iam_role" "r_pass_more" {
  name = "r-pass-more"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_policy" "pass_more" {
  name = "pass-more"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:SetQueueAttributes"], "Resource": ["arn:aws:sqs:eu-central-1:111122223333:orders-*"]}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "rights" }
}

resource "aws_iam_role_policy_attachment" "pass_more" {
  role       = aws_iam_role.r_pass_more.name
  policy_arn = aws_iam_policy.pass_more.arn
}

resource "aws_iam_role" "r_fail_more_anything" {
  name = "r-fail-more-anything"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_policy" "fail_more_anything" {
  name = "fail-more-anything"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:SetQueueAttributes"], "Resource": ["*"]}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "rights" }
}

resource "aws_iam_role_policy_attachment" "fail_more_anything" {
  role       = aws_iam_role.r_fail_more_anything.name
  policy_arn = aws_iam_policy.fail_more_anything.arn
}

resource "aws_iam_role" "r_pass_rotation" {
  name = "r-pass-rotation"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "pass_rotation" {
  name = "x"
  role = aws_iam_role.r_pass_rotation.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["lambda:InvokeFunction"], "Resource": ["arn:aws:lambda:eu-central-1:111122223333:function:reporting-dev-login"]}]}
  JSON
}

resource "aws_iam_role" "r_fail_calls" {
  name = "r-fail-calls"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "fail_calls" {
  name = "x"
  role = aws_iam_role.r_fail_calls.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["lambda:InvokeFunction"], "Resource": ["arn:aws:lambda:eu-central-1:111122223333:function:orders-dev-transform"]}]}
  JSON
}

resource "aws_iam_role" "r_pass_machines" {
  name = "r-pass-machines"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "pass_machines" {
  name = "x"
  role = aws_iam_role.r_pass_machines.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:RunInstances"], "Resource": ["arn:aws:ec2:eu-central-1:111122223333:*", "arn:aws:ec2:eu-central-1::image/*"]}]}
  JSON
}

resource "aws_iam_role" "r_fail_images" {
  name = "r-fail-images"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "fail_images" {
  name = "x"
  role = aws_iam_role.r_fail_images.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:RunInstances", "ec2:DeregisterImage"], "Resource": ["arn:aws:ec2:eu-central-1:111122223333:*", "arn:aws:ec2:eu-central-1::image/*"]}]}
  JSON
}

resource "aws_iam_role" "r_fail_jobs" {
  name = "r-fail-jobs"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.pass_bounds.arn
  tags = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "fail_jobs" {
  name = "x"
  role = aws_iam_role.r_fail_jobs.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["elasticmapreduce:AddJobFlowSteps"], "Resource": "arn:aws:elasticmapreduce:eu-central-1:111122223333:cluster/*"}]}
  JSON
}
