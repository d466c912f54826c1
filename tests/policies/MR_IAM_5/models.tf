resource "aws_sagemaker_model_package_group_policy" "pass_named" {
  model_package_group_name = "models"
  resource_policy          = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/owner"}, "Action": ["sagemaker:DescribeModelPackage"], "Resource": "*"}]}
  JSON
}

resource "aws_sagemaker_model_package_group_policy" "fail_another_account" {
  model_package_group_name = "models"
  resource_policy          = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::999999999999:root"}, "Action": ["sagemaker:DescribeModelPackage"], "Resource": "*"}]}
  JSON
}

resource "aws_sagemaker_model_package_group_policy" "fail_everything" {
  model_package_group_name = "models"
  resource_policy          = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/owner"}, "Action": ["sagemaker:*"], "Resource": "*"}]}
  JSON
}

resource "aws_iam_role" "owner" {
  name               = "owner"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}
