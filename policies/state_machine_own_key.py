from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block


class StateMachineOwnKey(Policy):
    """
    A state machine and its executions are encrypted under a key of the stack that rotates; all its events are logged, to a
    log group of the stack; it acts under a role of the stack.

    Why: inputs and outputs of states are data about data; what a key of AWS protects, nobody here can revoke.
    Fix: set encryption_configuration with kms_key_id, and logging_configuration with level ALL and a log group of the stack.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a state machine is encrypted with a key of its stack and logs everything",
            id="MR_SFN_1",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_sfn_state_machine"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Key, log group and role are of the stack.
        """
        encryption, logging = (block(resource.get(f"{name}_configuration")) for name in ("encryption", "logging"))
        problems = [fault] if (fault := self.key_problem(encryption.get("kms_key_id"))) else []
        kind = encryption.get("type", "CUSTOMER_MANAGED_KMS_KEY")
        problems += [] if kind == "CUSTOMER_MANAGED_KMS_KEY" else [f"is encrypted by {kind}"]
        if resource.get("type", "STANDARD") != "STANDARD":
            problems.append("keeps no history of its executions, and may run each twice")
        groups = {f"{item['arn']}:*" for item in self.planned("aws_cloudwatch_log_group")}
        if logging.get("level") != "ALL":
            problems.append(f"logs {logging.get('level') or 'nothing'}, not ALL")
        if logging.get("log_destination") not in groups:
            problems.append("logs to no group of the stack")
        roles = {item["arn"] for item in self.planned("aws_iam_role")}
        return problems if resource.get("role_arn") in roles else [*problems, "acts under no role of the stack"]


check = StateMachineOwnKey()
