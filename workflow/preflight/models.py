"""
The models that a stack serves, as the registry of the account has them: a model that nobody approved or signed, or another one
than was signed, is refused before anything is planned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from workflow.preflight.result import Result

if TYPE_CHECKING:
    import boto3

FOLDER: Final = re.compile(r"/(?P<digest>[0-9a-f]{64})/model\.tar\.gz$")
GONE: Final = frozenset({"ValidationException", "ResourceNotFound"})


def models(session: boto3.Session, configuration: Mapping[str, Any]) -> Iterator[Result]:
    """One result for each model of the stack; none for a stack that serves none."""
    for arguments in configuration.get("resource", {}).get("aws_sagemaker_model", {}).values():
        package = str(arguments["tags"]["model_package"])
        wrong = refused(session.client("sagemaker"), package, arguments["primary_container"])
        part = f"model {package.partition('model-package/')[2]}"
        yield Result(part, "missing", wrong) if wrong else Result(part, "ok", "is approved, signed, and the one named")


def refused(sagemaker: Any, package: str, container: Mapping[str, Any]) -> str:
    """Why the version *package* must not be served in *container*; empty when it may."""
    from botocore.exceptions import ClientError

    try:
        found = sagemaker.describe_model_package(ModelPackageName=package)
    except ClientError as error:
        if error.response["Error"]["Code"] not in GONE:
            raise
        return "is not in the registry; name a version that training has registered"
    status = found.get("ModelApprovalStatus")
    if status != "Approved":
        return f"is {status}; its owner approves it first, or name another version"
    told = found.get("CustomerMetadataProperties", {})
    if not told.get("signature"):
        return "is not signed; only what training's own step has registered is"
    digest = FOLDER.search(str(container["model_data_url"]))
    if not digest or told.get("sha256") != digest["digest"]:
        return f"was signed with the SHA-256 {told.get('sha256')}, and the deployment names another artefact_sha256"
    images = found.get("InferenceSpecification", {}).get("Containers", [])
    signed = {str(each.get("Image")).partition("@")[2] for each in images}
    named = str(container["image"]).partition("@")[2]
    if signed != {named}:
        return f"was approved in the image {', '.join(sorted(signed)) or '(none)'}, and the deployment names {named}"
    return ""
