terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}
provider "aws" {
  region = "eu-central-1"
  access_key = "x"
  secret_key = "y"
  skip_credentials_validation = true
  skip_requesting_account_id = true
  skip_metadata_api_check = true
}
variable "key" { default = null }
resource "aws_kms_key" "k" { enable_key_rotation = true }
module "m" {
  source = "./m"
  key    = aws_kms_key.k.arn
}
resource "aws_iam_role" "r" {
  name = "r"
  assume_role_policy = jsonencode({Version="2012-10-17",Statement=[{Effect="Allow",Action="sts:AssumeRole",Principal={Service="lambda.amazonaws.com"}}]})
}
resource "aws_iam_role_policy" "p" {
  role = aws_iam_role.r.id
  policy = jsonencode({Version="2012-10-17",Statement=[{Effect="Allow",Action="s3:*",Resource="${module.m.arn}/*"}]})
}
resource "aws_s3_bucket" "each" {
  for_each = toset(["a","b"])
  bucket = "b-${each.key}"
}
resource "aws_s3_bucket_versioning" "each" {
  for_each = aws_s3_bucket.each
  bucket = each.value.id
  versioning_configuration { status = "Enabled" }
}
