resource "aws_vpc" "pass_whole" {
  cidr_block           = "10.20.0.0/20"
  enable_dns_hostnames = true
  enable_dns_support   = true
}

resource "aws_subnet" "of_whole_0" {
  vpc_id            = aws_vpc.pass_whole.id
  cidr_block        = "10.20.0.0/22"
  availability_zone = "eu-central-1a"
}

resource "aws_subnet" "of_whole_1" {
  vpc_id            = aws_vpc.pass_whole.id
  cidr_block        = "10.20.4.0/22"
  availability_zone = "eu-central-1b"
}

resource "aws_flow_log" "of_whole" {
  vpc_id                   = aws_vpc.pass_whole.id
  traffic_type             = "ALL"
  max_aggregation_interval = 60
}

resource "aws_vpc" "fail_no_names" {
  cidr_block           = "10.20.0.0/20"
  enable_dns_hostnames = true
  enable_dns_support   = false
}

resource "aws_subnet" "of_no_names_0" {
  vpc_id            = aws_vpc.fail_no_names.id
  cidr_block        = "10.20.0.0/22"
  availability_zone = "eu-central-1a"
}

resource "aws_subnet" "of_no_names_1" {
  vpc_id            = aws_vpc.fail_no_names.id
  cidr_block        = "10.20.4.0/22"
  availability_zone = "eu-central-1b"
}

resource "aws_flow_log" "of_no_names" {
  vpc_id                   = aws_vpc.fail_no_names.id
  traffic_type             = "ALL"
  max_aggregation_interval = 60
}

resource "aws_vpc" "fail_no_names_given" {
  cidr_block           = "10.20.0.0/20"
  enable_dns_hostnames = false
  enable_dns_support   = true
}

resource "aws_subnet" "of_no_names_given_0" {
  vpc_id            = aws_vpc.fail_no_names_given.id
  cidr_block        = "10.20.0.0/22"
  availability_zone = "eu-central-1a"
}

resource "aws_subnet" "of_no_names_given_1" {
  vpc_id            = aws_vpc.fail_no_names_given.id
  cidr_block        = "10.20.4.0/22"
  availability_zone = "eu-central-1b"
}

resource "aws_flow_log" "of_no_names_given" {
  vpc_id                   = aws_vpc.fail_no_names_given.id
  traffic_type             = "ALL"
  max_aggregation_interval = 60
}

resource "aws_vpc" "fail_shared_zone" {
  cidr_block           = "10.20.0.0/20"
  enable_dns_hostnames = true
  enable_dns_support   = true
}

resource "aws_subnet" "of_shared_zone_0" {
  vpc_id            = aws_vpc.fail_shared_zone.id
  cidr_block        = "10.20.0.0/22"
  availability_zone = "eu-central-1a"
}

resource "aws_subnet" "of_shared_zone_1" {
  vpc_id            = aws_vpc.fail_shared_zone.id
  cidr_block        = "10.20.4.0/22"
  availability_zone = "eu-central-1a"
}

resource "aws_flow_log" "of_shared_zone" {
  vpc_id                   = aws_vpc.fail_shared_zone.id
  traffic_type             = "ALL"
  max_aggregation_interval = 60
}

resource "aws_vpc" "fail_public_range" {
  cidr_block           = "52.10.0.0/16"
  enable_dns_hostnames = true
  enable_dns_support   = true
}

resource "aws_subnet" "of_public_range_0" {
  vpc_id            = aws_vpc.fail_public_range.id
  cidr_block        = "10.20.0.0/22"
  availability_zone = "eu-central-1a"
}

resource "aws_subnet" "of_public_range_1" {
  vpc_id            = aws_vpc.fail_public_range.id
  cidr_block        = "10.20.4.0/22"
  availability_zone = "eu-central-1b"
}

resource "aws_flow_log" "of_public_range" {
  vpc_id                   = aws_vpc.fail_public_range.id
  traffic_type             = "ALL"
  max_aggregation_interval = 60
}

resource "aws_vpc" "fail_wide_range" {
  cidr_block           = "10.0.0.0/8"
  enable_dns_hostnames = true
  enable_dns_support   = true
}

resource "aws_subnet" "of_wide_range_0" {
  vpc_id            = aws_vpc.fail_wide_range.id
  cidr_block        = "10.20.0.0/22"
  availability_zone = "eu-central-1a"
}

resource "aws_subnet" "of_wide_range_1" {
  vpc_id            = aws_vpc.fail_wide_range.id
  cidr_block        = "10.20.4.0/22"
  availability_zone = "eu-central-1b"
}

resource "aws_flow_log" "of_wide_range" {
  vpc_id                   = aws_vpc.fail_wide_range.id
  traffic_type             = "ALL"
  max_aggregation_interval = 60
}

resource "aws_vpc" "fail_short_log" {
  cidr_block           = "10.20.0.0/20"
  enable_dns_hostnames = true
  enable_dns_support   = true
}

resource "aws_subnet" "of_short_log_0" {
  vpc_id            = aws_vpc.fail_short_log.id
  cidr_block        = "10.20.0.0/22"
  availability_zone = "eu-central-1a"
}

resource "aws_subnet" "of_short_log_1" {
  vpc_id            = aws_vpc.fail_short_log.id
  cidr_block        = "10.20.4.0/22"
  availability_zone = "eu-central-1b"
}

resource "aws_flow_log" "of_short_log" {
  vpc_id                   = aws_vpc.fail_short_log.id
  traffic_type             = "ALL"
  max_aggregation_interval = 60
  log_format               = "$${version} $${action}"
}

resource "aws_vpc" "fail_coarse_log" {
  cidr_block           = "10.20.0.0/20"
  enable_dns_hostnames = true
  enable_dns_support   = true
}

resource "aws_subnet" "of_coarse_log_0" {
  vpc_id            = aws_vpc.fail_coarse_log.id
  cidr_block        = "10.20.0.0/22"
  availability_zone = "eu-central-1a"
}

resource "aws_subnet" "of_coarse_log_1" {
  vpc_id            = aws_vpc.fail_coarse_log.id
  cidr_block        = "10.20.4.0/22"
  availability_zone = "eu-central-1b"
}

resource "aws_flow_log" "of_coarse_log" {
  vpc_id                   = aws_vpc.fail_coarse_log.id
  traffic_type             = "ALL"
  max_aggregation_interval = 600
}

resource "aws_subnet" "of_shared_zone_2" {
  vpc_id            = aws_vpc.fail_shared_zone.id
  cidr_block        = "10.20.8.0/22"
  availability_zone = "eu-central-1b"
}
