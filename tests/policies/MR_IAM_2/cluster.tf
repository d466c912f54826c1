resource "aws_iam_role" "pass_emr" {
  name               = "features-emr"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "elasticmapreduce.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role" "pass_nodes" {
  name               = "features-nodes"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role" "pass_jobs" {
  name               = "features-jobs"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/features-nodes"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role" "pass_other" {
  name               = "features-other"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_instance_profile" "nodes" {
  name = "features-nodes"
  role = aws_iam_role.pass_nodes.name
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
  service_role  = aws_iam_role.pass_emr.arn
  ec2_attributes {
    instance_profile = aws_iam_instance_profile.nodes.arn
  }
}

resource "aws_iam_role_policy" "pass_ends_own" {
  name   = "dataflow"
  role   = aws_iam_role.pass_emr.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:TerminateInstances"], "Resource": ["arn:aws:ec2:eu-central-1:111122223333:instance/*"], "Condition": {"StringEquals": {"aws:ResourceTag/deployment": "orders-dev"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_launches" {
  name   = "dataflow"
  role   = aws_iam_role.pass_emr.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:RunInstances"], "Resource": ["arn:aws:ec2:eu-central-1::image/ami-*", "arn:aws:ec2:eu-central-1:111122223333:fleet/*"], "Condition": {"StringEquals": {"aws:RequestedRegion": "eu-central-1"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_ends_any" {
  name   = "dataflow"
  role   = aws_iam_role.pass_emr.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:TerminateInstances"], "Resource": ["arn:aws:ec2:eu-central-1:111122223333:instance/*"]}]}
  JSON
}

resource "aws_iam_role_policy" "fail_by_another" {
  name   = "dataflow"
  role   = aws_iam_role.pass_other.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:TerminateInstances"], "Resource": ["arn:aws:ec2:eu-central-1:111122223333:instance/*"], "Condition": {"StringEquals": {"aws:ResourceTag/deployment": "orders-dev"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_any_bucket" {
  name   = "dataflow"
  role   = aws_iam_role.pass_emr.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::*"], "Condition": {"StringEquals": {"aws:ResourceTag/deployment": "orders-dev"}}}]}
  JSON
}
