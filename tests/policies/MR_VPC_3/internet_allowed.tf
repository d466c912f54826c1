resource "aws_vpc" "pass_network" {
  cidr_block = "10.20.0.0/16"
  tags = {
    internet = "allowed"
  }
}

resource "aws_internet_gateway" "pass_gateway" {
  vpc_id = aws_vpc.pass_network.id
}

resource "aws_nat_gateway" "pass_nat" {
  subnet_id = "subnet-a"
}

resource "aws_route" "pass_default" {
  route_table_id         = "rtb-a"
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.pass_nat.id
}
