from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from ml_jobs import Job, jobs, network
from planned import Policy, Resource, listed


class MlJobsNetwork(Policy):
    """
    A job of SageMaker is in subnets and groups, of its stack where there are such, and its containers reach nothing.

    Why: data is parsed and learned from by code of many libraries; a container that reaches nothing can take nothing out.
    Fix: set VpcConfig with Subnets and SecurityGroupIds, and EnableNetworkIsolation to true; bring data in by the inputs.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure jobs that see training data are in the network and isolated",
            id="MR_SM_1",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_sagemaker_pipeline", "aws_sfn_state_machine"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every job that the definition starts.
        """
        return [f"{job.name}: {problem}" for job in jobs(resource) for problem in self._job(job)]

    def _job(self, job: Job) -> list[str]:
        asked = network(job)
        vpc = asked.get("VpcConfig", {})
        own = {
            "Subnets": {item["id"] for item in self.planned("aws_subnet")},
            "SecurityGroupIds": {item["id"] for item in self.planned("aws_security_group")},
        }
        problems = [] if asked.get("EnableNetworkIsolation") is True else ["its container can reach others"]
        for name, known in own.items():
            named = set(listed(vpc.get(name)))
            if not named:
                problems.append(f"names no {name}, so it is not in the network")
            elif known and named - known:
                problems.append(f"is in {', '.join(sorted(named - known))}, which is not of the stack")
        return problems


check = MlJobsNetwork()
