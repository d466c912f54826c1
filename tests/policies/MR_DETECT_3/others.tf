resource "aws_macie2_account" "fail_others" {
  status = "ENABLED"
}

resource "aws_macie2_classification_job" "others" {
  name     = "others"
  job_type = "SCHEDULED"
  schedule_frequency {
    weekly_schedule = "MONDAY"
  }
  s3_job_definition {
    bucket_criteria {
      includes {
        and {
          tag_criterion {
            comparator = "NE"
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
