"""
IAM for the embedded AWS: every request is decided here before moto sees it, and moto's own authorizer stays switched off.

Signatures are not checked: the server listens on the loopback interface only, and the random access key and session token
of a request say whose it is.
"""

from __future__ import annotations

import logging

from moto.core.request import Request
from moto.utilities.utils import get_partition

from workflow.emulator import refusals
from workflow.emulator.caller import Credentials, UnknownCallerError, principal_of
from workflow.emulator.iam_errors import NotModelledError
from workflow.emulator.iam_policy import Decision, Principal, Question, decide
from workflow.emulator.need import Need
from workflow.emulator.refusals import Answer, refusal
from workflow.emulator.request import Call, Signature, protocol_of, read_call, signature_of
from workflow.emulator.request_context import context_of, lookup_in, service_context
from workflow.emulator.request_resource import needs_of

log = logging.getLogger(__name__)


class Authorizer:
    """Decides requests to one account."""

    def __init__(self, account_id: str, region: str) -> None:
        self._account_id = account_id
        self._partition = str(get_partition(region))
        self._credentials = Credentials(account_id, region, self._partition)

    def credentials_for(self, role_arn: str) -> dict[str, str]:
        """
        A session of a role for code inside the process, as keyword arguments of `boto3.Session`.

        No trust policy is asked: the emulator plays the service that the role trusts.
        """
        return self._credentials.of(role_arn)

    def refusal(self, request: Request) -> Answer | None:
        """The answer that refuses *request*, or `None` when it is allowed."""
        signature = signature_of(request)
        if signature is None:
            return refusal(refusals.UNSIGNED, "the request is not signed", protocol="rest-xml", service="")
        try:
            return self._refusal(request, signature)
        except UnknownCallerError as error:
            kind, message = refusals.UNKNOWN_CALLER, str(error)
        except NotModelledError as error:
            kind, message = refusals.NOT_MODELLED, f"the embedded AWS cannot decide this request: {error}"
            log.warning("%s", message)
        return refusal(kind, message, protocol=_protocol(request, signature), service=signature.service)

    def _refusal(self, request: Request, signature: Signature) -> Answer | None:
        principal = principal_of(signature, self._account_id, self._partition)
        call = read_call(request, signature, self._account_id)
        for need in needs_of(call):
            decision = _decide(call, principal, need)
            if not decision.allowed:
                message = _message(principal, need, decision)
                log.info("%s", message)
                return refusal(
                    refusals.DENIED, message, protocol=call.protocol, service=call.service, code=need.refused_as
                )
        return None


def _decide(call: Call, principal: Principal, need: Need) -> Decision:
    context = context_of(call, principal)
    if need.service_principal:
        principal = Principal(principal.account_id, arn="", service=need.service_principal)
        context = service_context(call, need.service_principal)
    question = Question(
        principal=principal,
        action=need.action,
        resource=need.resource,
        context=lookup_in({**context, **need.context}),
        resource_policy=need.policy,
        resource_policy_decides=need.policy_decides,
    )
    return decide(question)


def _message(principal: Principal, need: Need, decision: Decision) -> str:
    who = need.service_principal or principal.session_arn
    return f"User: {who} is not authorized to perform: {need.action} on resource: {need.resource or 'unknown'} {decision.reason}"


def _protocol(request: Request, signature: Signature) -> str:
    try:
        return protocol_of(request, signature.service)
    except NotModelledError:
        return "rest-json"
