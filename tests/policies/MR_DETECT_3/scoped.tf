resource "aws_macie2_account" "fail_scoped" {
  status = "ENABLED"
}

resource "aws_macie2_classification_job" "scoped" {
  name     = "scoped"
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
    scoping {
      includes {
        and {
          simple_scope_term {
            comparator = "EQ"
            key        = "OBJECT_EXTENSION"
            values     = ["csv"]
          }
        }
      }
    }
  }
}
