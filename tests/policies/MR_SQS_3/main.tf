resource "aws_sqs_queue" "pass_tls_only" {
  name = "orders-pass-tls-only"
}

resource "aws_sqs_queue" "fail_none" {
  name = "orders-fail-none"
}

resource "aws_sqs_queue" "fail_one_action" {
  name = "orders-fail-one-action"
}

resource "aws_sqs_queue" "fail_other_queue" {
  name = "orders-fail-other-queue"
}

resource "aws_sqs_queue" "fail_reversed" {
  name = "orders-fail-reversed"
}

resource "aws_sqs_queue_policy" "pass_tls_only" {
  queue_url = aws_sqs_queue.pass_tls_only.url
  policy    = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sqs:*", "Resource": "arn:aws:sqs:eu-central-1:111122223333:${aws_sqs_queue.pass_tls_only.name}", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
}

resource "aws_sqs_queue_policy" "fail_one_action" {
  queue_url = aws_sqs_queue.fail_one_action.url
  policy    = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-central-1:111122223333:${aws_sqs_queue.fail_one_action.name}", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
}

resource "aws_sqs_queue_policy" "fail_other_queue" {
  queue_url = aws_sqs_queue.fail_other_queue.url
  policy    = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sqs:*", "Resource": "arn:aws:sqs:eu-central-1:111122223333:other", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
}

resource "aws_sqs_queue_policy" "fail_reversed" {
  queue_url = aws_sqs_queue.fail_reversed.url
  policy    = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sqs:*", "Resource": "arn:aws:sqs:eu-central-1:111122223333:${aws_sqs_queue.fail_reversed.name}", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}]}
  JSON
}
