resource "aws_macie2_account" "fail_cancelled" {
  status = "ENABLED"
}

resource "aws_macie2_classification_job" "cancelled" {
  name     = "cancelled"
  job_type = "SCHEDULED"
  job_status = "USER_PAUSED"
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
    }
  }
}
