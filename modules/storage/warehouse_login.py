"""
The user of the database as which reports are read: a secret whose password a function makes and changes.
"""

from __future__ import annotations

import json

from bindings import Construct
from bindings.aws import (
    LambdaPermission,
    SecretsmanagerSecret,
    SecretsmanagerSecretRotation,
)
from modules.archive import Archive
from modules.dataflow import Statement
from modules.foundation.alarms import Alarms
from modules.foundation.network import Network
from modules.grants import Trustee
from modules.pipeline import Pipeline
from modules.processing.every_function import Code, FunctionParams, function
from modules.storage.warehouse import Warehouse
from modules.storage.warehouse_form import own_statements
from modules.storage.warehouse_schedule import REPORTS

ROTATION_DAYS = 30
RECOVERY_DAYS = 30  # the longest that Secrets Manager keeps a deleted secret
READER = "role/service-role/aws-quicksight-secretsmanager-role-v0"
"""The role as which QuickSight reads secrets; it makes it when its administrator lets it use Secrets Manager."""

VERSIONS = ("secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue")


class WarehouseLogin(Construct):
    """A secret for QuickSight under the key of *warehouse*; Terraform knows its name and never what is in it."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        archive: Archive,
        pipeline: Pipeline,
        network: Network,
        warehouse: Warehouse,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, id)
        key = warehouse.key
        reader = pipeline.global_arn("iam", READER)
        key.admit([reader], "secretsmanager", ["kms:Decrypt"])
        read = {
            "Sid": "Reports",
            "Effect": "Allow",
            "Principal": {"AWS": pipeline.global_arn("iam", "root")},
            "Action": "secretsmanager:GetSecretValue",
            "Resource": "*",
            "Condition": {"ArnEquals": {"aws:PrincipalArn": reader}},
        }
        self.secret = SecretsmanagerSecret(
            self,
            "secret",
            name=pipeline.resource_name("reports"),
            description=f"{pipeline.name}: as whom QuickSight reads the warehouse",
            kms_key_id=key.arn,
            recovery_window_in_days=RECOVERY_DAYS,
            policy=json.dumps({"Version": "2012-10-17", "Statement": [read]}),
            tags={"classification": pipeline.classification},
        )
        form, secret_arn = warehouse.form, self.secret.arn
        process = pipeline.process("login", "function")
        pipeline.graph.grants.trustees.append(Trustee(process.name, "deliver", (form.arn,)))
        code = Code(
            archive=archive,
            variables={
                "WAREHOUSE": json.dumps(dict(form.target)),
                "ADMIN_SECRET_ARN": form.admin_secret_arn,
                "DATABASE_USER": REPORTS,
            },
            requires=[
                Statement((*VERSIONS, "secretsmanager:UpdateSecretVersionStage"), (secret_arn,)),
                Statement(("secretsmanager:GetSecretValue",), (form.admin_secret_arn,)),
                key.encrypt("secretsmanager"),
                form.batch,
                own_statements("DescribeStatement"),
            ],
            endpoints=["secretsmanager", "redshift-data"],
            watched_as="login",
        )
        self.function = function(
            self,
            FunctionParams(memory_mib=256, timeout_seconds=120),
            code=code,
            process=process,
            pipeline=pipeline,
            key=key,
            network=network,
            concurrency=1,
            alarms=alarms,
        )
        invoke = LambdaPermission(
            self,
            "invoke",
            statement_id="rotation",
            function_name=self.function.function_name,
            action="lambda:InvokeFunction",
            principal="secretsmanager.amazonaws.com",
            source_account=pipeline.environment.account_id,
            source_arn=secret_arn,
        )
        self.rotation = SecretsmanagerSecretRotation(
            self,
            "rotation",
            secret_id=self.secret.arn,
            rotation_lambda_arn=self.function.arn,
            rotate_immediately=True,
            rotation_rules={"automatically_after_days": ROTATION_DAYS},
            depends_on=[invoke, form.resource],
        )
