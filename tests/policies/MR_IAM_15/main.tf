resource "aws_iam_role" "pass_machine" {
  name               = "orders-pass-machine"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "states.amazonaws.com"},
      "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role" "pass_worker" {
  name               = "orders-pass-worker"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "glue.amazonaws.com"},
      "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}
  JSON
}

resource "aws_iam_role_policy" "pass_machine" {
  role   = aws_iam_role.pass_machine.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["logs:CreateLogDelivery", "logs:PutResourcePolicy"], "Resource": ["*"]}]}
  JSON
}

resource "aws_iam_role_policy" "pass_writes_logs" {
  role   = aws_iam_role.pass_worker.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["logs:PutLogEvents"], "Resource": ["arn:aws:logs:eu-central-1:111122223333:log-group:x:*"]}]}
  JSON
}

resource "aws_iam_role_policy" "fail_job" {
  role   = aws_iam_role.pass_worker.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["logs:CreateLogDelivery", "logs:PutResourcePolicy"], "Resource": ["*"]}]}
  JSON
}

resource "aws_iam_role_policy" "fail_removes" {
  role   = aws_iam_role.pass_worker.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["logs:DeleteLogDelivery"], "Resource": ["*"]}]}
  JSON
}
