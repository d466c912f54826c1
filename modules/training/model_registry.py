"""
The registry of models: a version waits there, signed, until the owner has approved it.
"""

from __future__ import annotations

from bindings import Construct
from bindings.aws import SagemakerModelPackageGroup
from modules.dataflow import Statement
from modules.foundation.key import Key, KeyParams
from modules.foundation.persona import Persona
from modules.training.ml_zones import MlZones
from modules.training.workplace import Workplace

ALGORITHM = {"StringEquals": {"kms:SigningAlgorithm": "ECDSA_SHA_256"}}


class SigningKey(Key):
    """The key that a model is signed with when it is registered, and whose signature is looked at before it is released."""

    def __init__(self, scope: Construct, id: str, *, place: Workplace) -> None:
        params = KeyParams(purpose="signatures", spec="ECC_NIST_P256")
        super().__init__(scope, id, params, pipeline=place.pipeline, classification=place.pipeline.classification)

    def sign_statement(self) -> Statement:
        return Statement(("kms:Sign",), (self.arn,), ALGORITHM)

    def verify_statement(self) -> Statement:
        return Statement(("kms:Verify",), (self.arn,), ALGORITHM)


class ModelRegistry(Construct):
    """
    A group of model packages. Who registers a version can only say that it waits for approval, and only the owner, who trains
    nothing, approves or rejects it.
    """

    def __init__(self, scope: Construct, id: str, *, dataset: str, zones: MlZones, place: Workplace) -> None:
        super().__init__(scope, id)
        pipeline = place.pipeline
        self.group = SagemakerModelPackageGroup(
            self,
            "group",
            model_package_group_name=pipeline.resource_name("models"),
            model_package_group_description=f"Models that learn from {dataset}",
            tags={"classification": zones.trained.classification},
        )
        self.name = self.group.model_package_group_name
        self._group_arn = pipeline.arn("sagemaker", f"model-package-group/{self.name}")
        self._versions = pipeline.arn("sagemaker", f"model-package/{self.name}/*")
        self.approver = Persona(
            self,
            "approver",
            name="owner",
            duty="approve",
            pipeline=pipeline,
            reads=[zones.reported, zones.approvals, zones.quarantined],
            writes=[zones.baseline],
            requires=[
                self.look_statement(),
                Statement(
                    ("sagemaker:UpdateModelPackage",),
                    (self._versions,),
                    {"StringEquals": {"sagemaker:ModelApprovalStatus": ["Approved", "Rejected"]}},
                ),
            ],
        )

    def look_statement(self) -> Statement:
        """What somebody needs to see a version, and whether it is approved."""
        return Statement(("sagemaker:DescribeModelPackage",), (self._versions,))

    def register_statement(self) -> Statement:
        """What somebody needs to add a version that waits for approval; AWS asks for it on group and version."""
        waiting = {"StringEquals": {"sagemaker:ModelApprovalStatus": "PendingManualApproval"}}
        return Statement(("sagemaker:CreateModelPackage",), (self._group_arn, self._versions), waiting)
