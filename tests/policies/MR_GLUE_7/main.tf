resource "aws_s3_bucket" "code" {
  bucket = "orders-code"
}

resource "aws_cloudwatch_log_group" "jobs" {
  name = "/aws-glue/jobs/orders"
}

resource "aws_glue_job" "pass_own" {
  name         = "orders-pass-own"
  role_arn     = "arn:aws:iam::111122223333:role/orders"
  glue_version = "5.0"

  command {
    script_location = "s3://orders-code/job.py"
  }

  default_arguments = {
    "--continuous-log-logGroup" = "/aws-glue/jobs/orders"
    "--extra-py-files"          = "s3://orders-code/a.zip,s3://orders-code/b.zip"
  }
}

resource "aws_glue_job" "fail_script" {
  name         = "orders-fail-script"
  role_arn     = "arn:aws:iam::111122223333:role/orders"
  glue_version = "5.0"

  command {
    script_location = "s3://elsewhere/job.py"
  }

  default_arguments = {
    "--continuous-log-logGroup" = "/aws-glue/jobs/orders"
  }
}

resource "aws_glue_job" "fail_package" {
  name         = "orders-fail-package"
  role_arn     = "arn:aws:iam::111122223333:role/orders"
  glue_version = "5.0"

  command {
    script_location = "s3://orders-code/job.py"
  }

  default_arguments = {
    "--continuous-log-logGroup" = "/aws-glue/jobs/orders"
    "--extra-jars"              = "s3://orders-code/a.jar,s3://elsewhere/b.jar"
  }
}

resource "aws_glue_job" "fail_fetched" {
  name         = "orders-fail-fetched"
  role_arn     = "arn:aws:iam::111122223333:role/orders"
  glue_version = "5.0"

  command {
    script_location = "s3://orders-code/job.py"
  }

  default_arguments = {
    "--continuous-log-logGroup" = "/aws-glue/jobs/orders"
    "--additional-python-modules" = "requests"
  }
}

resource "aws_glue_job" "fail_old" {
  name         = "orders-fail-old"
  role_arn     = "arn:aws:iam::111122223333:role/orders"
  glue_version = "2.0"

  command {
    script_location = "s3://orders-code/job.py"
  }

  default_arguments = {
    "--continuous-log-logGroup" = "/aws-glue/jobs/orders"
  }
}

resource "aws_glue_job" "fail_connection" {
  name         = "orders-fail-connection"
  role_arn     = "arn:aws:iam::111122223333:role/orders"
  glue_version = "5.0"
  connections  = ["internet"]

  command {
    script_location = "s3://orders-code/job.py"
  }

  default_arguments = {
    "--continuous-log-logGroup" = "/aws-glue/jobs/orders"
  }
}

resource "aws_glue_job" "fail_tries" {
  name         = "orders-fail-tries"
  role_arn     = "arn:aws:iam::111122223333:role/orders"
  glue_version = "5.0"
  max_retries  = 10

  command {
    script_location = "s3://orders-code/job.py"
  }

  default_arguments = {
    "--continuous-log-logGroup" = "/aws-glue/jobs/orders"
  }
}

resource "aws_glue_job" "fail_log" {
  name         = "orders-fail-log"
  role_arn     = "arn:aws:iam::111122223333:role/orders"
  glue_version = "5.0"

  command {
    script_location = "s3://orders-code/job.py"
  }

  default_arguments = {
    "--continuous-log-logGroup" = "/elsewhere"
  }
}
