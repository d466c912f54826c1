from __future__ import annotations

import subprocess
import sys

import pytest
import yaml

from tests.planning import ROOT
from tools.generate_actions import COLUMNS, TABLE, render
from workflow.access.actions import COLUMNS as NAMES
from workflow.access.actions import actions


def test_the_table_is_what_the_generator_makes():
    """
    Generating the table of actions again changes nothing.
    """
    assert render() == TABLE.read_text()


def test_each_rule_has_a_reason():
    """
    Every rule that says what an action is says why.
    """
    services = yaml.safe_load(COLUMNS.read_text())["services"].values()
    rules = [rule for service in services for rule in service.get("rules", [])]

    assert [] == [rule for rule in rules if len(rule.get("reason", "")) < 10]


def test_only_known_columns_are_used():
    """
    The table holds the six columns of the matrix and no others.
    """
    assert set(NAMES) == {column for columns in actions().columns.values() for column in columns}


@pytest.mark.parametrize(
    ("action", "columns"),
    [
        ("s3:GetObject", {"read"}),
        ("s3:ListBucket", {"list"}),
        ("s3:GetBucketPolicy", {"list"}),
        ("s3:PutObject", {"write"}),
        ("s3:DeleteObject", {"delete"}),
        ("s3:PutBucketPolicy", {"administer"}),
        ("s3:PutLifecycleConfiguration", {"administer"}),
        ("s3:BypassGovernanceRetention", {"administer"}),
        ("s3:GetBucketLocation", set()),
        ("kms:Decrypt", {"decrypt"}),
        ("kms:GenerateDataKey", {"write"}),
        ("kms:PutKeyPolicy", {"administer"}),
        ("kms:CreateGrant", {"administer"}),
        ("kms:ScheduleKeyDeletion", {"delete"}),
        ("kinesis:GetRecords", {"read"}),
        ("kinesis:DescribeStream", {"list"}),
        ("kinesis:MergeShards", {"administer"}),
        ("sqs:ReceiveMessage", {"read"}),
        ("sqs:PurgeQueue", {"delete"}),
        ("sqs:SetQueueAttributes", {"administer"}),
        ("sns:Subscribe", {"read"}),
        ("dynamodb:BatchWriteItem", {"write", "delete"}),
        ("glue:GetTable", {"list"}),
        ("lakeformation:GetDataAccess", set()),
    ],
)
def test_the_column_of_an_action(action, columns):
    """
    An action belongs to the column that says what one can do to the data with it.
    """
    assert columns == actions().of(action)


@pytest.mark.parametrize(
    ("pattern", "holds"),
    [
        ("s3:getobject", "s3:GetObject"),
        ("S3:GetObjec?", "s3:GetObject"),
        ("s3:*", "s3:PutBucketPolicy"),
        ("*", "kms:Decrypt"),
        ("*:*", "sqs:ReceiveMessage"),
        ("k*:Decrypt", "kms:Decrypt"),
        ("ec2:*", "ec2:*"),
        ("*", "*:*"),
    ],
)
def test_a_pattern_stands_for_actions(pattern, holds):
    """
    Patterns expand to the actions they mean, in any case; patterns of services without stores stay.
    """
    assert {holds} <= {*actions().expand(pattern)}


@pytest.mark.parametrize("pattern", ["s3:GetObjects", "nosuch:Get", "s3"])
def test_what_is_no_action_expands_to_nothing(pattern):
    """
    A name that is in no list is not taken for an action.
    """
    assert [] == actions().expand(pattern)


def test_the_gate_does_not_import_the_library():
    """
    Neither the gate nor the verbs import policy_sentry, which is slow and large.
    """
    code = "import sys, workflow.gate, workflow.access.stage; print('policy_sentry' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert "False\n" == said
