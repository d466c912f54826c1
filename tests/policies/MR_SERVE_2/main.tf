resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_subnet" "own" {
  vpc_id     = "vpc-1"
  cidr_block = "10.0.0.0/24"
}

resource "aws_security_group" "own" {
  name   = "endpoint"
  vpc_id = "vpc-1"
}

resource "aws_ecr_repository" "own" {
  name = "scoring-serving"
}

resource "aws_iam_role" "own" {
  name               = "scoring-monitor"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": []}
  JSON
}

resource "aws_sagemaker_model" "pass_isolated" {
  name                     = "scoring"
  execution_role_arn       = aws_iam_role.own.arn
  enable_network_isolation = true
  tags = {
    model_package = "arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/3"
  }
  primary_container {
    image          = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    model_data_url = "s3://int-churn-released-111122223333-eu-central-1/released/churn/7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d/model.tar.gz"
    environment = {
      MODEL_MANIFEST_SHA256 = "7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    }
  }
  vpc_config {
    security_group_ids = [aws_security_group.own.id]
    subnets            = [aws_subnet.own.id]
  }
}

resource "aws_sagemaker_model" "fail_reaches_others" {
  name                     = "scoring"
  execution_role_arn       = aws_iam_role.own.arn
  enable_network_isolation = false
  tags = {
    model_package = "arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/3"
  }
  primary_container {
    image          = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    model_data_url = "s3://int-churn-released-111122223333-eu-central-1/released/churn/7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d/model.tar.gz"
    environment = {
      MODEL_MANIFEST_SHA256 = "7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    }
  }
  vpc_config {
    security_group_ids = [aws_security_group.own.id]
    subnets            = [aws_subnet.own.id]
  }
}

resource "aws_sagemaker_model" "fail_nothing_said" {
  name               = "scoring"
  execution_role_arn = aws_iam_role.own.arn
  tags = {
    model_package = "arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/3"
  }
  primary_container {
    image          = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    model_data_url = "s3://int-churn-released-111122223333-eu-central-1/released/churn/7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d/model.tar.gz"
    environment = {
      MODEL_MANIFEST_SHA256 = "7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    }
  }
  vpc_config {
    security_group_ids = [aws_security_group.own.id]
    subnets            = [aws_subnet.own.id]
  }
}

resource "aws_sagemaker_model" "fail_no_network" {
  name                     = "scoring"
  execution_role_arn       = aws_iam_role.own.arn
  enable_network_isolation = true
  tags = {
    model_package = "arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/3"
  }
  primary_container {
    image          = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    model_data_url = "s3://int-churn-released-111122223333-eu-central-1/released/churn/7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d/model.tar.gz"
    environment = {
      MODEL_MANIFEST_SHA256 = "7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    }
  }
}

resource "aws_sagemaker_model" "fail_foreign_subnet" {
  name                     = "scoring"
  execution_role_arn       = aws_iam_role.own.arn
  enable_network_isolation = true
  tags = {
    model_package = "arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/3"
  }
  primary_container {
    image          = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    model_data_url = "s3://int-churn-released-111122223333-eu-central-1/released/churn/7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d/model.tar.gz"
    environment = {
      MODEL_MANIFEST_SHA256 = "7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    }
  }
  vpc_config {
    security_group_ids = [aws_security_group.own.id]
    subnets            = ["subnet-0123456789abcdef0"]
  }
}

resource "aws_sagemaker_model" "fail_foreign_group" {
  name                     = "scoring"
  execution_role_arn       = aws_iam_role.own.arn
  enable_network_isolation = true
  tags = {
    model_package = "arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/3"
  }
  primary_container {
    image          = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    model_data_url = "s3://int-churn-released-111122223333-eu-central-1/released/churn/7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d/model.tar.gz"
    environment = {
      MODEL_MANIFEST_SHA256 = "7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    }
  }
  vpc_config {
    security_group_ids = [aws_security_group.own.id, "sg-0123456789abcdef0"]
    subnets            = [aws_subnet.own.id]
  }
}
