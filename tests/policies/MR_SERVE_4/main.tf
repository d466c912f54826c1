resource "aws_sagemaker_endpoint_configuration" "pass_machines" {
  name        = "scoring"
  kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/1"
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
    kms_key_id                  = "arn:aws:kms:eu-central-1:111122223333:key/1"
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_serverless" {
  name        = "scoring"
  kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/1"
  production_variants {
    model_name = "scoring"
    serverless_config {
      max_concurrency   = 5
      memory_size_in_mb = 2048
    }
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    kms_key_id                  = "arn:aws:kms:eu-central-1:111122223333:key/1"
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_no_number" {
  name        = "scoring"
  kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/1"
  production_variants {
    variant_name  = "model"
    model_name    = "scoring"
    instance_type = "ml.m5.large"
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    kms_key_id                  = "arn:aws:kms:eu-central-1:111122223333:key/1"
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_too_many" {
  name        = "scoring"
  kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/1"
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 1000
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    kms_key_id                  = "arn:aws:kms:eu-central-1:111122223333:key/1"
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_shell" {
  name        = "scoring"
  kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/1"
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
    enable_ssm_access      = true
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    kms_key_id                  = "arn:aws:kms:eu-central-1:111122223333:key/1"
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_dumps" {
  name        = "scoring"
  kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/1"
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
    core_dump_config {
      destination_s3_uri = "s3://somewhere/"
    }
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    kms_key_id                  = "arn:aws:kms:eu-central-1:111122223333:key/1"
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_two_variants" {
  name        = "scoring"
  kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/1"
  production_variants {
    variant_name           = "model"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
  production_variants {
    variant_name           = "other"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://con-scoring-captured/captured"
    kms_key_id                  = "arn:aws:kms:eu-central-1:111122223333:key/1"
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "fail_shadow" {
  name        = "scoring"
  kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/1"
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
    kms_key_id                  = "arn:aws:kms:eu-central-1:111122223333:key/1"
    capture_options {
      capture_mode = "Input"
    }
    capture_options {
      capture_mode = "Output"
    }
  }
  shadow_production_variants {
    variant_name           = "shadow"
    model_name             = "scoring"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
}
