resource "aws_launch_template" "pass_closed" {
  name = "orders-pass-closed"
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }
  network_interfaces {
    associate_public_ip_address = "false"
  }
}

resource "aws_launch_template" "fail_no_metadata_options" {
  name = "orders-fail-no-metadata-options"
  network_interfaces {
    associate_public_ip_address = "false"
  }
}

resource "aws_launch_template" "fail_no_token" {
  name = "orders-fail-no-token"
  metadata_options {
    http_tokens                 = "optional"
    http_put_response_hop_limit = 1
  }
  network_interfaces {
    associate_public_ip_address = "false"
  }
}

resource "aws_launch_template" "fail_two_hops" {
  name = "orders-fail-two-hops"
  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 2
  }
  network_interfaces {
    associate_public_ip_address = "false"
  }
}

resource "aws_launch_template" "fail_public" {
  name = "orders-fail-public"
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }
  network_interfaces {
    associate_public_ip_address = "true"
  }
}

resource "aws_launch_template" "fail_as_the_subnet_says" {
  name = "orders-fail-as-the-subnet-says"
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }
}

resource "aws_launch_template" "fail_ssh" {
  name = "orders-fail-ssh"
  key_name = "somebody"
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }
  network_interfaces {
    associate_public_ip_address = "false"
  }
}

resource "aws_launch_template" "fail_tells_tags" {
  name = "orders-fail-tells-tags"
  metadata_options {
    http_endpoint               = "enabled"
    instance_metadata_tags      = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }
  network_interfaces {
    associate_public_ip_address = "false"
  }
}

resource "aws_launch_template" "fail_foreign_profile" {
  name = "orders-fail-foreign-profile"
  iam_instance_profile {
    arn = "arn:aws:iam::999999999999:instance-profile/x"
  }
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }
  network_interfaces {
    associate_public_ip_address = "false"
  }
}
