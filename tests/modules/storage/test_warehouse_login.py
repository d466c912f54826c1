from __future__ import annotations

import json

from tests.modules.reporting import reporting
from tests.modules.sample import ACCOUNT, ROOT

LOGIN = "dashboards/login"


def test_the_secret_is_changed_by_a_function_of_the_stack():
    """
    A password is changed every 30 days, at once for the first time, by the function that only Secrets Manager may invoke.
    """
    built = reporting()
    rotation, invoke = built[f"{LOGIN}/rotation"], built[f"{LOGIN}/invoke"]

    assert f"<{LOGIN}/function.arn>" == rotation["rotation_lambda_arn"]
    assert (30, True) == (rotation["rotation_rules"]["automatically_after_days"], rotation["rotate_immediately"])
    assert ("secretsmanager.amazonaws.com", ACCOUNT, f"<{LOGIN}/secret.arn>") == (
        invoke["principal"],
        invoke["source_account"],
        invoke["source_arn"],
    )


def test_terraform_knows_no_value():
    """
    The stack has a secret under the key, and no version of it.
    """
    built = reporting()
    secret = built[f"{LOGIN}/secret"]

    assert ("<keys/pipeline/key.arn>", 30) == (secret["kms_key_id"], secret["recovery_window_in_days"])
    assert {} == built.of_type("aws_secretsmanager_secret_version")


def test_one_role_reads_the_secret():
    """
    Beside the function, only the role as which QuickSight reads secrets may read it.
    """
    [statement] = json.loads(reporting()[f"{LOGIN}/secret"]["policy"])["Statement"]
    reader = f"arn:aws:iam::{ACCOUNT}:role/service-role/aws-quicksight-secretsmanager-role-v0"

    assert ({"AWS": ROOT}, "secretsmanager:GetSecretValue") == (statement["Principal"], statement["Action"])
    assert {"ArnEquals": {"aws:PrincipalArn": reader}} == statement["Condition"]


def test_the_function_needs_two_secrets_and_the_data_api():
    """
    The function changes one secret, reads that of the administrator, and runs batches in this warehouse.
    """
    allowed = reporting().allowed(f"{LOGIN}/role/policy")

    assert [f"<{LOGIN}/secret.arn>"] == allowed["secretsmanager:PutSecretValue"]
    assert {f"<{LOGIN}/secret.arn>", "<warehouse/serverless/namespace.admin_password_secret_arn>"} == set(
        allowed["secretsmanager:GetSecretValue"]
    )
    assert ["<warehouse/serverless/workgroup.arn>"] == allowed["redshift-data:BatchExecuteStatement"]
