"""
The registry of models: a version waits there, signed, until the owner has approved it.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from bindings import Construct
from bindings.aws import SagemakerModelPackageGroup, SagemakerModelPackageGroupPolicy
from modules.dataflow import Statement
from modules.foundation.key import Key, KeyParams
from modules.foundation.persona import Persona
from modules.params import Params, text
from modules.pipeline import Pipeline
from modules.training.ml_zones import MlZones
from modules.training.workplace import Workplace

ALGORITHM = {"StringEquals": {"kms:SigningAlgorithm": "ECDSA_SHA_256"}}


USED_FROM_ELSEWHERE = (
    *("sagemaker:CreateModelPackage", "sagemaker:DescribeModelPackage", "sagemaker:DescribeModelPackageGroup"),
    *("sagemaker:ListModelPackages", "sagemaker:UpdateModelPackage"),
)


class ModelCardParams(Params):
    purpose: Annotated[str, text(r"^[A-Za-z0-9 ,.;:()'/-]{0,500}$", "a sentence of at most 500 characters")] = ""
    """What the model is for, in a sentence; when left out, that it predicts the label of the dataset."""

    risk_rating: Literal["High", "Low", "Medium", "Unknown"] = "Unknown"
    """How much harm a wrong answer of the model does."""


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
        self._card = place.key.use("sagemaker", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey")
        self.card_name = pipeline.resource_name("models")
        self._card_arn = pipeline.arn("sagemaker", f"model-card/{self.card_name}")
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
                Statement(("sagemaker:DescribeModelCard",), (self._card_arn,)),
                place.key.decrypt("sagemaker"),
                Statement(
                    ("sagemaker:UpdateModelPackage",),
                    (self._versions,),
                    {"StringEquals": {"sagemaker:ModelApprovalStatus": ["Approved", "Rejected"]}},
                ),
            ],
        )

        SagemakerModelPackageGroupPolicy(
            self,
            "policy",
            model_package_group_name=self.name,
            resource_policy=json.dumps({"Version": "2012-10-17", "Statement": self._refusals(pipeline)}),
        )

    def _refusals(self, pipeline: Pipeline) -> list[dict[str, Any]]:
        """
        What nobody may do, whatever their own policies say: reach the group from another account, register what does not wait for
        approval, or approve in place of the owner.
        """
        everybody = {"Effect": "Deny", "Principal": "*", "Resource": [self._group_arn, self._versions]}
        account, waiting = pipeline.environment.account_id, "PendingManualApproval"
        refused = {
            "OfThisAccountOnly": (USED_FROM_ELSEWHERE, {"StringNotEquals": {"aws:PrincipalAccount": account}}),
            "WaitsForApproval": (
                USED_FROM_ELSEWHERE[:1],
                {"StringNotEquals": {"sagemaker:ModelApprovalStatus": waiting}},
            ),
            "ApprovedByTheOwner": (
                USED_FROM_ELSEWHERE[-1:],
                {"ArnNotEquals": {"aws:PrincipalArn": self.approver.process.principal}},
            ),
        }
        return [
            {"Sid": name, **everybody, "Action": list(actions), "Condition": condition}
            for name, (actions, condition) in refused.items()
        ]

    def card_statements(self) -> list[Statement]:
        """What somebody needs to write the card of the model, a version for each model."""
        return [Statement(("sagemaker:CreateModelCard", "sagemaker:UpdateModelCard"), (self._card_arn,)), self._card]

    def look_statement(self) -> Statement:
        """What somebody needs to see a version, and whether it is approved."""
        return Statement(("sagemaker:DescribeModelPackage",), (self._versions,))

    def register_statement(self) -> Statement:
        """What somebody needs to add a version that waits for approval; AWS asks for it on group and version."""
        waiting = {"StringEquals": {"sagemaker:ModelApprovalStatus": "PendingManualApproval"}}
        return Statement(("sagemaker:CreateModelPackage",), (self._group_arn, self._versions), waiting)
