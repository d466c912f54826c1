resource "aws_glue_job" "pass_bounded" {
  name     = "orders"
  role_arn = "arn:aws:iam::111122223333:role/orders-job"
  command {
    script_location = "s3://code/job.py"
  }
  number_of_workers = 10
  timeout           = 60
  default_arguments = {
    "--enable-auto-scaling"              = "true"
    "--enable-continuous-cloudwatch-log" = "true"
  }
  execution_property {
    max_concurrent_runs = 4
  }
}

resource "aws_glue_job" "fail_fixed_workers" {
  name     = "orders"
  role_arn = "arn:aws:iam::111122223333:role/orders-job"
  command {
    script_location = "s3://code/job.py"
  }
  number_of_workers = 10
  timeout           = 60
  default_arguments = {
    "--enable-auto-scaling"              = "false"
    "--enable-continuous-cloudwatch-log" = "true"
  }
  execution_property {
    max_concurrent_runs = 4
  }
}

resource "aws_glue_job" "fail_silent" {
  name     = "orders"
  role_arn = "arn:aws:iam::111122223333:role/orders-job"
  command {
    script_location = "s3://code/job.py"
  }
  number_of_workers = 10
  timeout           = 60
  default_arguments = {
    "--enable-auto-scaling"              = "true"
    "--enable-continuous-cloudwatch-log" = "false"
  }
  execution_property {
    max_concurrent_runs = 4
  }
}

resource "aws_glue_job" "fail_too_many" {
  name     = "orders"
  role_arn = "arn:aws:iam::111122223333:role/orders-job"
  command {
    script_location = "s3://code/job.py"
  }
  number_of_workers = 300
  timeout           = 60
  default_arguments = {
    "--enable-auto-scaling"              = "true"
    "--enable-continuous-cloudwatch-log" = "true"
  }
  execution_property {
    max_concurrent_runs = 4
  }
}

resource "aws_glue_job" "fail_endless" {
  name     = "orders"
  role_arn = "arn:aws:iam::111122223333:role/orders-job"
  command {
    script_location = "s3://code/job.py"
  }
  number_of_workers = 10
  timeout           = 10000
  default_arguments = {
    "--enable-auto-scaling"              = "true"
    "--enable-continuous-cloudwatch-log" = "true"
  }
  execution_property {
    max_concurrent_runs = 4
  }
}

resource "aws_glue_job" "fail_any_number_of_runs" {
  name     = "orders"
  role_arn = "arn:aws:iam::111122223333:role/orders-job"
  command {
    script_location = "s3://code/job.py"
  }
  number_of_workers = 10
  timeout           = 60
  default_arguments = {
    "--enable-auto-scaling"              = "true"
    "--enable-continuous-cloudwatch-log" = "true"
  }
}
