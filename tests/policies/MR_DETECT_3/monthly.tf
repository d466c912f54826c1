resource "aws_macie2_account" "fail_monthly" {
  status = "ENABLED"
}

resource "aws_macie2_classification_job" "monthly" {
  name     = "monthly"
  job_type = "SCHEDULED"
  schedule_frequency {
    monthly_schedule = 1
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
