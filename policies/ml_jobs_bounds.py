from __future__ import annotations

from typing import Any

from checkov.common.models.enums import CheckCategories
from ml_jobs import Job, cluster, jobs
from planned import Policy, Resource

MOST_MACHINES = 16
MOST_GIB = 1_000
DAY = 86_400


def _whole(value: Any, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _problems(job: Job) -> list[str]:
    machines, stopping = cluster(job), job.asked.get("StoppingCondition", {})
    longest = stopping.get("MaxRuntimeInSeconds")
    rules = {
        f"runs on {machines.get('InstanceCount')} machines, allowed are 1 to {MOST_MACHINES}": _whole(
            machines.get("InstanceCount"), 1, MOST_MACHINES
        ),
        "names no type of machine": str(machines.get("InstanceType", "")).startswith("ml."),
        f"has a disk of {machines.get('VolumeSizeInGB')} GiB, allowed are 1 to {MOST_GIB}": _whole(
            machines.get("VolumeSizeInGB"), 1, MOST_GIB
        ),
        f"may run {longest} seconds, allowed is a day": _whole(longest, 1, DAY),
    }
    if job.kind == "training":
        waits = stopping.get("MaxWaitTimeInSeconds")
        rules |= {
            "does not use Spot machines": job.asked.get("EnableManagedSpotTraining") is True,
            "keeps no checkpoints, so that an interruption begins anew": bool(
                job.asked.get("CheckpointConfig", {}).get("S3Uri")
            ),
            f"waits {waits} seconds, allowed is its run time to two days": _whole(waits, longest or DAY, 2 * DAY),
        }
    return [problem for problem, held in rules.items() if not held]


class MlJobsBounds(Policy):
    """
    A job has a number of machines, a disk and a longest time within bounds; training uses Spot machines and checkpoints.

    Why: a loop that does not end, on machines that nobody counted, is found on the bill; training on Spot costs a fraction,
    and goes on from a checkpoint when machines are taken away.
    Fix: set InstanceCount, InstanceType, VolumeSizeInGB and MaxRuntimeInSeconds as numbers; for training also
    EnableManagedSpotTraining, MaxWaitTimeInSeconds and CheckpointConfig.
    """

    looks_at = ("definition", "pipeline_definition")

    def __init__(self) -> None:
        super().__init__(
            name="Ensure jobs have bounds, and training goes on after an interruption",
            id="MR_SM_5",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_sagemaker_pipeline", "aws_sfn_state_machine"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every job that the definition starts.
        """
        return [f"{job.name} {problem}" for job in jobs(resource) for problem in _problems(job)]


check = MlJobsBounds()
