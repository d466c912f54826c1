resource "aws_s3_bucket" "models" {
  bucket = "churn-models"
  tags   = { zone = "models", classification = "internal" }
}

resource "aws_s3_bucket" "released" {
  bucket = "churn-released"
  tags   = { zone = "released", classification = "internal" }
}

resource "aws_iam_role" "pass_registers" {
  name               = "pass-registers"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_pass_registers" {
  name   = "dataflow"
  role   = aws_iam_role.pass_registers.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateModelPackage"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/*"], "Condition": {"StringEquals": {"sagemaker:ModelApprovalStatus": "PendingManualApproval"}}}, {"Effect": "Allow", "Action": ["kms:Sign"], "Resource": ["arn:aws:kms:eu-central-1:111122223333:key/1"]}]}
  JSON
}

resource "aws_iam_role" "pass_approves" {
  name               = "pass-approves"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_pass_approves" {
  name   = "dataflow"
  role   = aws_iam_role.pass_approves.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:UpdateModelPackage"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/*"], "Condition": {"StringEquals": {"sagemaker:ModelApprovalStatus": ["Approved", "Rejected"]}}}]}
  JSON
}

resource "aws_iam_role" "pass_releases" {
  name               = "pass-releases"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_pass_releases" {
  name   = "dataflow"
  role   = aws_iam_role.pass_releases.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["kms:Verify"], "Resource": ["arn:aws:kms:eu-central-1:111122223333:key/1"]}, {"Effect": "Allow", "Action": "s3:PutObject", "Resource": ["arn:aws:s3:::churn-released/*"]}]}
  JSON
}

resource "aws_iam_role" "pass_nothing" {
  name               = "pass-nothing"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role" "fail_registers_approved" {
  name               = "fail-registers-approved"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_fail_registers_approved" {
  name   = "dataflow"
  role   = aws_iam_role.fail_registers_approved.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateModelPackage"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/*"], "Condition": {"StringEquals": {"sagemaker:ModelApprovalStatus": "Approved"}}}]}
  JSON
}

resource "aws_iam_role" "fail_registers_any" {
  name               = "fail-registers-any"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_fail_registers_any" {
  name   = "dataflow"
  role   = aws_iam_role.fail_registers_any.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateModelPackage"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/*"]}]}
  JSON
}

resource "aws_iam_role" "fail_registers_either" {
  name               = "fail-registers-either"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_fail_registers_either" {
  name   = "dataflow"
  role   = aws_iam_role.fail_registers_either.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateModelPackage"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/*"], "Condition": {"StringEquals": {"sagemaker:ModelApprovalStatus": ["Approved", "PendingManualApproval"]}}}]}
  JSON
}

resource "aws_iam_role" "fail_updates_anything" {
  name               = "fail-updates-anything"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_fail_updates_anything" {
  name   = "dataflow"
  role   = aws_iam_role.fail_updates_anything.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:UpdateModelPackage"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/*"]}]}
  JSON
}

resource "aws_iam_role" "fail_approves_its_own" {
  name               = "fail-approves-its-own"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_fail_approves_its_own" {
  name   = "dataflow"
  role   = aws_iam_role.fail_approves_its_own.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:CreateModelPackage"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/*"], "Condition": {"StringEquals": {"sagemaker:ModelApprovalStatus": "PendingManualApproval"}}}, {"Effect": "Allow", "Action": ["sagemaker:UpdateModelPackage"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/*"], "Condition": {"StringEquals": {"sagemaker:ModelApprovalStatus": ["Approved", "Rejected"]}}}]}
  JSON
}

resource "aws_iam_role" "fail_approves_and_signs" {
  name               = "fail-approves-and-signs"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_fail_approves_and_signs" {
  name   = "dataflow"
  role   = aws_iam_role.fail_approves_and_signs.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:UpdateModelPackage"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/*"], "Condition": {"StringEquals": {"sagemaker:ModelApprovalStatus": ["Approved", "Rejected"]}}}, {"Effect": "Allow", "Action": ["kms:Sign"], "Resource": ["arn:aws:kms:eu-central-1:111122223333:key/1"]}]}
  JSON
}

resource "aws_iam_role" "fail_approves_and_trains" {
  name               = "fail-approves-and-trains"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_fail_approves_and_trains" {
  name   = "dataflow"
  role   = aws_iam_role.fail_approves_and_trains.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:UpdateModelPackage"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/*"], "Condition": {"StringEquals": {"sagemaker:ModelApprovalStatus": ["Approved", "Rejected"]}}}, {"Effect": "Allow", "Action": "s3:PutObject", "Resource": ["arn:aws:s3:::churn-models/*"]}]}
  JSON
}

resource "aws_iam_role" "fail_approves_and_releases" {
  name               = "fail-approves-and-releases"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_fail_approves_and_releases" {
  name   = "dataflow"
  role   = aws_iam_role.fail_approves_and_releases.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker:UpdateModelPackage"], "Resource": ["arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/*"], "Condition": {"StringEquals": {"sagemaker:ModelApprovalStatus": ["Approved", "Rejected"]}}}, {"Effect": "Allow", "Action": "s3:PutObject", "Resource": ["arn:aws:s3:::churn-released/*"]}]}
  JSON
}

resource "aws_iam_role" "fail_signs_and_releases" {
  name               = "fail-signs-and-releases"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "of_fail_signs_and_releases" {
  name   = "dataflow"
  role   = aws_iam_role.fail_signs_and_releases.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["kms:Sign"], "Resource": ["arn:aws:kms:eu-central-1:111122223333:key/1"]}, {"Effect": "Allow", "Action": "s3:PutObject", "Resource": ["arn:aws:s3:::churn-released/*"]}]}
  JSON
}
