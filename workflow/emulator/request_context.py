"""
The request context: the condition keys a policy may ask about, and what the emulator answers.

Traffic on the loopback interface is presented as TLS 1.2, since it never leaves the machine and AWS accepts nothing less.

A role presents a VPC endpoint (`aws:SourceVpce`, `aws:SourceVpc`) when a function or container that runs in a VPC has that
role and the VPC has an endpoint for the service called. Every other caller comes from outside: the keys are absent, as they are on AWS
for Firehose, for people, and for Terraform.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from workflow.emulator.iam_conditions import Lookup
from workflow.emulator.iam_errors import NotModelledError
from workflow.emulator.iam_policy import Principal
from workflow.emulator.network import endpoint_of
from workflow.emulator.request import Call

Context = Mapping[str, str | Sequence[str]]

ABSENT = frozenset(
    {
        # keys that are present only for callers this emulator has none of
        "aws:calledvia",
        "aws:calledviafirst",
        "aws:calledvialast",
        "aws:federatedprovider",
        "aws:multifactorauthage",
        "aws:multifactorauthpresent",  # nobody has a second factor here, and a user's access key has no such key
        "aws:principalorgid",
        "aws:principalorgpaths",
        "aws:principalservicename",
        "aws:principalservicenameslist",
        "aws:sourcearn",
        "aws:sourceaccount",
        "aws:sourceidentity",
        "aws:sourceorgid",
        "aws:sourceowner",
        "aws:sourceorgpaths",
        "aws:sourcevpc",
        "aws:sourcevpce",
        "aws:username",
        "aws:vpcsourceip",
        "kms:encryptioncontextkeys",
        "kms:grantisforawsresource",
        "kms:keyorigin",
        "kms:keyspec",
        "kms:keyusage",
        "kms:macalgorithm",
        "kms:multiregion",
        "kms:requestalias",
        "kms:resourcealiases",
        "kms:viaservice",
        "iam:passedtoservice",
        "s3:dataaccesspointarn",
        "s3:dataaccesspointaccount",
        "s3:accesspointnetworkorigin",
        "s3:delimiter",
        "s3:max-keys",
        "s3:prefix",
        "s3:versionid",
        "s3:x-amz-acl",
        "s3:x-amz-copy-source",
        "s3:x-amz-server-side-encryption",
        "s3:x-amz-server-side-encryption-aws-kms-key-id",
        "s3:x-amz-server-side-encryption-customer-algorithm",
        "s3:x-amz-storage-class",
        "sts:externalid",
        "sts:rolesessionname",
        "sts:sourceidentity",
    }
)
ABSENT_FAMILIES = ("aws:principaltag/", "kms:encryptioncontext:")

S3_HEADERS = (
    "x-amz-acl",
    "x-amz-copy-source",
    "x-amz-server-side-encryption",
    "x-amz-server-side-encryption-aws-kms-key-id",
    "x-amz-server-side-encryption-customer-algorithm",
    "x-amz-storage-class",
)
S3_PARAMETERS = {
    "s3:prefix": "prefix",
    "s3:delimiter": "delimiter",
    "s3:max-keys": "max-keys",
    "s3:versionid": "versionId",
}
STS_PARAMETERS = {"sts:externalid": "ExternalId", "sts:rolesessionname": "RoleSessionName"}


def lookup_in(context: Context) -> Lookup:
    """Look keys up in *context* (names in lower case); a key that is not modelled is an error, never "absent"."""

    def lookup(key: str) -> str | Sequence[str] | None:
        name = key.lower()
        if name in context:
            return context[name]
        if name in ABSENT or name.startswith(ABSENT_FAMILIES):
            return None
        raise NotModelledError(f"condition key {key} is not modelled")

    return lookup


def context_of(call: Call, principal: Principal) -> dict[str, str | Sequence[str]]:
    """What holds for the call as a whole; a need adds what belongs to its resource."""
    now = time.time()
    context: dict[str, str | Sequence[str]] = {
        "aws:securetransport": "true",
        "aws:viaawsservice": "false",
        "aws:principalisawsservice": "false",
        "aws:requestedregion": call.region,
        "aws:resourceaccount": call.account_id,
        "aws:currenttime": datetime.fromtimestamp(now, UTC).isoformat(),
        "aws:epochtime": str(int(now)),
    }
    return {**context, **_of_principal(principal), **_of_service(call), **endpoint_of(call, principal.arn)}


def service_context(call: Call, service: str) -> dict[str, str | Sequence[str]]:
    """The context of a call that an AWS service makes for itself."""
    return {
        "aws:securetransport": "true",
        "aws:viaawsservice": "false",
        "aws:principalisawsservice": "true",
        "aws:principalservicename": service,
        "aws:sourceaccount": call.account_id,
        "aws:requestedregion": call.region,
        "aws:resourceaccount": call.account_id,
    }


def _of_principal(principal: Principal) -> dict[str, str | Sequence[str]]:
    user = ":user/" in principal.arn
    context: dict[str, str | Sequence[str]] = {
        "aws:principalarn": principal.arn,
        "aws:principalaccount": principal.account_id,
        "aws:principaltype": "User" if user else "AssumedRole",
        "aws:userid": principal.unique_id,
        **{f"aws:principaltag/{name.lower()}": value for name, value in principal.tags.items()},
    }
    if user:
        context["aws:username"] = principal.arn.rpartition("/")[2]
    else:
        context["aws:multifactorauthpresent"] = "false"
    return context


def _of_service(call: Call) -> dict[str, str | Sequence[str]]:
    if call.service == "s3":
        headers = {f"s3:{name}": call.headers[name] for name in S3_HEADERS if name in call.headers}
        given = {key: str(call.parameters[name]) for key, name in S3_PARAMETERS.items() if name in call.parameters}
        always = {
            "s3:tlsversion": "1.2",
            "s3:resourceaccount": call.account_id,
            "s3:authtype": "REST-HEADER" if "authorization" in call.headers else "REST-QUERY-STRING",
            "s3:signatureversion": "AWS4-HMAC-SHA256",
        }
        return {**always, **headers, **given}
    if call.service == "sts":
        return {key: call.parameters[name] for key, name in STS_PARAMETERS.items() if name in call.parameters}
    return {}
