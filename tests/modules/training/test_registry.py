from __future__ import annotations

import json

import pytest

from tests.modules.sample import ACCOUNT, REGION
from tests.modules.training_sample import build

PIN = {"name": "model.skops", "sha256": "9a" * 32}


@pytest.fixture(name="built", scope="module")
def _built():
    return build()


@pytest.fixture(name="pinned", scope="module")
def _pinned():
    return build(parameters={"pretrained": [PIN]})


def refusals(built):
    return {each["Sid"]: each for each in built.statements("registry/policy", "resource_policy")}


def steps(built):
    [pipeline] = built.of_type("aws_sagemaker_pipeline").values()
    return {step["Name"]: step["Arguments"] for step in json.loads(pipeline["pipeline_definition"])["Steps"]}


def test_the_group_refuses_what_nobody_approves(built):
    """
    Whatever their own policies say: nobody from elsewhere, nothing that does not wait, and no approval but the owner's.
    """
    found = refusals(built)
    owner = f"arn:aws:iam::{ACCOUNT}:role/churn-dev-persona-owner-approve"

    assert {"StringNotEquals": {"aws:PrincipalAccount": ACCOUNT}} == found["OfThisAccountOnly"]["Condition"]
    assert {"StringNotEquals": {"sagemaker:ModelApprovalStatus": "PendingManualApproval"}} == found["WaitsForApproval"][
        "Condition"
    ]
    assert {"ArnNotEquals": {"aws:PrincipalArn": owner}} == found["ApprovedByTheOwner"]["Condition"]


def test_the_refusals_are_for_everybody_and_every_version(built):
    """
    They stand on the group and all that is in it.
    """
    start = f"arn:aws:sagemaker:{REGION}:{ACCOUNT}:model-package"

    assert all(("Deny", "*") == (each["Effect"], each["Principal"]) for each in refusals(built).values())
    assert all(
        [f"{start}-group/churn-dev-models", f"{start}/churn-dev-models/*"] == each["Resource"]
        for each in refusals(built).values()
    )


def test_only_registering_writes_the_card(built):
    """
    The card says what was measured, so whoever decides about the model only reads it.
    """
    policies = built.of_type("aws_iam_role_policy")
    may = {
        action: [path for path in policies if action in built.allowed(path)]
        for action in ("sagemaker:CreateModelCard", "sagemaker:UpdateModelCard", "sagemaker:DescribeModelCard")
    }

    assert {
        "sagemaker:CreateModelCard": ["integrity/register/role/policy"],
        "sagemaker:UpdateModelCard": ["integrity/register/role/policy"],
        "sagemaker:DescribeModelCard": ["registry/approver/role/policy"],
    } == may


def test_the_card_says_what_the_deployment_says():
    """
    Purpose and risk are the deployment's words; the purpose has a default that names label and dataset.
    """
    said = build(parameters={"integrity": {"card": {"purpose": "Who gets a call", "risk_rating": "High"}}})
    variables = [each["integrity/register/function"]["environment"]["variables"] for each in (said, build())]

    assert [("Who gets a call", "High"), ("Learns from churn to predict left", "Unknown")] == [
        (each["MODEL_PURPOSE"], each["MODEL_RISK"]) for each in variables
    ]


def test_nothing_pretrained_is_read_when_nothing_is_pinned(built):
    """
    Without pins there is no channel, no input, and no right to read what publishers put there.
    """
    names = [channel["ChannelName"] for channel in steps(built)["Train"]["InputDataConfig"]]

    assert ["train"] == names
    assert not [arn for arn in built.allowed("training/train/role/policy")["s3:GetObject"] if "pretrained" in arn]


def test_a_pretrained_artefact_is_checked_and_checked_again(pinned):
    """
    The pin is an argument of the check, which training waits for, and a hyperparameter of the training that uses it.
    """
    made = steps(pinned)
    words = made["Check"]["AppSpecification"]["ContainerArguments"]

    assert f"{PIN['name']}={PIN['sha256']}" == words[words.index("--pretrained") + 1]
    assert {PIN["name"]: PIN["sha256"]} == json.loads(made["Train"]["HyperParameters"]["pretrained"])
    assert "pretrained" in [channel["ChannelName"] for channel in made["Train"]["InputDataConfig"]]


def test_publishers_alone_put_pretrained_artefacts_there(pinned):
    """
    Whoever trains cannot change what it begins with.
    """
    [store] = [store for store in pinned.graph.stores if store.name == "pretrained"]

    assert ["publisher"] == [process.name for process in pinned.graph.writers(store)]
