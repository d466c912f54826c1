resource "aws_sfn_state_machine" "pass_patient" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders-machine"
  definition = <<-JSON
    {"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Next": "Done", "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 2, "JitterStrategy": "FULL"}], "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Tell"}]}, "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 2, "JitterStrategy": "FULL"}], "Next": "Failed"}, "Done": {"Type": "Succeed"}, "Failed": {"Type": "Fail"}}, "TimeoutSeconds": 60}
  JSON
}

resource "aws_sfn_state_machine" "fail_no_retry" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders-machine"
  definition = <<-JSON
    {"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Next": "Done", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Tell"}]}, "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 2, "JitterStrategy": "FULL"}], "Next": "Failed"}, "Done": {"Type": "Succeed"}, "Failed": {"Type": "Fail"}}, "TimeoutSeconds": 60}
  JSON
}

resource "aws_sfn_state_machine" "fail_no_jitter" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders-machine"
  definition = <<-JSON
    {"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Next": "Done", "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 2}], "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Tell"}]}, "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 2, "JitterStrategy": "FULL"}], "Next": "Failed"}, "Done": {"Type": "Succeed"}, "Failed": {"Type": "Fail"}}, "TimeoutSeconds": 60}
  JSON
}

resource "aws_sfn_state_machine" "fail_no_backoff" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders-machine"
  definition = <<-JSON
    {"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Next": "Done", "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 1, "JitterStrategy": "FULL"}], "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Tell"}]}, "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 2, "JitterStrategy": "FULL"}], "Next": "Failed"}, "Done": {"Type": "Succeed"}, "Failed": {"Type": "Fail"}}, "TimeoutSeconds": 60}
  JSON
}

resource "aws_sfn_state_machine" "fail_no_catch" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders-machine"
  definition = <<-JSON
    {"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Next": "Done", "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 2, "JitterStrategy": "FULL"}]}, "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 2, "JitterStrategy": "FULL"}], "Next": "Failed"}, "Done": {"Type": "Succeed"}, "Failed": {"Type": "Fail"}}, "TimeoutSeconds": 60}
  JSON
}

resource "aws_sfn_state_machine" "fail_catches_one" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders-machine"
  definition = <<-JSON
    {"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Next": "Done", "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 2, "JitterStrategy": "FULL"}], "Catch": [{"ErrorEquals": ["Glue.Timeout"], "Next": "Tell"}]}, "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 2, "JitterStrategy": "FULL"}], "Next": "Failed"}, "Done": {"Type": "Succeed"}, "Failed": {"Type": "Fail"}}, "TimeoutSeconds": 60}
  JSON
}

resource "aws_sfn_state_machine" "fail_endless" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders-machine"
  definition = <<-JSON
    {"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Next": "Done", "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 2, "JitterStrategy": "FULL"}], "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Tell"}]}, "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 2, "JitterStrategy": "FULL"}], "Next": "Failed"}, "Done": {"Type": "Succeed"}, "Failed": {"Type": "Fail"}}}
  JSON
}

resource "aws_sfn_state_machine" "fail_nested" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders-machine"
  definition = <<-JSON
    {"StartAt": "Each", "States": {"Each": {"Type": "Map", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, "End": true}}, "TimeoutSeconds": 60}
  JSON
}

resource "aws_sfn_state_machine" "fail_tries_for_ever" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders-machine"
  definition = <<-JSON
    {"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Next": "Done", "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 2, "MaxAttempts": 99999, "JitterStrategy": "FULL"}], "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Tell"}]}, "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 2, "JitterStrategy": "FULL"}], "Next": "Failed"}, "Done": {"Type": "Succeed"}, "Failed": {"Type": "Fail"}}, "TimeoutSeconds": 60}
  JSON
}

resource "aws_sfn_state_machine" "fail_succeeds_when_it_fails" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders-machine"
  definition = <<-JSON
    {"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Next": "Done", "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 2, "JitterStrategy": "FULL"}], "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Done"}]}, "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 2, "JitterStrategy": "FULL"}], "Next": "Failed"}, "Done": {"Type": "Succeed"}, "Failed": {"Type": "Fail"}}, "TimeoutSeconds": 60}
  JSON
}
