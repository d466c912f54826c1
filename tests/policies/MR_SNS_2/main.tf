resource "aws_sns_topic" "pass_mail" {
  name = "orders-pass_mail"
}

resource "aws_sns_topic_policy" "pass_mail" {
  arn    = aws_sns_topic.pass_mail.arn
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sns:Publish", "Resource": "arn:aws:sns:eu-central-1:111122223333:orders-pass_mail", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
}

resource "aws_sns_topic_subscription" "pass_mail" {
  topic_arn = aws_sns_topic.pass_mail.arn
  protocol  = "email"
  endpoint  = "team@example.com"
}

resource "aws_sns_topic" "pass_queue" {
  name = "orders-pass_queue"
}

resource "aws_sns_topic_policy" "pass_queue" {
  arn    = aws_sns_topic.pass_queue.arn
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sns:Publish", "Resource": "arn:aws:sns:eu-central-1:111122223333:orders-pass_queue", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
}

resource "aws_sns_topic_subscription" "pass_queue" {
  topic_arn = aws_sns_topic.pass_queue.arn
  protocol  = "sqs"
  endpoint  = "arn:aws:sqs:eu-central-1:111122223333:x"
}

resource "aws_sns_topic" "fail_foreign" {
  name = "orders-fail_foreign"
}

resource "aws_sns_topic_policy" "fail_foreign" {
  arn    = aws_sns_topic.fail_foreign.arn
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sns:Publish", "Resource": "arn:aws:sns:eu-central-1:111122223333:orders-fail_foreign", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
}

resource "aws_sns_topic_subscription" "fail_foreign" {
  topic_arn = aws_sns_topic.fail_foreign.arn
  protocol  = "sqs"
  endpoint  = "arn:aws:sqs:eu-central-1:999999999999:x"
}

resource "aws_sns_topic" "fail_nobody" {
  name = "orders-fail_nobody"
}

resource "aws_sns_topic_policy" "fail_nobody" {
  arn    = aws_sns_topic.fail_nobody.arn
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sns:Publish", "Resource": "arn:aws:sns:eu-central-1:111122223333:orders-fail_nobody", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
}

resource "aws_sns_topic" "fail_plain" {
  name = "orders-fail_plain"
}

resource "aws_sns_topic_subscription" "fail_plain" {
  topic_arn = aws_sns_topic.fail_plain.arn
  protocol  = "email"
  endpoint  = "team@example.com"
}

resource "aws_sns_topic" "fail_one_principal" {
  name = "orders-fail_one_principal"
}

resource "aws_sns_topic_policy" "fail_one_principal" {
  arn    = aws_sns_topic.fail_one_principal.arn
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::111122223333:role/x"}, "Action": "sns:Publish", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
}

resource "aws_sns_topic_subscription" "fail_one_principal" {
  topic_arn = aws_sns_topic.fail_one_principal.arn
  protocol  = "email"
  endpoint  = "team@example.com"
}

resource "aws_sns_topic" "fail_web" {
  name = "orders-fail_web"
}

resource "aws_sns_topic_policy" "fail_web" {
  arn    = aws_sns_topic.fail_web.arn
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sns:Publish", "Resource": "arn:aws:sns:eu-central-1:111122223333:orders-fail_web", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
}

resource "aws_sns_topic_subscription" "fail_web" {
  topic_arn = aws_sns_topic.fail_web.arn
  protocol  = "https"
  endpoint  = "https://example.com/"
}

resource "aws_sns_topic" "fail_filtered" {
  name = "orders-fail_filtered"
}

resource "aws_sns_topic_policy" "fail_filtered" {
  arn    = aws_sns_topic.fail_filtered.arn
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sns:Publish", "Resource": "arn:aws:sns:eu-central-1:111122223333:orders-fail_filtered", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
  JSON
}

resource "aws_sns_topic_subscription" "fail_filtered" {
  topic_arn     = aws_sns_topic.fail_filtered.arn
  protocol      = "email"
  endpoint      = "team@example.com"
  filter_policy = <<-JSON
    {"x": ["never"]}
  JSON
}
