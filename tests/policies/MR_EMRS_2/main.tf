resource "aws_emrserverless_application" "pass_default_idle" {
  name          = "orders"
  type          = "spark"
  release_label = "emr-7.9.0"
  maximum_capacity {
    cpu    = "64 vCPU"
    memory = "256 GB"
    disk   = "800 GB"
  }
}

resource "aws_emrserverless_application" "pass_idle" {
  name          = "orders"
  type          = "spark"
  release_label = "emr-7.9.0"
  maximum_capacity {
    cpu    = "64 vCPU"
    memory = "256 GB"
    disk   = "800 GB"
  }
  auto_stop_configuration {
    enabled              = true
    idle_timeout_minutes = 5
  }
}

resource "aws_emrserverless_application" "fail_no_maximum" {
  name          = "orders"
  type          = "spark"
  release_label = "emr-7.9.0"

}

resource "aws_emrserverless_application" "fail_no_disk" {
  name          = "orders"
  type          = "spark"
  release_label = "emr-7.9.0"
  maximum_capacity {
    cpu    = "64 vCPU"
    memory = "256 GB"
  }
}

resource "aws_emrserverless_application" "fail_never_stops" {
  name          = "orders"
  type          = "spark"
  release_label = "emr-7.9.0"
  maximum_capacity {
    cpu    = "64 vCPU"
    memory = "256 GB"
    disk   = "800 GB"
  }
  auto_stop_configuration {
    enabled = false
  }
}

resource "aws_emrserverless_application" "fail_idles_for_days" {
  name          = "orders"
  type          = "spark"
  release_label = "emr-7.9.0"
  maximum_capacity {
    cpu    = "64 vCPU"
    memory = "256 GB"
    disk   = "800 GB"
  }
  auto_stop_configuration {
    enabled              = true
    idle_timeout_minutes = 2880
  }
}
