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

resource "aws_sagemaker_model" "pass_released" {
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

resource "aws_sagemaker_model" "fail_trained" {
  name                     = "scoring"
  execution_role_arn       = aws_iam_role.own.arn
  enable_network_isolation = true
  tags = {
    model_package = "arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/3"
  }
  primary_container {
    image          = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    model_data_url = "s3://int-churn-models-111122223333-eu-central-1/models/churn/7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d/model.tar.gz"
    environment = {
      MODEL_MANIFEST_SHA256 = "7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    }
  }
  vpc_config {
    security_group_ids = [aws_security_group.own.id]
    subnets            = [aws_subnet.own.id]
  }
}

resource "aws_sagemaker_model" "fail_without_digest" {
  name                     = "scoring"
  execution_role_arn       = aws_iam_role.own.arn
  enable_network_isolation = true
  tags = {
    model_package = "arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/3"
  }
  primary_container {
    image          = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    model_data_url = "s3://int-churn-released-111122223333-eu-central-1/released/churn/latest/model.tar.gz"
    environment = {
      MODEL_MANIFEST_SHA256 = "7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    }
  }
  vpc_config {
    security_group_ids = [aws_security_group.own.id]
    subnets            = [aws_subnet.own.id]
  }
}

resource "aws_sagemaker_model" "fail_of_another_account" {
  name                     = "scoring"
  execution_role_arn       = aws_iam_role.own.arn
  enable_network_isolation = true
  tags = {
    model_package = "arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/3"
  }
  primary_container {
    image          = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    model_data_url = "s3://int-churn-released-999999999999-eu-central-1/released/churn/7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d/model.tar.gz"
    environment = {
      MODEL_MANIFEST_SHA256 = "7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    }
  }
  vpc_config {
    security_group_ids = [aws_security_group.own.id]
    subnets            = [aws_subnet.own.id]
  }
}

resource "aws_sagemaker_model" "fail_no_file" {
  name                     = "scoring"
  execution_role_arn       = aws_iam_role.own.arn
  enable_network_isolation = true
  tags = {
    model_package = "arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/3"
  }
  primary_container {
    image = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    environment = {
      MODEL_MANIFEST_SHA256 = "7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    }
  }
  vpc_config {
    security_group_ids = [aws_security_group.own.id]
    subnets            = [aws_subnet.own.id]
  }
}

resource "aws_sagemaker_model" "fail_tagged_image" {
  name                     = "scoring"
  execution_role_arn       = aws_iam_role.own.arn
  enable_network_isolation = true
  tags = {
    model_package = "arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/3"
  }
  primary_container {
    image          = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving:latest"
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

resource "aws_sagemaker_model" "fail_foreign_image" {
  name                     = "scoring"
  execution_role_arn       = aws_iam_role.own.arn
  enable_network_isolation = true
  tags = {
    model_package = "arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/3"
  }
  primary_container {
    image          = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/anybodys@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
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

resource "aws_sagemaker_model" "fail_no_manifest" {
  name                     = "scoring"
  execution_role_arn       = aws_iam_role.own.arn
  enable_network_isolation = true
  tags = {
    model_package = "arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/3"
  }
  primary_container {
    image          = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    model_data_url = "s3://int-churn-released-111122223333-eu-central-1/released/churn/7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d/model.tar.gz"
  }
  vpc_config {
    security_group_ids = [aws_security_group.own.id]
    subnets            = [aws_subnet.own.id]
  }
}

resource "aws_sagemaker_model" "fail_half_a_manifest" {
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
      MODEL_MANIFEST_SHA256 = "7d7d7d7d7d"
    }
  }
  vpc_config {
    security_group_ids = [aws_security_group.own.id]
    subnets            = [aws_subnet.own.id]
  }
}

resource "aws_sagemaker_model" "fail_unapproved" {
  name                     = "scoring"
  execution_role_arn       = aws_iam_role.own.arn
  enable_network_isolation = true
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

resource "aws_sagemaker_model" "fail_approved_elsewhere" {
  name                     = "scoring"
  execution_role_arn       = aws_iam_role.own.arn
  enable_network_isolation = true
  tags = {
    model_package = "arn:aws:sagemaker:eu-central-1:999922223333:model-package/churn-models/3"
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

resource "aws_sagemaker_model" "fail_group_only" {
  name                     = "scoring"
  execution_role_arn       = aws_iam_role.own.arn
  enable_network_isolation = true
  tags = {
    model_package = "arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/churn-models"
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

resource "aws_sagemaker_model" "fail_by_package" {
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
    model_package_name = "arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/3"
  }
  vpc_config {
    security_group_ids = [aws_security_group.own.id]
    subnets            = [aws_subnet.own.id]
  }
}

resource "aws_sagemaker_model" "fail_two_containers" {
  name                     = "scoring"
  execution_role_arn       = aws_iam_role.own.arn
  enable_network_isolation = true
  tags = {
    model_package = "arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-models/3"
  }
  vpc_config {
    security_group_ids = [aws_security_group.own.id]
    subnets            = [aws_subnet.own.id]
  }
  container {
    image          = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    model_data_url = "s3://int-churn-released-111122223333-eu-central-1/released/churn/7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d/model.tar.gz"
    environment = {
      MODEL_MANIFEST_SHA256 = "7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    }
  }
  container {
    image          = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/scoring-serving@sha256:7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    model_data_url = "s3://int-churn-released-111122223333-eu-central-1/released/churn/7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d/model.tar.gz"
    environment = {
      MODEL_MANIFEST_SHA256 = "7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d"
    }
  }
}
