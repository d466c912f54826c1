from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from modules.dataflow import Classification, DataflowError
from modules.training.data_gate import DataGateParams
from tests.modules.training_sample import DEPLOYMENT, DIGEST, build

GATE = DEPLOYMENT["parameters"]["gate"]
BUCKETS = ("quarantine", "staged", "approved", "models", "released")


@pytest.fixture(name="built", scope="module")
def _built():
    return build()


def steps(built):
    [pipeline] = built.of_type("aws_sagemaker_pipeline").values()

    return {step["Name"]: step for step in json.loads(pipeline["pipeline_definition"])["Steps"]}


def judged(built):
    return json.loads(built["intake/machine/machine"]["definition"])["States"]["Judge"]["Parameters"]


def objects(built, role, action):
    """
    The zones whose objects a role may read or write, with the prefix.
    """
    found = built.allowed(f"{role}/policy").get(action, [])

    return sorted(f"{zone}:{arn.partition('/')[2]}" for arn in found for zone in BUCKETS if f"churn-dev-{zone}-" in arn)


def test_training_reads_nothing_but_approved_data(built):
    """
    Of all data, the training role reads approved rows and its own checkpoints.
    """
    assert ["approved:data/churn/*", "models:checkpoints/*"] == objects(built, "training/train/role", "s3:GetObject")


def test_only_the_judge_reads_what_is_in_quarantine(built):
    """
    No other process reads a batch before it was judged; the owner looks into what was refused.
    """
    [store] = [store for store in built.graph.stores if store.name == "quarantine"]
    readers = {flow.process.name for flow in built.graph.flows if flow.store is store and flow.direction == "reads"}

    assert {"judge", "notifications", "persona-owner-approve"} == readers


def test_no_role_of_data_or_training_releases(built):
    """
    Only the release writes what may be deployed, and it writes no data and no model.
    """
    writers = {
        process.name: sorted(store.name for store in process.stores("writes")) for process in built.graph.processes
    }

    assert ["released"] == writers["deploy"]
    assert ["deploy"] == [name for name, stores in writers.items() if "released" in stores]


def test_nobody_but_registering_signs(built):
    """
    One role signs, another one verifies, and neither does both.
    """
    policies = built.of_type("aws_iam_role_policy")
    may = {
        action: [path for path in policies if action in built.allowed(path)] for action in ("kms:Sign", "kms:Verify")
    }

    assert {"kms:Sign": ["integrity/register/role/policy"], "kms:Verify": ["integrity/deploy/role/policy"]} == may


def test_the_signing_key_signs_and_does_nothing_else(built):
    """
    The key is for signatures; KMS cannot rotate such a key.
    """
    key = built["signing_key/key"]

    assert ("SIGN_VERIFY", "ECC_NIST_P256") == (key["key_usage"], key["customer_master_key_spec"])
    assert key["enable_key_rotation"] is False


def test_every_job_is_isolated_and_encrypts_what_it_says(built):
    """
    Judging, checking, training and evaluating: no way out, encrypted talk, in subnets and groups.
    """
    made = steps(built)
    jobs = [judged(built), made["Check"]["Arguments"], made["Evaluate"]["Arguments"]]
    asked = [*(job["NetworkConfig"] for job in jobs), made["Train"]["Arguments"]]

    assert [True] * 4 == [each["EnableNetworkIsolation"] for each in asked]
    assert [True] * 4 == [each["EnableInterContainerTrafficEncryption"] for each in asked]
    assert all(each["VpcConfig"]["Subnets"] and each["VpcConfig"]["SecurityGroupIds"] for each in asked)


def test_machines_of_training_are_in_a_group_of_their_own(built):
    """
    Two groups: one leads to S3, the other one to itself and nowhere else.
    """
    rules = [
        rule
        for kind in ("egress", "ingress")
        for rule in built.of_type(f"aws_vpc_security_group_{kind}_rule").values()
        if "training/machines/group.id" in rule["security_group_id"]
    ]

    assert 2 == len(steps(built)["Train"]["Arguments"]["VpcConfig"]["SecurityGroupIds"])
    assert 2 == len(rules)
    assert all(rule["security_group_id"] == rule["referenced_security_group_id"] for rule in rules)


def test_jobs_run_the_image_by_its_digest(built):
    """
    One image, pinned in the deployment, wherever code runs on data.
    """
    made = steps(built)
    images = {
        judged(built)["AppSpecification"]["ImageUri"],
        made["Train"]["Arguments"]["AlgorithmSpecification"]["TrainingImage"],
        *(made[name]["Arguments"]["AppSpecification"]["ImageUri"] for name in ("Check", "Evaluate")),
    }

    assert 1 == len(images)
    assert next(iter(images)).endswith(f"/churn-dev-training@{DIGEST}")


def test_training_goes_on_after_an_interruption(built):
    """
    Spot machines, checkpoints under the execution, and an end to waiting.
    """
    asked = steps(built)["Train"]["Arguments"]

    assert asked["EnableManagedSpotTraining"] is True
    assert "Execution.PipelineExecutionId" == asked["CheckpointConfig"]["S3Uri"]["Std:Join"]["Values"][1]["Get"]
    assert (
        asked["StoppingCondition"]["MaxRuntimeInSeconds"] + 7_200 == asked["StoppingCondition"]["MaxWaitTimeInSeconds"]
    )


def test_whoever_starts_jobs_can_start_no_others(built):
    """
    The roles that start jobs are held to isolation, encryption, network and keys by IAM.
    """
    found = [
        statement
        for path in built.of_type("aws_iam_role_policy")
        for statement in built.statements(path)
        if {"sagemaker:CreateTrainingJob", "sagemaker:CreateProcessingJob"} & set(statement["Action"])
    ]

    assert 5 == len(found)
    for statement in found:
        assert {
            "sagemaker:InterContainerTrafficEncryption": "true",
            "sagemaker:NetworkIsolation": "true",
        } == statement["Condition"]["Bool"]
        assert {"sagemaker:OutputKmsKey", "sagemaker:VolumeKmsKey"} == set(statement["Condition"]["ArnEquals"])
        assert {"sagemaker:VpcSecurityGroupIds", "sagemaker:VpcSubnets"} <= set(
            statement["Condition"]["ForAllValues:StringEquals"]
        )


def test_a_version_waits_until_the_owner_approves_it(built):
    """
    Registering says that it waits; approving is another role's.
    """
    status = {
        action: (path, statement["Condition"]["StringEquals"]["sagemaker:ModelApprovalStatus"])
        for path in built.of_type("aws_iam_role_policy")
        for statement in built.statements(path)
        for action in statement["Action"]
        if action in ("sagemaker:CreateModelPackage", "sagemaker:UpdateModelPackage")
    }

    assert {
        "sagemaker:CreateModelPackage": ("integrity/register/role/policy", "PendingManualApproval"),
        "sagemaker:UpdateModelPackage": ("registry/approver/role/policy", ["Approved", "Rejected"]),
    } == status


@pytest.mark.parametrize(("source", "learned"), [("restricted", "confidential"), ("confidential", "internal")])
def test_a_model_has_the_class_of_what_it_learned_from(source, learned):
    """
    One class weaker than the source, since rows are tokenized before they are approved, and never weaker than those.
    """
    classes = {store.name: store.classification for store in build(classification=source).graph.stores}

    assert {Classification(learned)} == {classes[name] for name in ("approved", "models", "reports", "released")}
    assert {Classification(source)} == {classes[name] for name in ("quarantine", "baseline", "judged")}


def test_a_model_weaker_than_its_data_is_refused():
    """
    Training that declares no de-identification writes no model of a weaker class than its data.
    """
    graph = build(classification="restricted").graph
    [train] = [process for process in graph.processes if process.name == "train"]
    [models] = [store for store in graph.stores if store.name == "models"]
    object.__setattr__(models, "classification", Classification.INTERNAL)
    try:
        with pytest.raises(DataflowError, match=r"models \(internal\): \w+ carries confidential data"):
            graph.check()
    finally:
        object.__setattr__(models, "classification", Classification.CONFIDENTIAL)

    assert train.deidentifies_to is None


def test_the_gate_is_told_what_the_deployment_says(built):
    """
    The settings that the judge reads hold columns, origins and limits.
    """
    told = json.loads(built["quarantine/settings"]["content"])

    assert ["customer_id", "email", "age", "left"] == [field["name"] for field in told["schema"]["fields"]]
    assert ("left", ["email"], 5, 0.03) == (
        told["label_field"],
        told["dropped_fields"],
        told["k_anonymity"],
        told["limits"]["drift"],
    )
    assert DEPLOYMENT["parameters"]["producers"] == told["origins"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"label": "churned"}, "churned is not one of the fields"),
        ({"dropped_fields": ["phone"]}, r"phone is not one of the fields \(customer_id, email, age, left\)"),
        ({"generalized_fields": ["email"]}, "email is in dropped_fields already; choose one"),
        ({"tokenized_fields": ["left"]}, "left is in label already; choose one"),
        ({"sensitive_attribute": "email"}, "email is no field that is left in approved data"),
        ({"k_anonymity": 1}, "greater than or equal to 2"),
        ({"limits": {"drift": 0.2}}, "less than or equal to 0.05"),
    ],
)
def test_columns_have_one_fate(change, message):
    """
    A column is the label, a token, dropped, coarsened, or stays; anything else is an error that names it.
    """
    with pytest.raises(ValidationError, match=message):
        DataGateParams.model_validate_json(json.dumps({**GATE, **change}))
