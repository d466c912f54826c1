resource "aws_sagemaker_pipeline" "pass_whole" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {}}, {"Name": "Train", "Type": "Training", "Arguments": {}, "DependsOn": ["Check"]}, {"Name": "Evaluate", "Type": "Processing", "Arguments": {"ProcessingInputs": [{"S3Input": {"S3Uri": {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}}}]}}, {"Name": "GoodEnough", "Type": "Condition", "Arguments": {"Conditions": [{"Type": "GreaterThanOrEqualTo", "LeftValue": {"Std:JsonGet": {"PropertyFile": {"Get": "Steps.Evaluate.PropertyFiles.evaluation"}, "Path": "auc"}}, "RightValue": 0.7}], "IfSteps": [{"Name": "Register", "Type": "Lambda", "Arguments": {"model": {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}}}], "ElseSteps": [{"Name": "TooWeak", "Type": "Fail", "Arguments": {"ErrorMessage": "x"}}]}}]}
  JSON
}

resource "aws_sagemaker_pipeline" "pass_without_training" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {}}]}
  JSON
}

resource "aws_sagemaker_pipeline" "fail_unchecked" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {}}, {"Name": "Train", "Type": "Training", "Arguments": {}, "DependsOn": []}, {"Name": "Evaluate", "Type": "Processing", "Arguments": {"ProcessingInputs": [{"S3Input": {"S3Uri": {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}}}]}}, {"Name": "GoodEnough", "Type": "Condition", "Arguments": {"Conditions": [{"Type": "GreaterThanOrEqualTo", "LeftValue": {"Std:JsonGet": {"PropertyFile": {"Get": "Steps.Evaluate.PropertyFiles.evaluation"}, "Path": "auc"}}, "RightValue": 0.7}], "IfSteps": [{"Name": "Register", "Type": "Lambda", "Arguments": {"model": {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}}}], "ElseSteps": [{"Name": "TooWeak", "Type": "Fail", "Arguments": {"ErrorMessage": "x"}}]}}]}
  JSON
}

resource "aws_sagemaker_pipeline" "fail_after_something_else" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {}}, {"Name": "Train", "Type": "Training", "Arguments": {}, "DependsOn": ["Note"]}, {"Name": "Note", "Type": "Lambda", "Arguments": {}}, {"Name": "Evaluate", "Type": "Processing", "Arguments": {"ProcessingInputs": [{"S3Input": {"S3Uri": {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}}}]}}, {"Name": "GoodEnough", "Type": "Condition", "Arguments": {"Conditions": [{"Type": "GreaterThanOrEqualTo", "LeftValue": {"Std:JsonGet": {"PropertyFile": {"Get": "Steps.Evaluate.PropertyFiles.evaluation"}, "Path": "auc"}}, "RightValue": 0.7}], "IfSteps": [{"Name": "Register", "Type": "Lambda", "Arguments": {"model": {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}}}], "ElseSteps": [{"Name": "TooWeak", "Type": "Fail", "Arguments": {"ErrorMessage": "x"}}]}}]}
  JSON
}

resource "aws_sagemaker_pipeline" "fail_not_evaluated" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {}}, {"Name": "Train", "Type": "Training", "Arguments": {}, "DependsOn": ["Check"]}, {"Name": "GoodEnough", "Type": "Condition", "Arguments": {"Conditions": [], "IfSteps": [{"Name": "Register", "Type": "Lambda", "Arguments": {"model": {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}}}], "ElseSteps": [{"Name": "TooWeak", "Type": "Fail", "Arguments": {"ErrorMessage": "x"}}]}}]}
  JSON
}

resource "aws_sagemaker_pipeline" "fail_registers_at_once" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {}}, {"Name": "Train", "Type": "Training", "Arguments": {}, "DependsOn": ["Check"]}, {"Name": "Evaluate", "Type": "Processing", "Arguments": {"ProcessingInputs": [{"S3Input": {"S3Uri": {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}}}]}}, {"Name": "Register", "Type": "Lambda", "Arguments": {"model": {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}}}]}
  JSON
}

resource "aws_sagemaker_pipeline" "fail_condition_on_nothing" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {}}, {"Name": "Train", "Type": "Training", "Arguments": {}, "DependsOn": ["Check"]}, {"Name": "Evaluate", "Type": "Processing", "Arguments": {"ProcessingInputs": [{"S3Input": {"S3Uri": {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}}}]}}, {"Name": "GoodEnough", "Type": "Condition", "Arguments": {"Conditions": [{"Type": "Equals", "LeftValue": 1, "RightValue": 1}], "IfSteps": [{"Name": "Register", "Type": "Lambda", "Arguments": {"model": {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}}}], "ElseSteps": [{"Name": "TooWeak", "Type": "Fail", "Arguments": {"ErrorMessage": "x"}}]}}]}
  JSON
}

resource "aws_sagemaker_pipeline" "fail_registers_the_weak" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": [{"Name": "Check", "Type": "Processing", "Arguments": {}}, {"Name": "Train", "Type": "Training", "Arguments": {}, "DependsOn": ["Check"]}, {"Name": "Evaluate", "Type": "Processing", "Arguments": {"ProcessingInputs": [{"S3Input": {"S3Uri": {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}}}]}}, {"Name": "GoodEnough", "Type": "Condition", "Arguments": {"Conditions": [{"Type": "GreaterThanOrEqualTo", "LeftValue": {"Std:JsonGet": {"PropertyFile": {"Get": "Steps.Evaluate.PropertyFiles.evaluation"}, "Path": "auc"}}, "RightValue": 0.7}], "IfSteps": [], "ElseSteps": [{"Name": "Register", "Type": "Lambda", "Arguments": {"model": {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}}}]}}]}
  JSON
}

resource "aws_sagemaker_pipeline" "fail_empty" {
  pipeline_name         = "churn"
  pipeline_display_name = "churn"
  pipeline_definition   = <<-JSON
    {"Version": "2020-12-01", "Steps": []}
  JSON
}
