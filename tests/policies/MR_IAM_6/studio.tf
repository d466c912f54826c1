resource "aws_iam_role" "own" {
  name               = "notebook"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_sagemaker_user_profile" "pass_own" {
  domain_id         = "d-1"
  user_profile_name = "ada"
  user_settings {
    execution_role = aws_iam_role.own.arn
  }
}

resource "aws_sagemaker_feature_group" "pass_own" {
  feature_group_name             = "churn"
  record_identifier_feature_name = "id"
  event_time_feature_name        = "at"
  role_arn                       = aws_iam_role.own.arn
  feature_definition {
    feature_name = "id"
    feature_type = "String"
  }
}

resource "aws_sagemaker_domain" "pass_own" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  default_user_settings {
    execution_role = aws_iam_role.own.arn
  }
}

resource "aws_sagemaker_user_profile" "fail_elsewhere" {
  domain_id         = "d-1"
  user_profile_name = "ada"
  user_settings {
    execution_role = "arn:aws:iam::111122223333:role/elsewhere"
  }
}

resource "aws_sagemaker_feature_group" "fail_elsewhere" {
  feature_group_name             = "churn"
  record_identifier_feature_name = "id"
  event_time_feature_name        = "at"
  role_arn                       = "arn:aws:iam::111122223333:role/elsewhere"
  feature_definition {
    feature_name = "id"
    feature_type = "String"
  }
}

resource "aws_sagemaker_domain" "fail_elsewhere" {
  domain_name = "churn"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/elsewhere"
  }
}
