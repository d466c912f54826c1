resource "aws_subnet" "a" {
  vpc_id = "vpc-a"
}

resource "aws_subnet" "b" {
  vpc_id = "vpc-a"
}

resource "aws_security_group" "job" {
  vpc_id = "vpc-a"
}

resource "aws_emrserverless_application" "pass_own" {
  name          = "orders"
  type          = "spark"
  release_label = "emr-7.9.0"
  network_configuration {
    subnet_ids         = [aws_subnet.a.id, aws_subnet.b.id]
    security_group_ids = [aws_security_group.job.id]
  }
}

resource "aws_emrserverless_application" "fail_foreign_group" {
  name          = "orders"
  type          = "spark"
  release_label = "emr-7.9.0"
  network_configuration {
    subnet_ids         = [aws_subnet.a.id, aws_subnet.b.id]
    security_group_ids = ["sg-other"]
  }
}
