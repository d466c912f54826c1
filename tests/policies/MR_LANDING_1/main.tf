resource "aws_sqs_queue" "kept" {
  name           = "orders-messages"
  redrive_policy = "{}"
}

resource "aws_sqs_queue" "lossy" {
  name = "orders-lossy"
}

resource "aws_s3_bucket_notification" "pass_manifests" {
  bucket = "con-orders-raw"
  queue {
    queue_arn     = aws_sqs_queue.kept.arn
    events        = ["s3:ObjectCreated:*"]
    filter_suffix = "/manifest.json"
  }
}

resource "aws_s3_bucket_notification" "fail_foreign" {
  bucket = "con-orders-raw"
  queue {
    queue_arn     = "arn:aws:sqs:eu-central-1:111122223333:other"
    events        = ["s3:ObjectCreated:*"]
    filter_suffix = "/manifest.json"
  }
}

resource "aws_s3_bucket_notification" "fail_no_dead_letters" {
  bucket = "con-orders-raw"
  queue {
    queue_arn     = aws_sqs_queue.lossy.arn
    events        = ["s3:ObjectCreated:*"]
    filter_suffix = "/manifest.json"
  }
}

resource "aws_s3_bucket_notification" "fail_every_object" {
  bucket = "con-orders-raw"
  queue {
    queue_arn     = aws_sqs_queue.kept.arn
    events        = ["s3:ObjectCreated:*"]
  }
}

resource "aws_s3_bucket_notification" "fail_nobody" {
  bucket = "con-orders-raw"

}

resource "aws_s3_bucket_notification" "fail_topic" {
  bucket = "con-orders-raw"
  queue {
    queue_arn     = aws_sqs_queue.kept.arn
    events        = ["s3:ObjectCreated:*"]
    filter_suffix = "/manifest.json"
  }
  topic {
    topic_arn = "arn:aws:sns:eu-central-1:111122223333:news"
    events    = ["s3:ObjectCreated:*"]
  }
}
