resource "aws_dynamodb_table" "pass_on" {
  name     = "orders-pass-on"
  hash_key = "id"
  point_in_time_recovery {
    enabled = true
  }
}

resource "aws_dynamodb_table" "pass_two_weeks" {
  name     = "orders-pass-two-weeks"
  hash_key = "id"
  point_in_time_recovery {
    enabled = true
    recovery_period_in_days = 14
  }
}

resource "aws_dynamodb_table" "pass_replica" {
  name     = "orders-pass-replica"
  hash_key = "id"
  point_in_time_recovery {
    enabled = true
  }
  replica {
    region_name            = "eu-west-1"
    point_in_time_recovery = true
  }
}

resource "aws_dynamodb_table" "fail_none" {
  name     = "orders-fail-none"
  hash_key = "id"
}

resource "aws_dynamodb_table" "fail_off" {
  name     = "orders-fail-off"
  hash_key = "id"
  point_in_time_recovery {
    enabled = false
  }
}

resource "aws_dynamodb_table" "fail_a_day" {
  name     = "orders-fail-a-day"
  hash_key = "id"
  point_in_time_recovery {
    enabled = true
    recovery_period_in_days = 1
  }
}

resource "aws_dynamodb_table" "fail_replica" {
  name     = "orders-fail-replica"
  hash_key = "id"
  point_in_time_recovery {
    enabled = true
  }
  replica {
    region_name = "eu-west-1"
  }
}
