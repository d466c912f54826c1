resource "aws_ebs_snapshot_block_public_access" "pass_blocked" {
  state = "block-all-sharing"
}

resource "aws_ebs_snapshot_block_public_access" "fail_new_only" {
  state = "block-new-sharing"
}

resource "aws_ec2_instance_metadata_defaults" "pass_tokens" {
  http_tokens = "required"
}

resource "aws_ec2_instance_metadata_defaults" "fail_optional" {
  http_tokens = "optional"
}

resource "aws_ec2_instance_metadata_defaults" "fail_silent" {
  http_put_response_hop_limit = 2
}

resource "aws_ec2_serial_console_access" "pass_off" {
  enabled = false
}

resource "aws_ec2_serial_console_access" "fail_on" {
  enabled = true
}

resource "aws_ec2_serial_console_access" "fail_default" {
}

resource "aws_ec2_instance_metadata_defaults" "fail_hops" {
  http_tokens                 = "required"
  http_put_response_hop_limit = 5
}

resource "aws_ec2_instance_metadata_defaults" "fail_tells_tags" {
  http_tokens            = "required"
  instance_metadata_tags = "enabled"
}
