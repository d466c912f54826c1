resource "aws_subnet" "pass_private" {
  vpc_id = "vpc-a"
}

resource "aws_subnet" "pass_explicit" {
  vpc_id                  = "vpc-a"
  map_public_ip_on_launch = false
}

resource "aws_subnet" "fail_public" {
  vpc_id                  = "vpc-a"
  map_public_ip_on_launch = true
}

resource "aws_subnet" "fail_public_v6" {
  vpc_id                          = "vpc-a"
  assign_ipv6_address_on_creation = true
}
