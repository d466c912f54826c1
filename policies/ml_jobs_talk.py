from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from ml_jobs import jobs, network
from planned import Policy, Resource


class MlJobsTalk(Policy):
    """
    What machines of one job say to each other is encrypted.

    Why: a distributed job sends data and gradients, from which data can be told, from machine to machine; AWS leaves that in
    the clear unless it is asked, and a job of one machine becomes one of many by one number.
    Fix: set EnableInterContainerTrafficEncryption to true, whatever the number of machines.
    """

    looks_at = ("definition", "pipeline_definition")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure machines of a job talk to each other encrypted",
            id="MR_SM_3",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_sagemaker_pipeline", "aws_sfn_state_machine"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every job that the definition starts.
        """
        return [
            f"{job.name}: machines talk in the clear"
            for job in jobs(resource)
            if network(job).get("EnableInterContainerTrafficEncryption") is not True
        ]


check = MlJobsTalk()
