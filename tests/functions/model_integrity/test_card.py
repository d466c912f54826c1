from __future__ import annotations

import hashlib
import json

import pytest

from functions.model_integrity.card import Card
from functions.model_integrity.settings import SettingsError
from functions.model_integrity.statement import RefusedError
from tests.functions.model_integrity.conftest import EVENT, IMAGE, REPORT_BUCKET


def packages(place):
    return place.sagemaker.list_model_packages(ModelPackageGroupName="churn")["ModelPackageSummaryList"]


def test_a_registered_model_has_a_card_that_waits(place):
    """
    The card is under the deployment's key, waits for review, and names model, image, purpose and risk.
    """
    place.register()
    card = place.card()
    said = json.loads(card["Content"])

    assert ("PendingReview", {"KmsKeyId": place.key}) == (card["ModelCardStatus"], card["SecurityConfig"])
    assert [EVENT["model"]] == said["model_overview"]["model_artifact"]
    assert [IMAGE] == said["model_overview"]["inference_environment"]["container_image"]
    assert {"purpose_of_model": "Says who leaves", "risk_rating": "Low"} == said["intended_uses"]


def test_the_card_holds_the_figures_of_the_evaluation(place):
    """
    Each measure of the report is a figure of the card, with the place of the report, and the digest of what was measured.
    """
    place.register()
    said = json.loads(place.card()["Content"])
    [evaluation] = said["evaluation_details"]

    assert [("accuracy", 0.8), ("auc", 0.9)] == [
        (each["name"], each["value"]) for each in evaluation["metric_groups"][0]["metric_data"]
    ]
    assert f"s3://{REPORT_BUCKET}/reports/churn/e1/evaluation.json" == evaluation["metadata"]["report"]
    assert hashlib.sha256(b"a model").hexdigest() == said["additional_information"]["custom_details"]["artefact_sha256"]


def test_a_second_model_is_a_second_version_of_the_card(place):
    """
    What was said of an earlier model stays.
    """
    place.register()
    place.register()

    assert [1, 2] == [place.card(version)["ModelCardVersion"] for version in (1, 2)]


@pytest.mark.parametrize(
    "body", [b"evaluation.json", b"{}", b'{"metrics": {}}', b'{"metrics": {"auc": {"value": "good"}}}']
)
def test_a_model_without_figures_is_not_registered(place, body):
    """
    No card without an evaluation, and no version without a card.
    """
    place.s3.put_object(Bucket=REPORT_BUCKET, Key="reports/churn/e1/evaluation.json", Body=body)

    with pytest.raises(RefusedError) as caught:
        place.register()

    assert "unevaluated" == caught.value.reason
    assert [] == packages(place)


def test_a_card_needs_all_its_words():
    """
    A variable that is missing is named.
    """
    with pytest.raises(SettingsError, match="MODEL_RISK is missing"):
        Card.load({"MODEL_CARD": "m", "MODEL_CARD_KEY_ID": "k", "MODEL_PURPOSE": "p"})
