"""
Operators on what learns: jobs, notebooks, features, and the group of models.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from workflow.mutation.documents import FOREIGN
from workflow.mutation.operators import Edit, Operator, Values, gone, replaced, setting, several

PIPELINE, MACHINE = "aws_sagemaker_pipeline", "aws_sfn_state_machine"
DOMAIN, PROFILE, SCRIPT = (
    "aws_sagemaker_domain",
    "aws_sagemaker_user_profile",
    "aws_sagemaker_studio_lifecycle_config",
)
FEATURES, GROUP, CODE = (
    "aws_sagemaker_feature_group",
    "aws_sagemaker_model_package_group_policy",
    "aws_sagemaker_code_repository",
)
FOREIGN_GROUP = ["sg-0123456789abcdef0"]
FOREIGN_SCRIPT = f"arn:aws:sagemaker:eu-central-1:{FOREIGN}:studio-lifecycle-config/welcome"
WELCOME = base64.b64encode(b"#!/bin/bash\necho welcome\n").decode()
TWO_DAYS = 172_800

Job = dict[str, Any]


def _definition(values: Values) -> tuple[str, dict[str, Any]]:
    argument = "pipeline_definition" if "pipeline_definition" in values else "definition"
    parsed: dict[str, Any] = json.loads(values[argument])
    return argument, parsed


def _asked(definition: dict[str, Any]) -> Iterator[tuple[str, Job]]:
    for step in definition.get("Steps", []):
        if step["Type"] in ("Training", "Processing"):
            yield step["Name"], step["Arguments"]
    for name, state in definition.get("States", {}).items():
        if ":sagemaker:create" in state.get("Resource", ""):
            yield name, state["Parameters"]


def jobs(change: Callable[[Job], Any]) -> Edit:
    """Each job that a definition starts, changed in one place."""

    def edit(values: Values) -> Iterator[tuple[str, Values]]:
        argument, definition = _definition(values)
        for name, _ in _asked(definition):
            mutated = deepcopy(definition)
            change(dict(_asked(mutated))[name])
            if mutated != definition:
                yield f"{argument}[{name}]", replaced(values, (argument,), json.dumps(mutated))

    return edit


def _network(job: Job) -> Job:
    found: Job = job.get("NetworkConfig", job)
    return found


def _machines(job: Job) -> Job:
    found: Job = job.get("ResourceConfig") or job["ProcessingResources"]["ClusterConfig"]
    return found


def _by_tag(job: Job) -> None:
    block, name = (
        (job["AlgorithmSpecification"], "TrainingImage")
        if "AlgorithmSpecification" in job
        else (job["AppSpecification"], "ImageUri")
    )
    block[name] = f"{block[name].partition('@')[0]}:latest"


def _output(job: Job) -> Job:
    found: Job = job.get("OutputDataConfig") or job["ProcessingOutputConfig"]
    return found


def _unordered(text: str) -> str:
    """A pipeline in which nothing waits for the check of the data."""
    definition = json.loads(text)
    for step in definition["Steps"]:
        step.pop("DependsOn", None)
    return json.dumps(definition)


def everywhere(path: str, value: Any) -> Edit:
    """The same of users and of spaces, one at a time."""
    return several(*(setting(f"{name}.{path}", value) for name in ("default_user_settings", "default_space_settings")))


LABORATORY = "jupyter_lab_app_settings"
IDLE = f"{LABORATORY}.app_lifecycle_management.idle_settings"
STARTING = (PIPELINE, MACHINE)

OPERATORS = [
    # Jobs
    Operator("a job that reaches others", "isolation", STARTING, jobs(lambda job: _network(job).update(EnableNetworkIsolation=False))),
    Operator("machines that talk in the clear", "encryption", STARTING, jobs(lambda job: _network(job).update(EnableInterContainerTrafficEncryption=False))),
    Operator("a job outside the network", "network", STARTING, jobs(lambda job: _network(job).pop("VpcConfig", None))),
    Operator("a job in a foreign group", "network", STARTING, jobs(lambda job: _network(job)["VpcConfig"].update(SecurityGroupIds=FOREIGN_GROUP))),
    Operator("disks of a job by a key of AWS", "encryption", STARTING, jobs(lambda job: _machines(job).pop("VolumeKmsKeyId", None))),
    Operator("output of a job by a key of AWS", "encryption", STARTING, jobs(lambda job: _output(job).pop("KmsKeyId", None))),
    Operator("a job of any image", "isolation", STARTING, jobs(_by_tag)),
    Operator("a thousand machines", "scaling bound", STARTING, jobs(lambda job: _machines(job).update(InstanceCount=1_000))),
    Operator("a job for two days", "scaling bound", STARTING, jobs(lambda job: job["StoppingCondition"].update(MaxRuntimeInSeconds=TWO_DAYS))),
    Operator("data nobody checked", "isolation", (PIPELINE,), setting("pipeline_definition", _unordered)),
    # Notebooks
    Operator("notebooks on the internet", "network", (DOMAIN,), several(setting("app_network_access_type", "PublicInternetOnly"), setting("app_network_access_type", None))),
    Operator("notebooks in no group", "network", (DOMAIN,), everywhere("security_groups", None)),
    Operator("notebooks in a foreign group", "network", (DOMAIN, PROFILE), several(everywhere("security_groups", FOREIGN_GROUP), setting("user_settings.security_groups", FOREIGN_GROUP))),
    Operator("notebooks in a foreign subnet", "network", (DOMAIN,), setting("subnet_ids", ["subnet-0123456789abcdef0"])),
    Operator("containers in notebooks", "isolation", (DOMAIN,), setting("domain_settings.docker_settings.enable_docker_access", "ENABLED")),
    Operator("notebooks that stay", "scaling bound", (DOMAIN,), several(everywhere(f"{IDLE}.lifecycle_management", "DISABLED"), everywhere(f"{IDLE}.idle_timeout_in_minutes", 525_600), everywhere(f"{IDLE}.max_idle_timeout_in_minutes", 525_600))),
    Operator("root in notebooks", "isolation", (DOMAIN,), several(everywhere(f"{LABORATORY}.lifecycle_config_arns", None), everywhere(f"{LABORATORY}.lifecycle_config_arns", [FOREIGN_SCRIPT]), everywhere(f"{LABORATORY}.default_resource_spec.lifecycle_config_arn", FOREIGN_SCRIPT))),
    Operator("a script that welcomes", "isolation", (SCRIPT,), several(gone, setting("studio_lifecycle_config_content", WELCOME))),
    Operator("outputs shared", "isolation", (DOMAIN,), setting("default_user_settings.sharing_settings.notebook_output_option", "Allowed")),
    Operator("engineers without a name", "logging", (DOMAIN,), setting("domain_settings.execution_role_identity_config", "DISABLED")),
    Operator("any application", "scaling bound", (DOMAIN,), setting("default_user_settings.studio_web_portal_settings.hidden_app_types", None)),
    Operator("a password in an address", "public access", (CODE,), setting("git_config.repository_url", "https://ada:lovelace@git.example.org/code")),
    Operator("code in the clear", "TLS", (CODE,), setting("git_config.repository_url", "http://git.example.org/code")),
    # Features and models
    Operator("features for ever", "retention", (FEATURES,), setting("online_store_config.ttl_duration", None)),
    Operator("history elsewhere", "isolation", (FEATURES,), setting("offline_store_config.s3_storage_config.s3_uri", "s3://elsewhere/features")),
    Operator("a group that refuses nothing", "isolation", (GROUP,), gone),
]  # fmt: skip
