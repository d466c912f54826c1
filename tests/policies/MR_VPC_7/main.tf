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

resource "aws_subnet" "fail_one_zone" {
  vpc_id            = "vpc-b"
  availability_zone = "eu-central-1a"
}

resource "aws_subnet" "fail_same_zone" {
  vpc_id            = "vpc-b"
  availability_zone = "eu-central-1a"
}

resource "aws_subnet" "pass_a_zone" {
  vpc_id            = "vpc-c"
  availability_zone = "eu-central-1a"
}

resource "aws_subnet" "pass_another_zone" {
  vpc_id            = "vpc-c"
  availability_zone = "eu-central-1b"
}
