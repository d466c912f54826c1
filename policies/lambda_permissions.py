from __future__ import annotations

import re

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, account

SERVICE = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?")


class LambdaPermissions(Policy):
    """
    A function of the stack may be called by a service, for one source of the account, and by nobody else in this way.

    Why: a permission admits callers whom no identity policy restricts; a service without a source calls for every customer.
    Fix: name the service in `principal`, its resource in `source_arn`, and `source_account` where the ARN names no account.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a function admits one source of its account through a service",
            id="MR_LAMBDA_10",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_lambda_permission"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Caller, source, account, action and function.
        """
        functions = self.planned("aws_lambda_function")
        owners = {account(item) for item in functions}
        principal, source = str(resource.get("principal")), str(resource.get("source_arn") or "")
        parts = source.split(":", 5)
        named = {parts[4] if len(parts) > 5 else "", str(resource.get("source_account") or "")} - {""}
        function = str(resource.get("function_name")).split(":function:")[-1].partition(":")[0]
        rules = {
            f"lets {principal} call, which is no service": bool(SERVICE.fullmatch(principal)),
            f"lets any source of {principal} call": len(parts) > 5 and not set(source) & set("*?"),
            f"lets {principal} call for {', '.join(sorted(named)) or 'any account'}": bool(named) and named <= owners,
            f"allows {resource.get('action')}": resource.get("action") == "lambda:InvokeFunction",
            f"is on {function}, which is no function of the stack": function
            in {item.get("function_name") for item in functions},
            "is for calls from the internet": not resource.get("function_url_auth_type"),
        }
        return [problem for problem, held in rules.items() if not held]


check = LambdaPermissions()
