"""
What runs around Terraform, a file a stage.
"""
