resource "aws_iam_role" "emr" {
  name               = "features-emr"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "elasticmapreduce.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role" "nodes" {
  name               = "features-nodes"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role" "jobs" {
  name               = "features-jobs"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/features-nodes"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role" "other" {
  name               = "features-other"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_instance_profile" "nodes" {
  name = "features-nodes"
  role = aws_iam_role.nodes.name
}

resource "aws_emr_security_configuration" "own" {
  name          = "features"
  configuration = <<-JSON
    {"EncryptionConfiguration": {"InTransitEncryptionConfiguration": {"TLSCertificateConfiguration": {"S3Object": "s3://certificates/nodes.zip"}}}}
  JSON
}

resource "aws_emr_cluster" "own" {
  name          = "features"
  release_label = "emr-7.10.0"
  service_role  = aws_iam_role.emr.arn
  ec2_attributes {
    instance_profile = aws_iam_instance_profile.nodes.arn
  }
}

resource "aws_iam_role_policy" "pass_ends_own" {
  name   = "dataflow"
  role   = aws_iam_role.emr.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:TerminateInstances"], "Resource": ["arn:aws:ec2:eu-central-1:111122223333:instance/*"], "Condition": {"StringEquals": {"aws:ResourceTag/deployment": "orders-dev"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_makes_own" {
  name   = "dataflow"
  role   = aws_iam_role.emr.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:RunInstances"], "Resource": ["arn:aws:ec2:eu-central-1:111122223333:instance/*", "arn:aws:ec2:eu-central-1:111122223333:volume/*"], "Condition": {"StringEquals": {"aws:RequestTag/deployment": "orders-dev"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_in_its_network" {
  name   = "dataflow"
  role   = aws_iam_role.emr.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:RunInstances"], "Resource": ["arn:aws:ec2:eu-central-1:111122223333:subnet/subnet-a", "arn:aws:ec2:eu-central-1:111122223333:security-group/sg-a"]}]}
  JSON
}

resource "aws_iam_role_policy" "pass_launches" {
  name   = "dataflow"
  role   = aws_iam_role.emr.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:RunInstances"], "Resource": ["arn:aws:ec2:eu-central-1::image/ami-*", "arn:aws:ec2:eu-central-1:111122223333:fleet/*"], "Condition": {"StringEquals": {"aws:RequestedRegion": "eu-central-1"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_looks" {
  name   = "dataflow"
  role   = aws_iam_role.emr.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:DescribeSubnets", "ec2:DescribeVolumes"], "Resource": "*"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_hands_on" {
  name   = "dataflow"
  role   = aws_iam_role.emr.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/features-nodes", "Condition": {"StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_becomes_jobs" {
  name   = "dataflow"
  role   = aws_iam_role.nodes.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession"], "Resource": "arn:aws:iam::111122223333:role/features-jobs"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_no_cluster" {
  name   = "dataflow"
  role   = aws_iam_role.other.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::111122223333:role/anything"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_starts_jobs" {
  name   = "dataflow"
  role   = aws_iam_role.other.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["elasticmapreduce:AddJobFlowSteps"], "Resource": "arn:aws:elasticmapreduce:eu-central-1:111122223333:cluster/*", "Condition": {"StringEquals": {"elasticmapreduce:ResourceTag/deployment": "orders-dev"}, "ArnEquals": {"elasticmapreduce:ExecutionRoleArn": "${aws_iam_role.jobs.arn}"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_sees_jobs" {
  name   = "dataflow"
  role   = aws_iam_role.other.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["elasticmapreduce:DescribeStep"], "Resource": "arn:aws:elasticmapreduce:eu-central-1:111122223333:cluster/*", "Condition": {"StringEquals": {"elasticmapreduce:ResourceTag/deployment": "orders-dev"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_starts_under_any_role" {
  name   = "dataflow"
  role   = aws_iam_role.other.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["elasticmapreduce:AddJobFlowSteps"], "Resource": "arn:aws:elasticmapreduce:eu-central-1:111122223333:cluster/*", "Condition": {"StringEquals": {"elasticmapreduce:ResourceTag/deployment": "orders-dev"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_starts_under_a_foreign_role" {
  name   = "dataflow"
  role   = aws_iam_role.other.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["elasticmapreduce:AddJobFlowSteps"], "Resource": "arn:aws:elasticmapreduce:eu-central-1:111122223333:cluster/*", "Condition": {"StringEquals": {"elasticmapreduce:ResourceTag/deployment": "orders-dev"}, "ArnEquals": {"elasticmapreduce:ExecutionRoleArn": "arn:aws:iam::111122223333:role/admin"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_starts_anywhere" {
  name   = "dataflow"
  role   = aws_iam_role.other.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["elasticmapreduce:AddJobFlowSteps"], "Resource": "arn:aws:elasticmapreduce:eu-central-1:111122223333:cluster/*", "Condition": {"ArnEquals": {"elasticmapreduce:ExecutionRoleArn": "${aws_iam_role.jobs.arn}"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_sees_other_clusters" {
  name   = "dataflow"
  role   = aws_iam_role.other.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["elasticmapreduce:DescribeCluster"], "Resource": "arn:aws:elasticmapreduce:eu-central-1:111122223333:cluster/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_ends_any" {
  name   = "dataflow"
  role   = aws_iam_role.emr.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:TerminateInstances"], "Resource": ["arn:aws:ec2:eu-central-1:111122223333:instance/*"]}]}
  JSON
}

resource "aws_iam_role_policy" "fail_ends_others" {
  name   = "dataflow"
  role   = aws_iam_role.emr.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:TerminateInstances"], "Resource": ["arn:aws:ec2:eu-central-1:111122223333:instance/*"], "Condition": {"StringEquals": {"aws:ResourceTag/deployment": "payments-dev"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_in_any_network" {
  name   = "dataflow"
  role   = aws_iam_role.emr.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:RunInstances"], "Resource": ["arn:aws:ec2:eu-central-1:111122223333:subnet/*"], "Condition": {"StringEquals": {"aws:RequestTag/deployment": "orders-dev"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_ends_by_region" {
  name   = "dataflow"
  role   = aws_iam_role.emr.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:TerminateInstances"], "Resource": ["arn:aws:ec2:eu-central-1:111122223333:network-interface/*"], "Condition": {"StringEquals": {"aws:RequestedRegion": "eu-central-1"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_opens_groups" {
  name   = "dataflow"
  role   = aws_iam_role.emr.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:AuthorizeSecurityGroupIngress"], "Resource": ["arn:aws:ec2:eu-central-1:111122223333:security-group/sg-a"]}]}
  JSON
}

resource "aws_iam_role_policy" "fail_all_of_ec2" {
  name   = "dataflow"
  role   = aws_iam_role.emr.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:*"], "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceTag/deployment": "orders-dev"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_hands_on_any" {
  name   = "dataflow"
  role   = aws_iam_role.emr.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/*", "Condition": {"StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_hands_on_to_anybody" {
  name   = "dataflow"
  role   = aws_iam_role.emr.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/features-nodes"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_grants" {
  name   = "dataflow"
  role   = aws_iam_role.emr.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["kms:CreateGrant"], "Resource": "arn:aws:kms:eu-central-1:111122223333:key/1"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_becomes_anybody" {
  name   = "dataflow"
  role   = aws_iam_role.nodes.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::111122223333:role/*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_becomes_another" {
  name   = "dataflow"
  role   = aws_iam_role.nodes.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::111122223333:role/features-other"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_hands_on_itself" {
  name   = "dataflow"
  role   = aws_iam_role.nodes.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/features-nodes"}]}
  JSON
}

resource "aws_iam_policy" "bounds" {
  name   = "bounds"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": "arn:aws:sqs:eu-central-1:111122223333:*"}]}
  JSON
  tags = { blueprint = "account_baseline", purpose = "boundary" }
}

resource "aws_iam_role" "deploys" {
  name                 = "account-deploy-apply"
  assume_role_policy   = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
  permissions_boundary = aws_iam_policy.bounds.arn
  tags                 = { blueprint = "account_baseline" }
}

resource "aws_iam_role_policy" "pass_deploys" {
  name   = "dataflow"
  role   = aws_iam_role.deploys.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["elasticmapreduce:TerminateJobFlows"], "Resource": "arn:aws:elasticmapreduce:eu-central-1:111122223333:cluster/*"}]}
  JSON
}
