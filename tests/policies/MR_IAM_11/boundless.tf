resource "aws_iam_role" "fail_administrator" {
  name                 = "fail-administrator"
  permissions_boundary = "arn:aws:iam::aws:policy/AdministratorAccess"
  assume_role_policy   = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/people"}, "Action": "sts:AssumeRole"}]}
  JSON
}
