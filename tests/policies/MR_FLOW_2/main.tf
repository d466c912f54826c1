resource "aws_kms_key" "token" {
  customer_master_key_spec = "HMAC_256"
  key_usage                = "GENERATE_VERIFY_MAC"
}

resource "aws_iam_role" "pass_tokenizes" {
  name = "orders-pass_tokenizes"
  tags = {
    deidentification = "tokenize"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_lambda_function" "pass_tokenizes" {
  function_name = "orders-pass_tokenizes"
  role          = aws_iam_role.pass_tokenizes.arn
  environment {
    variables = {
      SENSITIVE_FIELDS = <<-JSON
        ["mail"]
      JSON
      TOKEN_KEY_ID     = aws_kms_key.token.arn
    }
  }
}

resource "aws_iam_role" "fail_no_fields" {
  name = "orders-fail_no_fields"
  tags = {
    deidentification = "tokenize"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_lambda_function" "fail_no_fields" {
  function_name = "orders-fail_no_fields"
  role          = aws_iam_role.fail_no_fields.arn
  environment {
    variables = {
      SENSITIVE_FIELDS = <<-JSON
        []
      JSON
      TOKEN_KEY_ID     = aws_kms_key.token.arn
    }
  }
}

resource "aws_iam_role" "fail_foreign_key" {
  name = "orders-fail_foreign_key"
  tags = {
    deidentification = "tokenize"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_lambda_function" "fail_foreign_key" {
  function_name = "orders-fail_foreign_key"
  role          = aws_iam_role.fail_foreign_key.arn
  environment {
    variables = {
      SENSITIVE_FIELDS = <<-JSON
        ["mail"]
      JSON
      TOKEN_KEY_ID     = "arn:aws:kms:eu-central-1:999999999999:key/x"
    }
  }
}

resource "aws_iam_role" "fail_no_function" {
  name = "orders-fail_no_function"
  tags = {
    deidentification = "tokenize"
  }
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_iam_role" "fail_untagged" {
  name               = "orders-fail_untagged"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_iam_role_policy" "fail_untagged" {
  name   = "data"
  role   = aws_iam_role.fail_untagged.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:GenerateMac", "Resource": "${aws_kms_key.token.arn}"}]}
  JSON
}

resource "aws_iam_role" "pass_other" {
  name               = "orders-pass_other"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_iam_role_policy" "pass_other" {
  name   = "data"
  role   = aws_iam_role.pass_other.name
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "${aws_kms_key.token.arn}"}]}
  JSON
}
