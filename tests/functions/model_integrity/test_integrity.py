from __future__ import annotations

import hashlib
import json

import pytest

from functions.model_integrity.settings import Settings, SettingsError
from functions.model_integrity.statement import RefusedError
from tests.functions.model_integrity.conftest import EVENT, IMAGE, MODEL_KEY, MODELS, OTHER_IMAGE, REPORT_BUCKET

DIGEST = hashlib.sha256(b"a model").hexdigest()
SIGNATURE = "signatures/churn/e1.json"


def test_a_registered_model_waits_for_a_person(place):
    """
    What is registered is pending, names its image, artefact and reports, and where its signature is.
    """
    package = place.sagemaker.describe_model_package(ModelPackageName=place.register())
    [container] = package["InferenceSpecification"]["Containers"]

    assert "PendingManualApproval" == package["ModelApprovalStatus"]
    assert (IMAGE, EVENT["model"]) == (container["Image"], container["ModelDataUrl"])
    assert f"s3://{REPORT_BUCKET}/reports/churn/e1/bias.json" == package["ModelMetrics"]["Bias"]["Report"]["S3Uri"]
    assert {
        "signature": f"s3://{MODELS}/{SIGNATURE}",
        "sha256": DIGEST,
        "batch": "b1",
        "execution": "e1",
        "model_card": "churn-models",
    } == package["CustomerMetadataProperties"]


def test_the_statement_holds_digests_of_model_image_and_reports(place):
    """
    What is signed ties the model to its image, its data and every report about it.
    """
    place.register()
    statement = json.loads(place.s3.get_object(Bucket=MODELS, Key=SIGNATURE)["Body"].read())["statement"]

    assert (DIGEST, IMAGE, "b1", "e1") == tuple(statement[key] for key in ("artefact", "image", "batch", "execution"))
    assert hashlib.sha256(b"bias.json").hexdigest() == statement["reports"]["bias.json"]
    assert {"evaluation.json", "bias.json", "explainability.json"} == set(statement["reports"])


def test_an_approved_and_signed_model_is_released(place):
    """
    The model is copied to a place named by its digest, with its statement beside it.
    """
    arn = place.approve(place.register())
    uri = place.release(arn)
    released = place.released()

    assert uri.endswith(f"/released/churn/{DIGEST}/model.tar.gz")
    assert b"a model" == released[f"released/churn/{DIGEST}/model.tar.gz"]
    assert arn == json.loads(released[f"released/churn/{DIGEST}/release.json"])["model_package_arn"]


def refused(place, arn, **options):
    with pytest.raises(RefusedError) as caught:
        place.release(arn, **options)
    assert {} == place.released()
    return caught.value


@pytest.mark.parametrize("status", ["PendingManualApproval", "Rejected"])
def test_an_unapproved_package_is_refused(place, status):
    """
    Whatever an event said, the status that counts is the registry's.
    """
    error = refused(place, place.approve(place.register(), status))

    assert "unapproved" == error.reason
    assert status in str(error)


def test_a_tampered_model_is_refused(place):
    """
    A model with other bytes than those signed is refused, with both digests.
    """
    arn = place.approve(place.register())
    place.s3.put_object(Bucket=MODELS, Key=MODEL_KEY, Body=b"another model")
    error = refused(place, arn)

    assert "tampered" == error.reason
    assert DIGEST in str(error)
    assert hashlib.sha256(b"another model").hexdigest() in str(error)


def test_a_model_that_is_gone_is_refused(place):
    """
    What cannot be measured is not released.
    """
    arn = place.approve(place.register())
    place.s3.delete_object(Bucket=MODELS, Key=MODEL_KEY)

    assert "missing" == refused(place, arn).reason


def test_a_container_that_is_not_pinned_is_refused(place):
    """
    An image that the deployment does not pin by its digest is refused, though the package names it.
    """
    error = refused(place, place.approve(place.register(images=OTHER_IMAGE)))

    assert "image" == error.reason
    assert OTHER_IMAGE in str(error)


def test_a_container_that_was_not_signed_is_refused(place):
    """
    A pinned image is refused all the same when the signature is of another, and both are told.
    """
    arn = place.approve(place.register())
    change(place, dict.copy, image=OTHER_IMAGE)
    error = refused(place, arn, images=[IMAGE, OTHER_IMAGE])

    assert "unsigned" == error.reason
    assert f"runs in {IMAGE}, which nobody signed; {OTHER_IMAGE} was signed" in str(error)


def change(place, edit, **statement):
    """Edit the signature file, and sign it again with the right key if the *statement* is to be another."""
    file = json.loads(place.s3.get_object(Bucket=MODELS, Key=SIGNATURE)["Body"].read())
    edit(file)
    if statement:
        from functions.model_integrity.statement import Statement, sign

        file = sign(place.kms, place.key, Statement.of(file["statement"] | statement))
    place.s3.put_object(Bucket=MODELS, Key=SIGNATURE, Body=json.dumps(file).encode())


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (lambda file: file["statement"].update(batch="b2"), "signature"),
        (lambda file: file["statement"].update(artefact="0" * 64), "signature"),
        (lambda file: file["statement"].update(artefact="none"), "unsigned"),
        (lambda file: file["statement"].update(more="x"), "unsigned"),
        (lambda file: file.update(signature="AAAA"), "signature"),
        (lambda file: file.update(signature="?"), "unsigned"),
        (lambda file: file.pop("signature"), "unsigned"),
    ],
)
def test_a_changed_statement_is_refused(place, edit, reason):
    """
    Nothing in a signed statement can be changed, and what is no signature is none.
    """
    arn = place.approve(place.register())
    change(place, edit)

    assert reason == refused(place, arn).reason


def test_a_model_without_signature_is_refused(place):
    """
    An approval alone does not release.
    """
    arn = place.approve(place.register())
    place.s3.delete_object(Bucket=MODELS, Key=SIGNATURE)

    assert "unsigned" == refused(place, arn).reason


def test_a_signature_of_another_key_is_refused(place):
    """
    Which key must have signed is the deployment's word, not the file's.
    """
    assert "signature" == refused(place, place.approve(place.register(key=place.strange_key))).reason


def test_the_signature_of_another_model_is_refused(place):
    """
    A right signature of another execution does not fit the package.
    """
    arn = place.approve(place.register())
    change(place, dict.copy, execution="e2")

    assert "signature" == refused(place, arn).reason


def test_a_model_from_elsewhere_is_not_registered(place):
    """
    Only what training wrote for this dataset is signed.
    """
    event = EVENT | {"model": f"s3://{REPORT_BUCKET}/models/churn/e1/model.tar.gz"}
    with pytest.raises(RefusedError, match="is not in s3://models-bucket/models/churn/"):
        place.registrar().register(event)


@pytest.mark.parametrize("image", ["training:latest", "training@sha256:abc", "[]", '["training:latest"]'])
def test_an_image_without_digest_is_refused(image):
    """
    A tag can be moved, so that it pins nothing.
    """
    with pytest.raises(SettingsError, match="no image by its digest"):
        Settings.load({}, image)
