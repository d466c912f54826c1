resource "aws_dynamodb_table" "pass_on_demand" {
  name     = "orders-pass-on-demand"
  hash_key = "id"
  billing_mode = "PAY_PER_REQUEST"
}

resource "aws_dynamodb_table" "pass_scales" {
  name     = "orders-pass-scales"
  hash_key = "id"
  billing_mode = "PROVISIONED"
}

resource "aws_appautoscaling_target" "scales_read" {
  service_namespace  = "dynamodb"
  resource_id        = "table/orders-pass-scales"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  min_capacity       = 5
  max_capacity       = 100
}

resource "aws_appautoscaling_policy" "scales_read" {
  name               = "orders-pass-scales-read"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "dynamodb"
  resource_id        = "table/orders-pass-scales"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
}

resource "aws_appautoscaling_target" "scales_write" {
  service_namespace  = "dynamodb"
  resource_id        = "table/orders-pass-scales"
  scalable_dimension = "dynamodb:table:WriteCapacityUnits"
  min_capacity       = 5
  max_capacity       = 100
}

resource "aws_appautoscaling_policy" "scales_write" {
  name               = "orders-pass-scales-write"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "dynamodb"
  resource_id        = "table/orders-pass-scales"
  scalable_dimension = "dynamodb:table:WriteCapacityUnits"
}

resource "aws_dynamodb_table" "fail_fixed" {
  name     = "orders-fail-fixed"
  hash_key = "id"
  billing_mode = "PROVISIONED"
}

resource "aws_dynamodb_table" "fail_by_default" {
  name     = "orders-fail-by-default"
  hash_key = "id"
}

resource "aws_dynamodb_table" "fail_writes_fixed" {
  name     = "orders-fail-writes-fixed"
  hash_key = "id"
  billing_mode = "PROVISIONED"
}

resource "aws_appautoscaling_target" "writes_fixed_read" {
  service_namespace  = "dynamodb"
  resource_id        = "table/orders-fail-writes-fixed"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  min_capacity       = 5
  max_capacity       = 100
}

resource "aws_appautoscaling_policy" "writes_fixed_read" {
  name               = "orders-fail-writes-fixed-read"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "dynamodb"
  resource_id        = "table/orders-fail-writes-fixed"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
}

resource "aws_dynamodb_table" "fail_no_room" {
  name     = "orders-fail-no-room"
  hash_key = "id"
  billing_mode = "PROVISIONED"
}

resource "aws_appautoscaling_target" "no_room_read" {
  service_namespace  = "dynamodb"
  resource_id        = "table/orders-fail-no-room"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  min_capacity       = 100
  max_capacity       = 100
}

resource "aws_appautoscaling_policy" "no_room_read" {
  name               = "orders-fail-no-room-read"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "dynamodb"
  resource_id        = "table/orders-fail-no-room"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
}

resource "aws_appautoscaling_target" "no_room_write" {
  service_namespace  = "dynamodb"
  resource_id        = "table/orders-fail-no-room"
  scalable_dimension = "dynamodb:table:WriteCapacityUnits"
  min_capacity       = 100
  max_capacity       = 100
}

resource "aws_appautoscaling_policy" "no_room_write" {
  name               = "orders-fail-no-room-write"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "dynamodb"
  resource_id        = "table/orders-fail-no-room"
  scalable_dimension = "dynamodb:table:WriteCapacityUnits"
}

resource "aws_dynamodb_table" "fail_no_policy" {
  name     = "orders-fail-no-policy"
  hash_key = "id"
  billing_mode = "PROVISIONED"
}

resource "aws_appautoscaling_target" "no_policy_read" {
  service_namespace  = "dynamodb"
  resource_id        = "table/orders-fail-no-policy"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  min_capacity       = 5
  max_capacity       = 100
}

resource "aws_appautoscaling_target" "no_policy_write" {
  service_namespace  = "dynamodb"
  resource_id        = "table/orders-fail-no-policy"
  scalable_dimension = "dynamodb:table:WriteCapacityUnits"
  min_capacity       = 5
  max_capacity       = 100
}

resource "aws_dynamodb_table" "fail_steps" {
  name     = "orders-fail-steps"
  hash_key = "id"
  billing_mode = "PROVISIONED"
}

resource "aws_appautoscaling_target" "steps_read" {
  service_namespace  = "dynamodb"
  resource_id        = "table/orders-fail-steps"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  min_capacity       = 5
  max_capacity       = 100
}

resource "aws_appautoscaling_policy" "steps_read" {
  name               = "orders-fail-steps-read"
  policy_type        = "StepScaling"
  service_namespace  = "dynamodb"
  resource_id        = "table/orders-fail-steps"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
}

resource "aws_appautoscaling_target" "steps_write" {
  service_namespace  = "dynamodb"
  resource_id        = "table/orders-fail-steps"
  scalable_dimension = "dynamodb:table:WriteCapacityUnits"
  min_capacity       = 5
  max_capacity       = 100
}

resource "aws_appautoscaling_policy" "steps_write" {
  name               = "orders-fail-steps-write"
  policy_type        = "StepScaling"
  service_namespace  = "dynamodb"
  resource_id        = "table/orders-fail-steps"
  scalable_dimension = "dynamodb:table:WriteCapacityUnits"
}
