resource "aws_macie2_account" "fail_weekly_restricted" {
  status = "ENABLED"
}

resource "aws_macie2_classification_job" "confidential" {
  name     = "confidential"
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
    }
  }
}

resource "aws_macie2_classification_job" "restricted" {
  name     = "restricted"
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
              value = "restricted"
            }
          }
        }
      }
    }
  }
}

resource "aws_backup_vault" "restricted" {
  name = "orders-restricted"
  tags = {
    classification = "restricted"
  }
}
