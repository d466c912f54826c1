"""
Where ML engineers work: SageMaker Studio in private subnets, and jobs of their own that are as isolated as any other.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from bindings import Construct
from bindings.aws import SagemakerDomain, SagemakerStudioLifecycleConfig, SagemakerUserProfile
from bindings.aws.sagemaker_user_profile import SagemakerUserProfileArguments
from modules.dataflow import Statement
from modules.errors import SettingError
from modules.foundation.learning_boundary import STUDIO_LOGS
from modules.foundation.role import Role, service_trust
from modules.foundation.trust import PERMISSION_SET, trusts
from modules.params import DISTINCT, Params, text
from modules.protection import PROFILES
from modules.training.code_repository import CodeRepositories, CodeRepositoryParams
from modules.training.isolated_jobs import SAGEMAKER, InstanceType, JobRole, handing, starting, uses_disks
from modules.training.ml_zones import MlZones
from modules.training.studio_access import opening, people, profile_name, working
from modules.training.workplace import Workplace

LONGEST_IDLE: Final = 720
NO_ROOT: Final = """#!/bin/bash
# Runs when an application starts, before anybody can work in it; the application does not start when it fails.
set -euo pipefail
umask 077
if sudo -n true 2>/dev/null; then
  sudo -n bash -c 'rm -rf /etc/sudoers.d/* && echo "root ALL=(ALL) ALL" > /etc/sudoers && chmod 0440 /etc/sudoers'
fi
if sudo -n true 2>/dev/null; then
  echo "people could still become root" >&2
  exit 1
fi
"""
HIDDEN: Final = ["Canvas", "CodeEditor", "JupyterServer", "KernelGateway", "RStudioServerPro", "TensorBoard"]
"""Kinds of applications that are not offered, since neither idle shutdown nor the script for JupyterLab holds for them."""

NotebookType = Literal["ml.t3.medium", "ml.t3.large", "ml.m5.large", "ml.m5.xlarge", "ml.m5.2xlarge", "ml.m5.4xlarge"]

UserName = Annotated[
    str, text(r"^[A-Za-z0-9][A-Za-z0-9+=,.@_-]{0,127}$", "the name of a user in IAM Identity Center", 128)
]


class TrainingEnvironmentParams(Params):
    identity_center_users: Annotated[tuple[UserName, ...], DISTINCT] = ()
    """
    Users of IAM Identity Center who work in Studio, each with a profile of their own; for environments whose `ml_engineer` names
    permission sets. When left out, each role that the environment's `ml_engineer` names has a profile, and opens it by IAM.
    """

    idle_minutes: Annotated[int, Field(ge=60, le=LONGEST_IDLE)] = 60
    """Minutes after which a notebook that does nothing is shut down, 60 to 720 (12 hours)."""

    instance_types: Annotated[tuple[NotebookType, ...], Field(min_length=1), DISTINCT] = ("ml.t3.medium", "ml.m5.large")
    """Machines that notebooks may run on; the first one is what they run on unless somebody chooses another."""

    job_types: Annotated[tuple[InstanceType, ...], Field(min_length=1), DISTINCT] = ("ml.m5.large", "ml.m5.xlarge")
    """Machines that jobs started from a notebook may run on."""

    space_gib: Annotated[int, Field(ge=5, le=500)] = 20
    """GiB of disk of a notebook, 5 to 500."""

    code_repositories: tuple[CodeRepositoryParams, ...] = ()
    """Git repositories that notebooks get code from."""


class TrainingEnvironment(Construct):
    """
    A domain of Studio without a way to the internet, under a key, in which nobody is root and idle notebooks are shut down. A
    notebook holds no data: it starts jobs, which are isolated, encrypted and in the network or are refused, and reads what
    they leave, where the class of it is open to ML engineers.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: TrainingEnvironmentParams,
        *,
        zones: MlZones,
        place: Workplace,
    ) -> None:
        super().__init__(scope, id)
        self._params, self._place = params, place
        self._jobs = [
            JobRole(self, "fit", phase="fit", kind="training", place=place, reads=[zones.data], writes=[zones.tried]),
            JobRole(
                self,
                "explore",
                phase="explore",
                kind="processing",
                place=place,
                reads=[zones.data],
                writes=[zones.tried],
            ),
        ]
        pipeline = place.pipeline
        process = pipeline.process("notebook", "notebook", persona="ml_engineer")
        process.reads(*(store for store in (zones.tried, zones.reported) if _open(store.classification)))
        code = CodeRepositories(self, "code", params.code_repositories, process=process, place=place)
        group = place.network.attach(
            self, process, "sagemaker-api", "sagemaker-runtime", "sts", "logs", *code.endpoints
        )
        process.requires(*working(params.instance_types, pipeline), *self._starting(zones), self._logging())
        uses_disks(place, process)
        trust = service_trust(SAGEMAKER, pipeline)
        named = {**trust, "Action": ["sts:AssumeRole", "sts:SetSourceIdentity"]}
        self.role = Role(self, "role", pipeline=pipeline, process=process, trust=[named])
        self._people = self._found()
        self.domain = self._domain(str(group.id), code.urls)
        for person, sign_in in self._people.items():
            self._profile(person, sign_in, str(group.id))

    def _starting(self, zones: MlZones) -> list[Statement]:
        """Only jobs with isolation, network, keys and encrypted talk, on machines that the deployment names."""
        fit, explore = self._jobs
        names, types, outputs = f"{self._place.pipeline.name}-*", self._params.job_types, [zones.reports.key]
        return [
            *starting("training", names, roles=[fit], outputs=outputs, place=self._place, types=types),
            *starting("processing", names, roles=[explore], outputs=outputs, place=self._place, types=types),
            handing(*self._jobs),
        ]

    def _logging(self) -> Statement:
        logs = self._place.pipeline.arn("logs", f"log-group:{STUDIO_LOGS}:*")
        return Statement(("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"), (logs,))

    def _found(self) -> Mapping[str, str]:
        """By the name of a profile, whom it is for: a principal of the environment, or a user of Identity Center."""
        pipeline, users = self._place.pipeline, self._params.identity_center_users
        engineers = pipeline.environment.personas.ml_engineer
        if users and not all(name.startswith(PERMISSION_SET) for name in engineers):
            raise SettingError(
                ("parameters", "studio", "identity_center_users"),
                f"names users, and personas.ml_engineer of environment {pipeline.environment.name} names others than permission "
                "sets of Identity Center; name permission sets there, or take the users out so that people sign in by IAM",
            )
        return people(users or engineers, pipeline)

    def _domain(self, group: str, urls: list[str]) -> SagemakerDomain:
        params, place = self._params, self._place
        pipeline = place.pipeline
        script = SagemakerStudioLifecycleConfig(
            self,
            "no_root",
            studio_lifecycle_config_name=pipeline.resource_name("no-root"),
            studio_lifecycle_config_app_type="JupyterLab",
            studio_lifecycle_config_content=base64.b64encode(NO_ROOT.encode()).decode(),
        )
        laboratory: Any = {
            "app_lifecycle_management": {
                "idle_settings": {
                    "lifecycle_management": "ENABLED",
                    "idle_timeout_in_minutes": params.idle_minutes,
                    "min_idle_timeout_in_minutes": 60,
                    "max_idle_timeout_in_minutes": params.idle_minutes,
                }
            },
            "default_resource_spec": {"instance_type": params.instance_types[0], "lifecycle_config_arn": script.arn},
            "lifecycle_config_arns": [script.arn],
            **({"code_repository": [{"repository_url": url} for url in urls]} if urls else {}),
        }
        disk = {"default_ebs_volume_size_in_gb": params.space_gib, "maximum_ebs_volume_size_in_gb": params.space_gib}
        shared: Any = {
            "execution_role": self.role.arn,
            "security_groups": [group],
            "jupyter_lab_app_settings": laboratory,
            "space_storage_settings": {"default_ebs_storage_settings": disk},
        }
        everybody: Any = {
            **shared,
            "auto_mount_home_efs": "Disabled",
            "default_landing_uri": "studio::",
            "sharing_settings": {"notebook_output_option": "Disabled"},
            "studio_web_portal": "ENABLED",
            "studio_web_portal_settings": {"hidden_app_types": HIDDEN},
        }
        return SagemakerDomain(
            self,
            "domain",
            domain_name=pipeline.resource_name("studio"),
            auth_mode="SSO" if params.identity_center_users else "IAM",
            app_network_access_type="VpcOnly",
            vpc_id=place.network.vpc_id,
            subnet_ids=list(place.network.subnet_ids),
            kms_key_id=place.key.arn,
            tag_propagation="ENABLED",
            default_space_settings=shared,
            default_user_settings=everybody,
            domain_settings={
                "docker_settings": {"enable_docker_access": "DISABLED"},
                "execution_role_identity_config": "USER_PROFILE_NAME",
                "security_group_ids": [group],
            },
            retention_policy={"home_efs_file_system": "Delete"},
            tags={"classification": pipeline.classification},
            depends_on=[self.role.policy],
        )

    def _profile(self, person: str, sign_in: str, group: str) -> None:
        """A profile of one person; where people sign in by IAM, also the role that opens it and that only they take on."""
        pipeline = self._place.pipeline
        name = profile_name(person, pipeline)
        arguments: SagemakerUserProfileArguments = {
            "domain_id": self.domain.id,
            "user_profile_name": name,
            "user_settings": {"execution_role": self.role.arn, "security_groups": [group]},
            "tags": {"classification": pipeline.classification},
        }
        if self._params.identity_center_users:
            arguments |= {"single_sign_on_user_identifier": "UserName", "single_sign_on_user_value": sign_in}
        scope = Construct(self, f"engineer-{person}")
        SagemakerUserProfile(scope, "profile", **arguments)
        if not self._params.identity_center_users:
            process = pipeline.process(f"studio-{person}", "persona", persona="ml_engineer")
            process.requires(opening(name, pipeline))
            trust = trusts([sign_in], pipeline.environment)
            Role(scope, "role", pipeline=pipeline, process=process, trust=trust)


def _open(classification: Any) -> bool:
    return "ml_engineer" in PROFILES[classification].persona_readers
