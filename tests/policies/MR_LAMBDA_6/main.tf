resource "aws_lambda_function" "pass_archive" {
  function_name    = "orders-pass_archive"
  role             = "arn:aws:iam::111122223333:role/x"
  filename         = "assets/x.zip"
  source_code_hash = "x"
}

resource "aws_lambda_function" "fail_no_hash" {
  function_name = "orders-fail_no_hash"
  role          = "arn:aws:iam::111122223333:role/x"
  filename      = "assets/x.zip"
}

resource "aws_lambda_function" "fail_bucket" {
  function_name = "orders-fail_bucket"
  role          = "arn:aws:iam::111122223333:role/x"
  s3_bucket     = "elsewhere"
  s3_key        = "x.zip"
}

resource "aws_lambda_function" "fail_layer" {
  function_name    = "orders-fail_layer"
  role             = "arn:aws:iam::111122223333:role/x"
  filename         = "assets/x.zip"
  source_code_hash = "x"
  layers           = ["arn:aws:lambda:eu-central-1:999999999999:layer:x:1"]
}

resource "aws_lambda_function" "fail_image" {
  function_name = "orders-fail_image"
  role          = "arn:aws:iam::111122223333:role/x"
  image_uri     = "x"
}

resource "aws_lambda_function" "fail_files" {
  function_name    = "orders-fail_files"
  role             = "arn:aws:iam::111122223333:role/x"
  filename         = "assets/x.zip"
  source_code_hash = "x"
  file_system_config {
    arn              = "arn:aws:elasticfilesystem:eu-central-1:999999999999:access-point/fsap-1"
    local_mount_path = "/mnt/x"
  }
}

resource "aws_lambda_function" "fail_old_runtime" {
  function_name    = "orders-fail_old_runtime"
  role             = "arn:aws:iam::111122223333:role/x"
  filename         = "assets/x.zip"
  source_code_hash = "x"
  runtime          = "python3.8"
}
