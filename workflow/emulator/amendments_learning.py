"""
Corrections of moto for SageMaker; `amendments.py` lists them and says what an amendment is.
"""

from __future__ import annotations

from typing import Any

from moto.sagemaker.exceptions import ValidationError
from moto.sagemaker.responses import SageMakerResponse


def delete_model_groups() -> None:
    """`aws_sagemaker_model_package_group`: destroy fails (HTTP 500); moto 5.2.5 has no DeleteModelPackageGroup."""

    def delete_model_package_group(self: Any) -> str:
        name = self._get_param("ModelPackageGroupName")
        if self.sagemaker_backend.model_package_groups.pop(name, None) is None:
            raise ValidationError(message=f"ModelPackageGroup {name} does not exist")
        return "{}"

    SageMakerResponse.delete_model_package_group = delete_model_package_group
