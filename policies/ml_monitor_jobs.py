from __future__ import annotations

import re

from checkov.common.models.enums import CheckCategories
from ml_monitors import STACK, TEMPLATED, Monitor, monitors, template
from planned import Policy, Resource, blocks, listed, number

DAY = 86_400
BY_DIGEST = re.compile(r"(?P<repository>[^@]+)@sha256:[0-9a-f]{64}")
PLACES = {"subnets": "aws_subnet", "security_group_ids": "aws_security_group"}


class MlMonitorJobs(Policy):
    """
    A monitor of a model is isolated, in the network, under keys, with encrypted talk between machines, for a limited time, in
    the image that was reviewed; a stack of CloudFormation makes such monitors and nothing else.

    Why: a monitor reads all that was asked and answered, every day, with nobody looking; what a template makes, no other check of
    a plan sees.
    Fix: set EnableNetworkIsolation, EnableInterContainerTrafficEncryption and VpcConfig of NetworkConfig, VolumeKmsKeyId, KmsKeyId,
    MaxRuntimeInSeconds and an image by its digest; keep other resources out of templates, and templates in template_body.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure monitors of models are isolated, encrypted and bounded, in templates too",
            id="MR_SERVE_7",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_cloudformation_stack", "aws_sagemaker_data_quality_job_definition"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Every definition, and what else a template makes.
        """
        found = [f"{monitor.name} {problem}" for monitor in monitors(resource) for problem in self._monitor(monitor)]
        return [*self._template(resource), *found] if resource["address"].startswith(f"{STACK}.") else found

    def _template(self, stack: Resource) -> list[str]:
        made = template(stack).get("Resources")
        if stack.get("template_url") or not isinstance(made, dict) or not made:
            return ["has no template that can be read here"]
        others = [(name, item.get("Type")) for name, item in made.items() if item.get("Type") not in TEMPLATED]
        more = sorted(set(template(stack)) - {"AWSTemplateFormatVersion", "Description", "Resources"})
        return [f"makes {name}, a {kind}, which no other check sees" for name, kind in others] + [
            f"has {name}, so that what it makes is not what stands in it" for name in more
        ]

    def _monitor(self, monitor: Monitor) -> list[str]:
        network, cluster = monitor.inner("network_config"), monitor.inner("job_resources", "cluster_config")
        seconds = number(monitor.inner("stopping_condition").get("max_runtime_in_seconds"))
        image = BY_DIGEST.fullmatch(str(monitor.part("app_specification").get("image_uri")))
        repositories = {item.get("name") for item in self.planned("aws_ecr_repository")}
        roles = {item["arn"] for item in self.planned("aws_iam_role")}
        output = monitor.part("job_output_config")
        disk, reports = self.key_problem(cluster.get("volume_kms_key_id")), self.key_problem(output.get("kms_key_id"))
        rules = {
            "can reach others": network.get("enable_network_isolation") is True,
            "talks in the clear": network.get("enable_inter_container_traffic_encryption") is True,
            f"has a disk without a key of its own: {disk}": not disk,
            f"writes reports without a key of its own: {reports}": not reports,
            f"may run {seconds:g} seconds, allowed is a day": 1 <= seconds <= DAY,
            "runs on more than one machine": number(cluster.get("instance_count")) == 1,
            "runs no image by digest of a repository of the stack": bool(
                image and image["repository"].partition("/")[2] in repositories
            ),
            "acts as no role of the stack": monitor.said.get("role_arn") in roles,
            "writes into no bucket of the stack": self._kept(output),
        }
        return [problem for problem, held in rules.items() if not held] + self._places(monitor)

    def _kept(self, output: Resource) -> bool:
        own = {item.get("bucket") for item in self.planned("aws_s3_bucket")}
        places = [
            str(there.get("s3_uri"))
            for item in blocks(output.get("monitoring_outputs"))
            for there in blocks(item.get("s3_output"))
        ]
        return bool(places) and all(place.startswith("s3://") and place.split("/")[2] in own for place in places)

    def _places(self, monitor: Monitor) -> list[str]:
        vpc, problems = monitor.inner("network_config", "vpc_config"), []
        for name, kind in PLACES.items():
            named, known = set(listed(vpc.get(name))), {item["id"] for item in self.planned(kind)}
            if not named or (known and named - known):
                problems.append(f"is in no {name} of the stack alone")
        return problems


check = MlMonitorJobs()
