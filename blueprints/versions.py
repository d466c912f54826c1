"""
The releases of Terraform and of its AWS provider that stacks are made for.
"""

from __future__ import annotations

PROVIDER_SOURCE = "hashicorp/aws"
PROVIDER_VERSION = "5.100.0"
TERRAFORM_VERSIONS = ">= 1.10.0, < 2.0.0"  # 1.10 brought the lock file of the S3 backend
