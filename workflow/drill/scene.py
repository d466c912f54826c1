"""
Where a drill takes place: an account baseline that is applied on the embedded AWS.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from modules.environment import Environment
from modules.errors import InputError
from workflow.drill.record import GLOBAL_REGION, Record, record_calls
from workflow.emulator.server import Emulator
from workflow.workspace import Workspace

if TYPE_CHECKING:
    import boto3


@dataclass(frozen=True)
class Scene:
    """What was applied, and everybody who may act in it. *records* is what the trail would have seen of the incident."""

    workspace: Workspace
    environment: Environment
    emulator: Emulator
    state: Mapping[str, Any]
    records: list[Record] = field(default_factory=list)

    @classmethod
    def of(cls, workspace: Workspace, environment: Environment) -> Scene:
        """Raises `InputError` unless the workspace's deployment is applied on a running embedded AWS."""
        emulator = Emulator.find(workspace.emulator)
        if emulator is None or not workspace.has_state():
            raise InputError(
                f"{workspace.deployment} is not applied on the embedded AWS; run `make plan` and `make apply` with "
                f"DEPLOYMENT={workspace.deployment} first"
            )
        return cls(workspace, environment, emulator, workspace.read_state())

    @property
    def regions(self) -> list[str]:
        """The home region, and the one in which services without a region record their events."""
        return sorted({self.environment.region, GLOBAL_REGION[self.environment.partition]})

    def acting_as(self, role_arn: str) -> boto3.Session:
        return self.emulator.session(role_arn)

    @property
    def deployer(self) -> boto3.Session:
        """Somebody who may do nearly everything: who looks at the configuration, and who mends."""
        return self.acting_as(self.environment.deploy_roles[0])

    def incident(self, role_arn: str) -> boto3.Session:
        """A session of *role_arn* whose calls are the incident, so that they are recorded."""
        session = self.acting_as(role_arn)
        self.records_of(session)
        return session

    def incident_with_key(self, access_key_id: str, secret_access_key: str) -> boto3.Session:
        """A session of the user whose access key this is; its calls are the incident."""
        session = self.emulator.session_of_key(access_key_id, secret_access_key)
        self.records_of(session)
        return session

    def records_of(self, session: boto3.Session) -> None:
        """From now on the calls of *session* belong to the incident."""
        record_calls(session, self.environment.partition, self.records)

    def output(self, name: str) -> str:
        """An output of the stack; raises `InputError` when what was applied has none of this name."""
        outputs = self.state.get("outputs", {})
        if name not in outputs:
            raise InputError(
                f"{self.workspace.deployment} as it is applied has no output {name}; plan and apply it again, or name a "
                "deployment of account_baseline"
            )
        return str(outputs[name]["value"])

    def attributes(self, resource_type: str, **wanted: Any) -> Mapping[str, Any]:
        """The attributes of the one applied resource of a type that has the wanted values."""
        [found] = [
            instance["attributes"]
            for resource in self.state["resources"]
            if resource["type"] == resource_type
            for instance in resource["instances"]
            if all(instance["attributes"].get(name) == value for name, value in wanted.items())
        ]
        return dict(found)
