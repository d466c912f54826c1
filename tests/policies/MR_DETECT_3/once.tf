resource "aws_macie2_account" "fail_once" {
  status = "ENABLED"
}

resource "aws_macie2_classification_job" "once" {
  name     = "once"
  job_type = "ONE_TIME"
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
