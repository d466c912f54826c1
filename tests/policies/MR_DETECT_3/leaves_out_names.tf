resource "aws_macie2_account" "fail_leaves_out_names" {
  status = "ENABLED"
}

resource "aws_macie2_classification_job" "leaves_out_names" {
  name     = "leaves_out_names"
  job_type = "SCHEDULED"
  schedule_frequency {
    weekly_schedule = "MONDAY"
  }
  s3_job_definition {
    bucket_criteria {
      includes {
        and {
          tag_criterion {
            comparator = "EQ"
            tag_values {
              key   = "classification"
              value = "confidential"
            }
          }
        }
      }
      excludes {
        and {
          simple_criterion {
            comparator = "EQ"
            key        = "S3_BUCKET_NAME"
            values     = ["con-orders-raw"]
          }
        }
      }
    }
  }
}
