resource "aws_sqs_queue" "pass_default" {
  name = "a"
}

resource "aws_sqs_queue" "pass_two_weeks" {
  name                      = "b"
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue" "fail_minute" {
  name                      = "c"
  message_retention_seconds = 60
}
