resource "aws_macie2_account" "fail_leaves_out_raw" {
  status = "ENABLED"
}

resource "aws_macie2_classification_job" "leaves_out_raw" {
  name     = "leaves_out_raw"
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
          tag_criterion {
            comparator = "EQ"
            tag_values {
              key   = "zone"
              value = "logs"
            }
            tag_values {
              key   = "zone"
              value = "raw"
            }
          }
        }
      }
    }
  }
}
