resource "aws_emr_block_public_access_configuration" "pass_closed" {
  block_public_security_group_rules = true
}

resource "aws_emr_block_public_access_configuration" "fail_off" {
  block_public_security_group_rules = false
}

resource "aws_emr_block_public_access_configuration" "fail_ssh" {
  block_public_security_group_rules = true
  permitted_public_security_group_rule_range {
    min_range = 22
    max_range = 22
  }
}
