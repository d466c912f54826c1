from __future__ import annotations

import pytest

from workflow.preflight.models import models

DIGEST, IMAGE = "7d" * 32, f"sha256:{'1c' * 32}"
SIGNED = {"signature": "s3://models/signatures/churn/1.json", "sha256": DIGEST}


def register(session, status="Approved", image=IMAGE, told=SIGNED):
    """
    A version of a model, as training registers it.
    """
    sagemaker = session.client("sagemaker")
    sagemaker.create_model_package_group(ModelPackageGroupName="churn-dev-models")
    return sagemaker.create_model_package(
        ModelPackageGroupName="churn-dev-models",
        ModelApprovalStatus=status,
        InferenceSpecification={
            "Containers": [{"Image": f"churn@{image}", "ModelDataUrl": "s3://models/model.tar.gz"}],
            "SupportedContentTypes": ["text/csv"],
            "SupportedResponseMIMETypes": ["application/json"],
        },
        CustomerMetadataProperties=told,
    )["ModelPackageArn"]


def look(session, package, digest=DIGEST):
    container = {"image": f"scoring@{IMAGE}", "model_data_url": f"s3://released/released/churn/{digest}/model.tar.gz"}
    model = {"tags": {"model_package": package}, "primary_container": container}
    [found] = models(session, {"resource": {"aws_sagemaker_model": {"model": model}}})
    return found


def test_a_model_that_is_approved_and_signed_may_be_served(session):
    """
    The version, the file and the image are those that were signed.
    """
    assert "ok" == look(session, register(session)).state


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"status": "PendingManualApproval"}, "is PendingManualApproval; its owner approves it first"),
        ({"status": "Rejected"}, "is Rejected"),
        ({"told": {"sha256": DIGEST}}, "is not signed"),
        ({"told": {**SIGNED, "sha256": "00" * 32}}, "names another artefact_sha256"),
        ({"image": f"sha256:{'00' * 32}"}, "was approved in the image sha256:0000"),
    ],
)
def test_any_other_model_is_refused(session, change, words):
    """
    Not approved, not signed, another file, another image: each with its reason.
    """
    found = look(session, register(session, **change))

    assert "missing" == found.state
    assert words in found.text


def test_a_file_that_was_put_elsewhere_is_refused(session):
    """
    The folder is the digest of what was signed.
    """
    assert "missing" == look(session, register(session), digest="00" * 32).state


def test_a_version_that_is_not_there_is_refused(session, environment):
    """
    A number that nobody has registered.
    """
    package = f"arn:aws:sagemaker:{environment.region}:{environment.account_id}:model-package/churn-dev-models/9"
    found = look(session, package)

    assert ("missing", True) == (found.state, "is not in the registry" in found.text)


def test_a_stack_without_models_is_not_looked_at(session):
    """
    Nothing to say where nothing is served.
    """
    assert [] == list(models(session, {"resource": {}}))
