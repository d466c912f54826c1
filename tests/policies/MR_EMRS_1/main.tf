resource "aws_emrserverless_application" "pass_two_zones" {
  name          = "orders"
  type          = "spark"
  release_label = "emr-7.9.0"
  network_configuration {
    subnet_ids         = ["subnet-a", "subnet-b"]
    security_group_ids = ["sg-a"]
  }
}

resource "aws_emrserverless_application" "fail_no_network" {
  name          = "orders"
  type          = "spark"
  release_label = "emr-7.9.0"

}

resource "aws_emrserverless_application" "fail_one_zone" {
  name          = "orders"
  type          = "spark"
  release_label = "emr-7.9.0"
  network_configuration {
    subnet_ids         = ["subnet-a"]
    security_group_ids = ["sg-a"]
  }
}

resource "aws_emrserverless_application" "fail_no_group" {
  name          = "orders"
  type          = "spark"
  release_label = "emr-7.9.0"
  network_configuration {
    subnet_ids         = ["subnet-a", "subnet-b"]
    security_group_ids = []
  }
}

resource "aws_emrserverless_application" "fail_notebooks" {
  name          = "orders"
  type          = "spark"
  release_label = "emr-7.9.0"
  network_configuration {
    subnet_ids         = ["subnet-a", "subnet-b"]
    security_group_ids = ["sg-a"]
  }
  interactive_configuration {
    studio_enabled = true
  }
}
