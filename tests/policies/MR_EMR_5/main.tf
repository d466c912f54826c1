resource "aws_emr_cluster" "pass_limits" {
  name          = "features-pass-limits"
  release_label = "emr-7.10.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"
  auto_termination_policy {
    idle_timeout = 180000
  }
}

resource "aws_emr_managed_scaling_policy" "pass_limits" {
  cluster_id = aws_emr_cluster.pass_limits.id
  compute_limits {
    unit_type                       = "InstanceFleetUnits"
    minimum_capacity_units          = 8
    maximum_core_capacity_units     = 16
    maximum_ondemand_capacity_units = 32
    maximum_capacity_units          = 64
  }
}

resource "aws_emr_cluster" "pass_no_spot" {
  name          = "features-pass-no-spot"
  release_label = "emr-7.10.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"
  auto_termination_policy {
    idle_timeout = 180000
  }
}

resource "aws_emr_managed_scaling_policy" "pass_no_spot" {
  cluster_id = aws_emr_cluster.pass_no_spot.id
  compute_limits {
    unit_type                       = "InstanceFleetUnits"
    minimum_capacity_units          = 8
    maximum_core_capacity_units     = 8
    maximum_ondemand_capacity_units = 8
    maximum_capacity_units          = 8
  }
}

resource "aws_emr_cluster" "fail_no_limits" {
  name          = "features-fail-no-limits"
  release_label = "emr-7.10.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"
  auto_termination_policy {
    idle_timeout = 180000
  }
}

resource "aws_emr_cluster" "fail_forever" {
  name          = "features-fail-forever"
  release_label = "emr-7.10.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"
}

resource "aws_emr_managed_scaling_policy" "fail_forever" {
  cluster_id = aws_emr_cluster.fail_forever.id
  compute_limits {
    unit_type                       = "InstanceFleetUnits"
    minimum_capacity_units          = 8
    maximum_core_capacity_units     = 16
    maximum_ondemand_capacity_units = 32
    maximum_capacity_units          = 64
  }
}

resource "aws_emr_cluster" "fail_idle_for_weeks" {
  name          = "features-fail-idle-for-weeks"
  release_label = "emr-7.10.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"
  auto_termination_policy {
    idle_timeout = 1209600
  }
}

resource "aws_emr_managed_scaling_policy" "fail_idle_for_weeks" {
  cluster_id = aws_emr_cluster.fail_idle_for_weeks.id
  compute_limits {
    unit_type                       = "InstanceFleetUnits"
    minimum_capacity_units          = 8
    maximum_core_capacity_units     = 16
    maximum_ondemand_capacity_units = 32
    maximum_capacity_units          = 64
  }
}

resource "aws_emr_cluster" "fail_core_on_spot" {
  name          = "features-fail-core-on-spot"
  release_label = "emr-7.10.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"
  auto_termination_policy {
    idle_timeout = 180000
  }
}

resource "aws_emr_managed_scaling_policy" "fail_core_on_spot" {
  cluster_id = aws_emr_cluster.fail_core_on_spot.id
  compute_limits {
    unit_type                       = "InstanceFleetUnits"
    minimum_capacity_units          = 8
    maximum_core_capacity_units     = 40
    maximum_ondemand_capacity_units = 32
    maximum_capacity_units          = 64
  }
}

resource "aws_emr_cluster" "fail_no_core_limit" {
  name          = "features-fail-no-core-limit"
  release_label = "emr-7.10.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"
  auto_termination_policy {
    idle_timeout = 180000
  }
}

resource "aws_emr_managed_scaling_policy" "fail_no_core_limit" {
  cluster_id = aws_emr_cluster.fail_no_core_limit.id
  compute_limits {
    unit_type                       = "InstanceFleetUnits"
    minimum_capacity_units          = 8
    maximum_ondemand_capacity_units = 32
    maximum_capacity_units          = 64
  }
}

resource "aws_emr_cluster" "fail_no_floor" {
  name          = "features-fail-no-floor"
  release_label = "emr-7.10.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"
  auto_termination_policy {
    idle_timeout = 180000
  }
}

resource "aws_emr_managed_scaling_policy" "fail_no_floor" {
  cluster_id = aws_emr_cluster.fail_no_floor.id
  compute_limits {
    unit_type                   = "InstanceFleetUnits"
    minimum_capacity_units      = 8
    maximum_core_capacity_units = 16
    maximum_capacity_units      = 64
  }
}

resource "aws_emr_cluster" "fail_upside_down" {
  name          = "features-fail-upside-down"
  release_label = "emr-7.10.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"
  auto_termination_policy {
    idle_timeout = 180000
  }
}

resource "aws_emr_managed_scaling_policy" "fail_upside_down" {
  cluster_id = aws_emr_cluster.fail_upside_down.id
  compute_limits {
    unit_type                       = "InstanceFleetUnits"
    minimum_capacity_units          = 80
    maximum_core_capacity_units     = 16
    maximum_ondemand_capacity_units = 32
    maximum_capacity_units          = 64
  }
}
