from __future__ import annotations

import re

from checkov.common.models.enums import CheckCategories
from ml_jobs import Job, jobs
from planned import Policy, Resource

BY_DIGEST = re.compile(r"(?P<repository>[^@]+)@sha256:[0-9a-f]{64}")


def _image(job: Job) -> str:
    asked = job.asked.get("AlgorithmSpecification" if job.kind == "training" else "AppSpecification", {})
    return str(asked.get("TrainingImage") or asked.get("ImageUri") or "")


class MlJobsImages(Policy):
    """
    A job runs an image of the stack's own repository, by its digest.

    Why: a tag can mean another image tomorrow, and an image from elsewhere was looked at by nobody.
    Fix: write <repository>@sha256:<digest>, with the digest that the build printed.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure training runs the image that was reviewed",
            id="MR_SM_4",
            categories=[CheckCategories.SUPPLY_CHAIN],
            supported_resources=["aws_sagemaker_pipeline", "aws_sfn_state_machine"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every job that the definition starts.
        """
        own = {item.get("name") for item in self.planned("aws_ecr_repository")}
        found = [(job.name, BY_DIGEST.fullmatch(_image(job)), _image(job)) for job in jobs(resource)]
        return [
            f"{name} runs {image or 'no image'}, which is not named by digest in a repository of the stack"
            for name, match, image in found
            if not match or match["repository"].partition("/")[2] not in own
        ]


check = MlJobsImages()
