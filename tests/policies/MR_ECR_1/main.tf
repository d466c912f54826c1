resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_kms_key" "still" {
  enable_key_rotation = false
}

resource "aws_ecr_repository" "pass_whole" {
  name                 = "orders-pass-whole"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.own.arn
  }
}

resource "aws_ecr_lifecycle_policy" "pass_whole" {
  repository = aws_ecr_repository.pass_whole.name
  policy     = <<-JSON
    {"rules": []}
  JSON
}

resource "aws_ecr_repository" "fail_key_of_aws" {
  name                 = "orders-fail-key-of-aws"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "fail_key_of_aws" {
  repository = aws_ecr_repository.fail_key_of_aws.name
  policy     = <<-JSON
    {"rules": []}
  JSON
}

resource "aws_ecr_repository" "fail_aes" {
  name                 = "orders-fail-aes"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
  encryption_configuration {
    encryption_type = "AES256"
  }
}

resource "aws_ecr_lifecycle_policy" "fail_aes" {
  repository = aws_ecr_repository.fail_aes.name
  policy     = <<-JSON
    {"rules": []}
  JSON
}

resource "aws_ecr_repository" "fail_key_that_stays" {
  name                 = "orders-fail-key-that-stays"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.still.arn
  }
}

resource "aws_ecr_lifecycle_policy" "fail_key_that_stays" {
  repository = aws_ecr_repository.fail_key_that_stays.name
  policy     = <<-JSON
    {"rules": []}
  JSON
}

resource "aws_ecr_repository" "fail_mutable" {
  name                 = "orders-fail-mutable"
  image_tag_mutability = "MUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.own.arn
  }
}

resource "aws_ecr_lifecycle_policy" "fail_mutable" {
  repository = aws_ecr_repository.fail_mutable.name
  policy     = <<-JSON
    {"rules": []}
  JSON
}

resource "aws_ecr_repository" "fail_no_scan" {
  name                 = "orders-fail-no-scan"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = false
  }
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.own.arn
  }
}

resource "aws_ecr_lifecycle_policy" "fail_no_scan" {
  repository = aws_ecr_repository.fail_no_scan.name
  policy     = <<-JSON
    {"rules": []}
  JSON
}

resource "aws_ecr_repository" "fail_deleted_with_images" {
  name                 = "orders-fail-deleted-with-images"
  image_tag_mutability = "IMMUTABLE"
  force_delete         = true
  image_scanning_configuration {
    scan_on_push = true
  }
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.own.arn
  }
}

resource "aws_ecr_lifecycle_policy" "fail_deleted_with_images" {
  repository = aws_ecr_repository.fail_deleted_with_images.name
  policy     = <<-JSON
    {"rules": []}
  JSON
}

resource "aws_ecr_repository" "fail_no_lifecycle" {
  name                 = "orders-fail-no-lifecycle"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.own.arn
  }
}

