resource "aws_security_group" "primary" {
  name = "primary"
}

resource "aws_security_group" "nodes" {
  name = "nodes"
}

resource "aws_security_group" "service" {
  name = "service"
}

resource "aws_emr_security_configuration" "own" {
  name          = "features"
  configuration = "{}"
}

resource "aws_emr_cluster" "pass_own" {
  name                   = "features-pass-own"
  release_label          = "emr-7.10.0"
  service_role           = "arn:aws:iam::111122223333:role/emr"
  security_configuration = aws_emr_security_configuration.own.name
  ec2_attributes {
    instance_profile                  = "nodes"
    emr_managed_master_security_group = aws_security_group.primary.id
    emr_managed_slave_security_group  = aws_security_group.nodes.id
    service_access_security_group     = aws_security_group.service.id
    subnet_ids                        = ["subnet-a"]
  }
}

resource "aws_emr_cluster" "pass_one_subnet" {
  name                   = "features-pass-one-subnet"
  release_label          = "emr-7.10.0"
  service_role           = "arn:aws:iam::111122223333:role/emr"
  security_configuration = aws_emr_security_configuration.own.name
  ec2_attributes {
    instance_profile                  = "nodes"
    emr_managed_master_security_group = aws_security_group.primary.id
    emr_managed_slave_security_group  = aws_security_group.nodes.id
    service_access_security_group     = aws_security_group.service.id
    subnet_id                         = "subnet-a"
  }
}

resource "aws_emr_cluster" "pass_more_groups" {
  name                   = "features-pass-more-groups"
  release_label          = "emr-7.10.0"
  service_role           = "arn:aws:iam::111122223333:role/emr"
  security_configuration = aws_emr_security_configuration.own.name
  ec2_attributes {
    instance_profile                  = "nodes"
    emr_managed_master_security_group = aws_security_group.primary.id
    emr_managed_slave_security_group  = aws_security_group.nodes.id
    service_access_security_group     = aws_security_group.service.id
    subnet_ids                        = ["subnet-a"]
    additional_slave_security_groups  = aws_security_group.service.id
  }
}

resource "aws_emr_cluster" "fail_no_configuration" {
  name          = "features-fail-no-configuration"
  release_label = "emr-7.10.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"
  ec2_attributes {
    instance_profile                  = "nodes"
    emr_managed_master_security_group = aws_security_group.primary.id
    emr_managed_slave_security_group  = aws_security_group.nodes.id
    service_access_security_group     = aws_security_group.service.id
    subnet_ids                        = ["subnet-a"]
  }
}

resource "aws_emr_cluster" "fail_foreign_configuration" {
  name                   = "features-fail-foreign-configuration"
  release_label          = "emr-7.10.0"
  service_role           = "arn:aws:iam::111122223333:role/emr"
  security_configuration = "other"
  ec2_attributes {
    instance_profile                  = "nodes"
    emr_managed_master_security_group = aws_security_group.primary.id
    emr_managed_slave_security_group  = aws_security_group.nodes.id
    service_access_security_group     = aws_security_group.service.id
    subnet_ids                        = ["subnet-a"]
  }
}

resource "aws_emr_cluster" "fail_ssh_key" {
  name                   = "features-fail-ssh-key"
  release_label          = "emr-7.10.0"
  service_role           = "arn:aws:iam::111122223333:role/emr"
  security_configuration = aws_emr_security_configuration.own.name
  ec2_attributes {
    instance_profile                  = "nodes"
    emr_managed_master_security_group = aws_security_group.primary.id
    emr_managed_slave_security_group  = aws_security_group.nodes.id
    service_access_security_group     = aws_security_group.service.id
    subnet_ids                        = ["subnet-a"]
    key_name                          = "admin"
  }
}

resource "aws_emr_cluster" "fail_no_subnet" {
  name                   = "features-fail-no-subnet"
  release_label          = "emr-7.10.0"
  service_role           = "arn:aws:iam::111122223333:role/emr"
  security_configuration = aws_emr_security_configuration.own.name
  ec2_attributes {
    instance_profile                  = "nodes"
    emr_managed_master_security_group = aws_security_group.primary.id
    emr_managed_slave_security_group  = aws_security_group.nodes.id
    service_access_security_group     = aws_security_group.service.id

  }
}

resource "aws_emr_cluster" "fail_groups_of_emr" {
  name                   = "features-fail-groups-of-emr"
  release_label          = "emr-7.10.0"
  service_role           = "arn:aws:iam::111122223333:role/emr"
  security_configuration = aws_emr_security_configuration.own.name
  ec2_attributes {
    instance_profile = "nodes"

    subnet_ids = ["subnet-a"]
  }
}

resource "aws_emr_cluster" "fail_no_service_group" {
  name                   = "features-fail-no-service-group"
  release_label          = "emr-7.10.0"
  service_role           = "arn:aws:iam::111122223333:role/emr"
  security_configuration = aws_emr_security_configuration.own.name
  ec2_attributes {
    instance_profile                  = "nodes"
    emr_managed_master_security_group = aws_security_group.primary.id
    emr_managed_slave_security_group  = aws_security_group.nodes.id
    subnet_ids                        = ["subnet-a"]
  }
}

resource "aws_emr_cluster" "fail_foreign_group" {
  name                   = "features-fail-foreign-group"
  release_label          = "emr-7.10.0"
  service_role           = "arn:aws:iam::111122223333:role/emr"
  security_configuration = aws_emr_security_configuration.own.name
  ec2_attributes {
    instance_profile                  = "nodes"
    emr_managed_master_security_group = aws_security_group.primary.id
    emr_managed_slave_security_group  = "sg-12345678"
    service_access_security_group     = aws_security_group.service.id
    subnet_ids                        = ["subnet-a"]
  }
}

resource "aws_emr_cluster" "fail_more_groups" {
  name                   = "features-fail-more-groups"
  release_label          = "emr-7.10.0"
  service_role           = "arn:aws:iam::111122223333:role/emr"
  security_configuration = aws_emr_security_configuration.own.name
  ec2_attributes {
    instance_profile                  = "nodes"
    emr_managed_master_security_group = aws_security_group.primary.id
    emr_managed_slave_security_group  = aws_security_group.nodes.id
    service_access_security_group     = aws_security_group.service.id
    subnet_ids                        = ["subnet-a"]
    additional_master_security_groups = "sg-12345678"
  }
}

resource "aws_emr_cluster" "fail_kerberos" {
  name                   = "features-fail-kerberos"
  release_label          = "emr-7.10.0"
  service_role           = "arn:aws:iam::111122223333:role/emr"
  security_configuration = aws_emr_security_configuration.own.name
  kerberos_attributes {
    kdc_admin_password = "changeme"
    realm              = "EC2.INTERNAL"
  }
  ec2_attributes {
    instance_profile                  = "nodes"
    emr_managed_master_security_group = aws_security_group.primary.id
    emr_managed_slave_security_group  = aws_security_group.nodes.id
    service_access_security_group     = aws_security_group.service.id
    subnet_ids                        = ["subnet-a"]
  }
}
