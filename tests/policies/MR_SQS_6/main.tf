resource "aws_sqs_queue" "pass_letters" {
  name = "orders-pass-letters"
  redrive_allow_policy = <<-JSON
    {"redrivePermission": "byQueue", "sourceQueueArns": ["arn:aws:sqs:eu-central-1:111122223333:orders-pass-work"]}
  JSON
}

resource "aws_sqs_queue" "pass_work" {
  name = "orders-pass-work"
  redrive_policy = <<-JSON
    {"deadLetterTargetArn": "arn:aws:sqs:eu-central-1:111122223333:orders-pass-letters", "maxReceiveCount": 5}
  JSON
}

resource "aws_sqs_queue" "fail_once" {
  name = "orders-fail-once"
  redrive_policy = <<-JSON
    {"deadLetterTargetArn": "arn:aws:sqs:eu-central-1:111122223333:orders-pass-letters", "maxReceiveCount": 1}
  JSON
}

resource "aws_sqs_queue" "fail_delayed" {
  name = "orders-fail-delayed"
  delay_seconds = 900
}

resource "aws_sqs_queue" "fail_small" {
  name = "orders-fail-small"
  max_message_size = 1024
}

resource "aws_sqs_queue" "fail_letters_of_any" {
  name = "orders-fail-letters-of-any"
  redrive_allow_policy = <<-JSON
    {"redrivePermission": "allowAll", "sourceQueueArns": ["arn:aws:sqs:eu-central-1:111122223333:orders-pass-work"]}
  JSON
}

resource "aws_sqs_queue" "fail_letters_unsaid" {
  name = "orders-fail-letters-unsaid"
}

resource "aws_sqs_queue" "pass_more_work" {
  name = "orders-pass-more-work"
  redrive_policy = <<-JSON
    {"deadLetterTargetArn": "arn:aws:sqs:eu-central-1:111122223333:orders-fail-letters-unsaid", "maxReceiveCount": 3}
  JSON
}
