from __future__ import annotations

from tests.modules.sample import ACCOUNT, REGION

ARCHIVE = f"con-account-dev-audit-{ACCOUNT}-{REGION}"
ROLE_POLICY = "queries/auditor/role/policy"


def test_partitions_are_worked_out(account):
    """
    Athena knows the partitions by account, region and day without being told of each.
    """
    table = account["queries/table"]

    assert ["account", "region", "day"] == [key["name"] for key in table["partition_keys"]]
    assert ACCOUNT == table["parameters"]["projection.account.values"]
    assert "us-east-1" in table["parameters"]["projection.region.values"].split(",")
    assert (
        f"s3://{ARCHIVE}/AWSLogs/$${{account}}/CloudTrail/$${{region}}/$${{day}}"
        == table["parameters"]["storage.location.template"]
    )


def test_the_table_reads_cloudtrails_format(account):
    """
    The files are read by the input format that splits a file into its events.
    """
    storage = account["queries/table"]["storage_descriptor"]

    assert "com.amazon.emr.cloudtrail.CloudTrailInputFormat" == storage["input_format"]
    assert {"eventtime", "eventname", "useridentity", "sourceipaddress"} <= {
        column["name"] for column in storage["columns"]
    }


def test_the_auditor_reads_records_and_no_data(account):
    """
    The auditor reads the archive, access logs and results of queries: buckets of the baseline, and those only.
    """
    read = account.allowed(ROLE_POLICY)["s3:GetObject"]

    assert {f"con-account-dev-{zone}" for zone in ("audit", "queries")} | {"int-account-dev-logs"} == {
        arn.split(":::")[1].partition(f"-{ACCOUNT}")[0] for arn in read
    }


def test_the_auditor_writes_results_only(account):
    """
    The one thing the auditor writes is what Athena answers.
    """
    allowed = account.allowed(ROLE_POLICY)

    assert [f"arn:aws:s3:::con-account-dev-queries-{ACCOUNT}-{REGION}/auditor/*"] == allowed["s3:PutObject"]
    assert not {"s3:DeleteObject", "logs:PutLogEvents", "cloudtrail:StopLogging"} & set(allowed)


def test_the_environments_auditors_take_on_the_role(account):
    """
    Who is an auditor stands in the environment.
    """
    [trust] = account.statements("queries/auditor/role/role", "assume_role_policy")

    assert {"AWS": [f"arn:aws:iam::{ACCOUNT}:role/auditor"]} == trust["Principal"]


def test_results_are_bound_to_the_auditor(account):
    """
    The baseline has no network, so results are for the roles of the graph, Macie among them, and for services alone.
    """
    refusal = account.statement("queries/results/policy", "KnownPathsOnly")

    assert {"ArnNotEquals", "BoolIfExists"} == set(refusal["Condition"])
    assert [
        f"arn:aws:iam::{ACCOUNT}:role/account-dev-persona-auditor-audit",
        f"arn:aws:iam::{ACCOUNT}:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie",
    ] == refusal["Condition"]["ArnNotEquals"]["aws:PrincipalArn"]
