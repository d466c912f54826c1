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


def keep_isolation_of_models() -> None:
    """`aws_sagemaker_model`: the second plan replaces it; moto 5.2.5 says of every model that it is not isolated."""
    create = SageMakerResponse.create_model

    def create_model(self: Any) -> Any:
        answer = create(self)
        model = self.sagemaker_backend.describe_model(self._get_param("ModelName"))
        model.enable_network_isolation = bool(self._get_param("EnableNetworkIsolation"))
        return answer

    SageMakerResponse.create_model = create_model


def keep_deployment_of_endpoints() -> None:
    """`aws_sagemaker_endpoint`: the second plan changes it; moto 5.2.5 forgets how a new configuration is deployed."""
    create = SageMakerResponse.create_endpoint

    def create_endpoint(self: Any) -> Any:
        answer = create(self)
        endpoint = self.sagemaker_backend.endpoints[self._get_param("EndpointName")]
        endpoint.last_deployment_config = self._get_param("DeploymentConfig")
        return answer

    SageMakerResponse.create_endpoint = create_endpoint
