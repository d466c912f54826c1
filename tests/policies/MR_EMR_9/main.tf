resource "aws_subnet" "a" {
  vpc_id     = "vpc-orders"
  cidr_block = "10.20.0.0/22"
}

resource "aws_emr_cluster" "pass_as_it_comes" {
  name                       = "orders-pass-as-it-comes"
  service_role               = "orders-spark-service"
  release_label              = "emr-7.10.0"
  applications               = ["Spark"]
  unhealthy_node_replacement = true

  ec2_attributes {
    instance_profile = "nodes"
    subnet_ids       = [aws_subnet.a.id]
  }
}

resource "aws_emr_cluster" "fail_old_release" {
  name                       = "orders-fail-old-release"
  service_role               = "orders-spark-service"
  release_label              = "emr-5.20.0"
  applications               = ["Spark"]
  unhealthy_node_replacement = true

  ec2_attributes {
    instance_profile = "nodes"
    subnet_ids       = [aws_subnet.a.id]
  }
}

resource "aws_emr_cluster" "fail_bootstrap" {
  name                       = "orders-fail-bootstrap"
  service_role               = "orders-spark-service"
  release_label              = "emr-7.10.0"
  applications               = ["Spark"]
  unhealthy_node_replacement = true

  bootstrap_action {
    name = "more"
    path = "s3://orders/more.sh"
  }

  ec2_attributes {
    instance_profile = "nodes"
    subnet_ids       = [aws_subnet.a.id]
  }
}

resource "aws_emr_cluster" "fail_settings" {
  name                       = "orders-fail-settings"
  service_role               = "orders-spark-service"
  release_label              = "emr-7.10.0"
  applications               = ["Spark"]
  unhealthy_node_replacement = true
  configurations_json        = "[{}]"

  ec2_attributes {
    instance_profile = "nodes"
    subnet_ids       = [aws_subnet.a.id]
  }
}

resource "aws_emr_cluster" "fail_image" {
  name                       = "orders-fail-image"
  service_role               = "orders-spark-service"
  release_label              = "emr-7.10.0"
  applications               = ["Spark"]
  unhealthy_node_replacement = true
  custom_ami_id              = "ami-0123456789abcdef0"

  ec2_attributes {
    instance_profile = "nodes"
    subnet_ids       = [aws_subnet.a.id]
  }
}

resource "aws_emr_cluster" "fail_notebooks" {
  name                       = "orders-fail-notebooks"
  service_role               = "orders-spark-service"
  release_label              = "emr-7.10.0"
  applications               = ["Spark", "JupyterHub"]
  unhealthy_node_replacement = true

  ec2_attributes {
    instance_profile = "nodes"
    subnet_ids       = [aws_subnet.a.id]
  }
}

resource "aws_emr_cluster" "fail_sick_nodes" {
  name                       = "orders-fail-sick-nodes"
  service_role               = "orders-spark-service"
  release_label              = "emr-7.10.0"
  applications               = ["Spark"]
  unhealthy_node_replacement = false

  ec2_attributes {
    instance_profile = "nodes"
    subnet_ids       = [aws_subnet.a.id]
  }
}

resource "aws_emr_cluster" "fail_many_jobs" {
  name                       = "orders-fail-many-jobs"
  service_role               = "orders-spark-service"
  release_label              = "emr-7.10.0"
  applications               = ["Spark"]
  unhealthy_node_replacement = true
  step_concurrency_level     = 256

  ec2_attributes {
    instance_profile = "nodes"
    subnet_ids       = [aws_subnet.a.id]
  }
}

resource "aws_emr_cluster" "fail_elsewhere" {
  name                       = "orders-fail-elsewhere"
  service_role               = "orders-spark-service"
  release_label              = "emr-7.10.0"
  applications               = ["Spark"]
  unhealthy_node_replacement = true

  ec2_attributes {
    instance_profile = "nodes"
    subnet_ids       = ["subnet-0123456789abcdef0"]
  }
}
