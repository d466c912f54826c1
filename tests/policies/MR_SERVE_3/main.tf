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

resource "aws_s3_bucket" "captured" {
  bucket = "con-scoring-captured"
  tags = {
    zone = "captured"
  }
}

resource "aws_s3_bucket" "predictions" {
  bucket = "con-scoring-predictions"
  tags = {
    zone = "predictions"
  }
}

resource "aws_sns_topic" "told" {
  name = "told"
}

resource "aws_kms_key" "fixed" {
  enable_key_rotation = false
}

resource "aws_sagemaker_endpoint_configuration" "pass_at_once" {
  name        = "scoring"
  kms_key_arn = aws_kms_key.own.arn
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    kms_key_id                  = aws_kms_key.own.arn
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "pass_files" {
  name        = "scoring"
  kms_key_arn = aws_kms_key.own.arn
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    kms_key_id                  = aws_kms_key.own.arn
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
  async_inference_config {
    output_config {
      kms_key_id      = aws_kms_key.own.arn
      s3_output_path  = "s3://con-scoring-predictions/answers/"
      s3_failure_path = "s3://con-scoring-predictions/failures/"
      notification_config {
        success_topic = aws_sns_topic.told.arn
        error_topic   = aws_sns_topic.told.arn
      }
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "pass_both_modes_in_one" {
  name        = "scoring"
  kms_key_arn = aws_kms_key.own.arn
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    kms_key_id                  = aws_kms_key.own.arn
    capture_options {
      capture_mode = "InputAndOutput"
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_disk_of_aws" {
  name = "scoring"
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    kms_key_id                  = aws_kms_key.own.arn
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_disk_key_stays" {
  name        = "scoring"
  kms_key_arn = aws_kms_key.fixed.arn
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    kms_key_id                  = aws_kms_key.own.arn
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_no_capture" {
  name        = "scoring"
  kms_key_arn = aws_kms_key.own.arn
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_capture_off" {
  name        = "scoring"
  kms_key_arn = aws_kms_key.own.arn
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
  data_capture_config {
    enable_capture              = false
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    kms_key_id                  = aws_kms_key.own.arn
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_requests_only" {
  name        = "scoring"
  kms_key_arn = aws_kms_key.own.arn
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    kms_key_id                  = aws_kms_key.own.arn
    capture_options {
      capture_mode = "Input"
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_nothing_sampled" {
  name        = "scoring"
  kms_key_arn = aws_kms_key.own.arn
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 0
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    kms_key_id                  = aws_kms_key.own.arn
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_capture_in_the_clear" {
  name        = "scoring"
  kms_key_arn = aws_kms_key.own.arn
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_capture_elsewhere" {
  name        = "scoring"
  kms_key_arn = aws_kms_key.own.arn
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://somewhere/captured"
    kms_key_id                  = aws_kms_key.own.arn
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_answers_in_the_clear" {
  name        = "scoring"
  kms_key_arn = aws_kms_key.own.arn
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    kms_key_id                  = aws_kms_key.own.arn
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
  async_inference_config {
    output_config {
      s3_output_path  = "s3://con-scoring-predictions/answers/"
      s3_failure_path = "s3://con-scoring-predictions/failures/"
      notification_config {
        success_topic = aws_sns_topic.told.arn
        error_topic   = aws_sns_topic.told.arn
      }
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_answers_elsewhere" {
  name        = "scoring"
  kms_key_arn = aws_kms_key.own.arn
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    kms_key_id                  = aws_kms_key.own.arn
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
  async_inference_config {
    output_config {
      kms_key_id      = aws_kms_key.own.arn
      s3_output_path  = "s3://somewhere/"
      s3_failure_path = "s3://con-scoring-predictions/failures/"
      notification_config {
        success_topic = aws_sns_topic.told.arn
        error_topic   = aws_sns_topic.told.arn
      }
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_failures_elsewhere" {
  name        = "scoring"
  kms_key_arn = aws_kms_key.own.arn
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    kms_key_id                  = aws_kms_key.own.arn
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
  async_inference_config {
    output_config {
      kms_key_id     = aws_kms_key.own.arn
      s3_output_path = "s3://con-scoring-predictions/answers/"
      notification_config {
        success_topic = aws_sns_topic.told.arn
        error_topic   = aws_sns_topic.told.arn
      }
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_nobody_told" {
  name        = "scoring"
  kms_key_arn = aws_kms_key.own.arn
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    kms_key_id                  = aws_kms_key.own.arn
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
  async_inference_config {
    output_config {
      kms_key_id      = aws_kms_key.own.arn
      s3_output_path  = "s3://con-scoring-predictions/answers/"
      s3_failure_path = "s3://con-scoring-predictions/failures/"
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_foreign_topic" {
  name        = "scoring"
  kms_key_arn = aws_kms_key.own.arn
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    kms_key_id                  = aws_kms_key.own.arn
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
  async_inference_config {
    output_config {
      kms_key_id      = aws_kms_key.own.arn
      s3_output_path  = "s3://con-scoring-predictions/answers/"
      s3_failure_path = "s3://con-scoring-predictions/failures/"
      notification_config {
        success_topic = aws_sns_topic.told.arn
        error_topic   = "arn:aws:sns:eu-central-1:999999999999:told"
      }
    }
  }
}
