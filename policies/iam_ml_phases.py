from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, tag
from statements import Statement
from stores import WRITE, role_statements, touches

LEARNED_FROM = ("quarantine", "staged", "approved")
DEPLOYING = (
    *("sagemaker:CreateEndpoint", "sagemaker:CreateEndpointConfig", "sagemaker:CreateModel"),
    *("sagemaker:UpdateEndpoint", "sagemaker:UpdateEndpointWeightsAndCapacities"),
)
RELEASED, TRAINED = "released", "models"


class IamMlPhases(Policy):
    """
    No role both writes what models learn from and deploys or releases a model, and none both trains and releases.

    Why: whoever can do both can teach a model what it should not know and put it into use with nobody in between.
    Fix: give each phase (prepare, train, evaluate, register, deploy) a role of its own.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure who writes training data or models does not deploy",
            id="MR_IAM_19",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_iam_role"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        What a role may write, against what it may put into use.
        """
        allowing = role_statements(self, resource)
        zones = {
            tag(bucket, "zone") for bucket in self.planned("aws_s3_bucket") if touches(allowing, bucket, WRITE)
        } & {*LEARNED_FROM, RELEASED, TRAINED}
        deploys = RELEASED in zones or _deploys(allowing)
        written = sorted(zones & {*LEARNED_FROM, TRAINED}) if self._learns() else []
        return [f"writes {zone} and deploys models" for zone in written] if deploys else []

    def _learns(self) -> bool:
        """
        Whether the stack is one of training, where these zones mean what a model learns from.
        """
        return bool(self.planned("aws_sagemaker_pipeline", "aws_sagemaker_model_package_group"))


def _deploys(allowing: list[Statement]) -> bool:
    return any(statement.may(*DEPLOYING) for statement in allowing)


check = IamMlPhases()
