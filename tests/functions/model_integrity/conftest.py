from __future__ import annotations

import json
from types import SimpleNamespace

import boto3
import pytest
from moto import mock_aws

from functions.model_integrity.card import Card
from functions.model_integrity.register import REPORTS, Registrar
from functions.model_integrity.release import Releaser
from functions.model_integrity.settings import Settings

REGION = "eu-central-1"
IMAGE = f"111122223333.dkr.ecr.{REGION}.amazonaws.com/training@sha256:{'a' * 64}"
OTHER_IMAGE = IMAGE.replace("a" * 64, "b" * 64)
MODEL_KEY = "models/churn/e1/output/model.tar.gz"
MODELS, REPORT_BUCKET, RELEASED = "models-bucket", "reports-bucket", "released-bucket"
EVALUATION = {"rows": 9, "metrics": {"auc": {"value": 0.9}, "accuracy": {"value": 0.8}}}
EVENT = {"model": f"s3://{MODELS}/{MODEL_KEY}", "batch": "b1", "execution": "e1", "reports": f"s3://{REPORT_BUCKET}/reports/churn/e1"}  # fmt: skip


@pytest.fixture(name="place")
def _place(monkeypatch):
    """
    A trained model with its reports, a registry, a key that signs, and one that does not belong here.
    """
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    with mock_aws():
        clients = {name: boto3.client(name, region_name=REGION) for name in ("s3", "kms", "sagemaker")}
        for bucket in (MODELS, REPORT_BUCKET, RELEASED):
            clients["s3"].create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
        clients["s3"].put_object(Bucket=MODELS, Key=MODEL_KEY, Body=b"a model")
        for name in REPORTS:
            body = json.dumps(EVALUATION) if name == "evaluation.json" else name
            clients["s3"].put_object(Bucket=REPORT_BUCKET, Key=f"reports/churn/e1/{name}", Body=body.encode())
        clients["sagemaker"].create_model_package_group(ModelPackageGroupName="churn")
        keys = [
            clients["kms"].create_key(KeyUsage="SIGN_VERIFY", KeySpec="ECC_NIST_P256")["KeyMetadata"]["Arn"]
            for _ in range(2)
        ]
        yield Place(clients, keys)


class Place(SimpleNamespace):
    def __init__(self, clients, keys):
        super().__init__(clients=clients, key=keys[0], strange_key=keys[1], **clients)

    def settings(self, key=None, images=IMAGE):
        names = {
            "DATASET": "churn",
            "SIGNING_KEY_ID": key or self.key,
            "MODEL_PACKAGE_GROUP": "churn",
            "MODELS_BUCKET": MODELS,
        }
        return Settings.load(names, images)

    def register(self, **changes):
        return self.registrar(**changes).register(EVENT)

    def registrar(self, **changes):
        card = Card("churn-models", self.key, "Says who leaves", "Low")
        return Registrar(self.settings(**changes), REPORT_BUCKET, card, self.clients)

    def card(self, version=None):
        asked = {"ModelCardVersion": version} if version else {}
        return self.sagemaker.describe_model_card(ModelCardName="churn-models", **asked)

    def approve(self, arn, status="Approved"):
        # The embedded AWS forgets the metadata in an update that does not repeat them; the real one keeps them.
        kept = self.sagemaker.describe_model_package(ModelPackageName=arn)["CustomerMetadataProperties"]
        self.sagemaker.update_model_package(
            ModelPackageArn=arn, ModelApprovalStatus=status, CustomerMetadataProperties=kept
        )
        return arn

    def release(self, arn, images=(IMAGE,)):
        return Releaser(self.settings(images=json.dumps(images)), RELEASED, self.clients).release(arn)

    def released(self):
        found = self.s3.list_objects_v2(Bucket=RELEASED).get("Contents", [])
        return {item["Key"]: self.s3.get_object(Bucket=RELEASED, Key=item["Key"])["Body"].read() for item in found}
