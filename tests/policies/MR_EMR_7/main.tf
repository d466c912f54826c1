resource "aws_emr_cluster" "pass_protected" {
  name                   = "features-pass-protected"
  release_label          = "emr-7.10.0"
  service_role           = "arn:aws:iam::111122223333:role/emr"
  termination_protection = true
}

resource "aws_emr_cluster" "fail_open" {
  name                   = "features-fail-open"
  release_label          = "emr-7.10.0"
  service_role           = "arn:aws:iam::111122223333:role/emr"
  termination_protection = false
}

resource "aws_emr_cluster" "fail_unsaid" {
  name          = "features-fail-unsaid"
  release_label = "emr-7.10.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"
}
