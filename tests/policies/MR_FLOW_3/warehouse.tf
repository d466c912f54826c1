resource "aws_redshift_cluster" "confidential" {
  cluster_identifier = "orders-a"
  node_type          = "ra3.xlplus"
  tags = {
    classification = "confidential"
  }
}

resource "aws_iam_role" "pass_engineer" {
  name = "orders-pass_engineer"
  tags = {
    process = "persona-engineer-query"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "pass_engineer" {
  name   = "data"
  role   = aws_iam_role.pass_engineer.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "redshift-data:ExecuteStatement", "Resource": "${aws_redshift_cluster.confidential.arn}"}]}
  JSON
}

resource "aws_iam_role" "fail_analyst" {
  name = "orders-fail_analyst"
  tags = {
    process = "persona-analyst-query"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sts:AssumeRole"}]}
  JSON
}

resource "aws_iam_role_policy" "fail_analyst" {
  name   = "data"
  role   = aws_iam_role.fail_analyst.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "redshift-data:ExecuteStatement", "Resource": "${aws_redshift_cluster.confidential.arn}"}]}
  JSON
}
