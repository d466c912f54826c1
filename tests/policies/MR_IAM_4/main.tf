resource "aws_iam_policy" "own" {
  name   = "orders"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_iam_role_policy_attachment" "pass_own" {
  role       = "orders"
  policy_arn = aws_iam_policy.own.arn
}

resource "aws_iam_role_policy_attachment" "fail_aws" {
  role       = "orders"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_role_policy_attachment" "fail_other_stack" {
  role       = "orders"
  policy_arn = "arn:aws:iam::111122223333:policy/somebody-elses"
}
