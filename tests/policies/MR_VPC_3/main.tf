resource "aws_vpc" "pass_network" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_route_table" "pass_local" {
  vpc_id = aws_vpc.pass_network.id
}

resource "aws_internet_gateway" "fail_gateway" {
  vpc_id = aws_vpc.pass_network.id
}

resource "aws_nat_gateway" "fail_nat" {
  subnet_id = "subnet-a"
}

resource "aws_route" "fail_default" {
  route_table_id         = "rtb-a"
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.fail_nat.id
}

resource "aws_route" "fail_half" {
  route_table_id         = "rtb-a"
  destination_cidr_block = "128.0.0.0/1"
  network_interface_id   = "eni-a"
}

resource "aws_route_table" "fail_inline" {
  vpc_id = aws_vpc.pass_network.id
  route = [
    {
      cidr_block = "0.0.0.0/0"
      gateway_id = aws_internet_gateway.fail_gateway.id
    }
  ]
}

resource "aws_route_table" "fail_other_network" {
  vpc_id = aws_vpc.pass_network.id
  route {
    cidr_block         = "10.99.0.0/16"
    transit_gateway_id = "tgw-0123456789abcdef0"
  }
}

resource "aws_vpc" "fail_public_by_ipv6" {
  cidr_block                       = "10.21.0.0/16"
  assign_generated_ipv6_cidr_block = true
}
