resource "aws_iam_role_policy" "pass_through_an_endpoint" {
  name   = "dataflow"
  role   = "caller"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sagemaker:InvokeEndpoint", "Resource": "arn:aws:sagemaker:eu-central-1:111122223333:endpoint/scoring", "Condition": {"StringEquals": {"aws:SourceVpce": "vpce-0123456789abcdef0"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_files" {
  name   = "dataflow"
  role   = "caller"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sagemaker:InvokeEndpointAsync", "Resource": "arn:aws:sagemaker:eu-central-1:111122223333:endpoint/scoring", "Condition": {"StringEquals": {"aws:SourceVpce": "vpce-0123456789abcdef0"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_looks" {
  name   = "dataflow"
  role   = "caller"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sagemaker:DescribeEndpoint", "Resource": "arn:aws:sagemaker:eu-central-1:111122223333:endpoint/scoring"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_refuses" {
  name   = "dataflow"
  role   = "caller"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "sagemaker:InvokeEndpoint", "Resource": "*"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_from_anywhere" {
  name   = "dataflow"
  role   = "caller"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sagemaker:InvokeEndpoint", "Resource": "arn:aws:sagemaker:eu-central-1:111122223333:endpoint/scoring"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_files_from_anywhere" {
  name   = "dataflow"
  role   = "caller"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sagemaker:InvokeEndpointAsync", "Resource": "arn:aws:sagemaker:eu-central-1:111122223333:endpoint/scoring"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_stream_from_anywhere" {
  name   = "dataflow"
  role   = "caller"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sagemaker:InvokeEndpointWithResponseStream", "Resource": "arn:aws:sagemaker:eu-central-1:111122223333:endpoint/scoring"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_through_any" {
  name   = "dataflow"
  role   = "caller"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sagemaker:InvokeEndpoint", "Resource": "arn:aws:sagemaker:eu-central-1:111122223333:endpoint/scoring", "Condition": {"StringEquals": {"aws:SourceVpce": "*"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_like" {
  name   = "dataflow"
  role   = "caller"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sagemaker:InvokeEndpoint", "Resource": "arn:aws:sagemaker:eu-central-1:111122223333:endpoint/scoring", "Condition": {"StringLike": {"aws:SourceVpce": "vpce-*"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_if_exists" {
  name   = "dataflow"
  role   = "caller"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sagemaker:InvokeEndpoint", "Resource": "arn:aws:sagemaker:eu-central-1:111122223333:endpoint/scoring", "Condition": {"StringEqualsIfExists": {"aws:SourceVpce": "vpce-0123456789abcdef0"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_everything" {
  name   = "dataflow"
  role   = "caller"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sagemaker:*", "Resource": "arn:aws:sagemaker:eu-central-1:111122223333:endpoint/scoring", "Condition": {"StringEquals": {"aws:SourceVpce": "vpce-0123456789abcdef0"}}}]}
  JSON
}

resource "aws_iam_role_policy" "fail_makes_models" {
  name   = "dataflow"
  role   = "caller"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sagemaker:CreateModel", "Resource": "arn:aws:sagemaker:eu-central-1:111122223333:endpoint/scoring"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_moves_endpoints" {
  name   = "dataflow"
  role   = "caller"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sagemaker:UpdateEndpoint", "Resource": "arn:aws:sagemaker:eu-central-1:111122223333:endpoint/scoring"}]}
  JSON
}
