"""
Corrections of moto for Step Functions and EMR Serverless; `amendments` lists them with the others.
"""

from __future__ import annotations

from typing import Any

from moto.emrserverless.models import Application, EMRServerlessBackend
from moto.emrserverless.responses import EMRServerlessResponse
from moto.stepfunctions.responses import StepFunctionResponse


def accept_state_machines() -> None:
    """`aws_sfn_state_machine`: no plan can be made; moto 5.2.5 has no `ValidateStateMachineDefinition`, nor a list of versions."""

    def validate(_: Any) -> str:
        return '{"result": "OK", "diagnostics": []}'

    def versions(_: Any) -> str:
        return '{"stateMachineVersions": []}'

    StepFunctionResponse.validate_state_machine_definition = validate
    StepFunctionResponse.list_state_machine_versions = versions


def create_applications_that_wait() -> None:
    """
    `aws_emrserverless_application`: the provider writes `spark`, which moto 5.2.5 refuses, and waits for CREATED while moto
    says STARTED, which it then refuses to delete; and moto forgets the architecture and who may work interactively.
    """
    create, initialize = EMRServerlessBackend.create_application, Application.__init__

    def create_application(
        self: Any, name: str, release_label: str, application_type: str, *further: Any, **more: Any
    ) -> Any:
        return create(self, name, release_label, application_type.upper(), *further, **more)

    def __init__(self: Any, *given: Any, **more: Any) -> None:  # noqa: N807  # takes the place of moto's
        initialize(self, *given, **more)
        self.state = "CREATED"

    answer = EMRServerlessResponse.create_application

    def keep(self: Any) -> Any:
        answered = answer(self)
        made = list(self.emrserverless_backend.applications.values())[-1]
        made.architecture = self._get_param("architecture")
        made.interactive_configuration = self._get_param("interactiveConfiguration")
        return answered

    EMRServerlessResponse.create_application = keep
    EMRServerlessBackend.create_application = create_application
    Application.__init__ = __init__
