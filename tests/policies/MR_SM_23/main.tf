resource "aws_sagemaker_code_repository" "pass_by_role" {
  code_repository_name = "code"
  git_config {
    repository_url = "https://git-codecommit.eu-central-1.amazonaws.com/v1/repos/code"
  }
}

resource "aws_sagemaker_code_repository" "pass_with_secret" {
  code_repository_name = "code"
  git_config {
    repository_url = "https://git.example.org/code.git"
    secret_arn     = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:git-1a2b3c"
  }
}

resource "aws_sagemaker_code_repository" "fail_plain" {
  code_repository_name = "code"
  git_config {
    repository_url = "http://git.example.org/code.git"
  }
}

resource "aws_sagemaker_code_repository" "fail_password" {
  code_repository_name = "code"
  git_config {
    repository_url = "https://ada:lovelace@git.example.org/code.git"
  }
}

resource "aws_sagemaker_code_repository" "fail_token" {
  code_repository_name = "code"
  git_config {
    repository_url = "https://token@git.example.org/code.git"
  }
}

resource "aws_sagemaker_code_repository" "fail_token_in_query" {
  code_repository_name = "code"
  git_config {
    repository_url = "https://git.example.org/code.git?token=abc"
  }
}

resource "aws_sagemaker_code_repository" "fail_the_secret_itself" {
  code_repository_name = "code"
  git_config {
    repository_url = "https://git.example.org/code.git"
    secret_arn     = "lovelace"
  }
}
