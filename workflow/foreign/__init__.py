"""
The gate for what we did not make: any plan of Terraform or OpenTofu, any CloudFormation template.
"""
