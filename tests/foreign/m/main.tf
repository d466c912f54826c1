variable "key" {}
resource "aws_s3_bucket" "b" { bucket = "in-module" }
resource "aws_s3_bucket_server_side_encryption_configuration" "b" {
  bucket = aws_s3_bucket.b.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
      kms_master_key_id = var.key
    }
  }
}
resource "aws_kinesis_stream" "s" {
  count = 1
  name = "s"
  shard_count = 1
  encryption_type = "KMS"
  kms_key_id = var.key
}
output "arn" { value = aws_s3_bucket.b.arn }
