from __future__ import annotations

import pytest

from tests.modules.sample import DEPLOYMENT, ENVIRONMENT, ROLE, Built, bucket_name

ZONES = ("raw", "curated", "quarantine", "results", "logs")
MACIE = f"{ROLE}aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie"
HEADER = "s3:x-amz-server-side-encryption"


@pytest.mark.parametrize("zone", ZONES)
def test_calls_without_tls_are_refused(built, zone):
    """
    Every action on the bucket and its objects needs TLS 1.2 or newer.
    """
    plain, old = (built.statement(f"lake/{zone}/policy", sid) for sid in ("TlsOnly", "Tls12OrNewer"))
    arn = f"arn:aws:s3:::{bucket_name(zone)}"

    assert {"Bool": {"aws:SecureTransport": "false"}} == plain["Condition"]
    assert {"NumericLessThan": {"s3:TlsVersion": "1.2"}} == old["Condition"]
    assert [("Deny", "s3:*", [arn, f"{arn}/*"])] * 2 == [
        (each["Effect"], each["Action"], each["Resource"]) for each in (plain, old)
    ]


def test_a_writer_who_chooses_encryption_has_to_choose_the_buckets_key(built):
    """
    A put that asks for encryption at all is refused unless it names the bucket's key: `AES256` and `aws:kms` without a key
    would get a key of AWS.
    """
    refusal = built.statement("lake/raw/policy", "OwnKeyOnly")

    assert ("Deny", "s3:PutObject") == (refusal["Effect"], refusal["Action"])
    assert refusal["Condition"] == {
        "StringNotEquals": {f"{HEADER}-aws-kms-key-id": "<keys/pipeline/key.arn>"},
        "Null": {HEADER: "false"},
    }


def test_keys_of_callers_are_refused(built):
    """
    Nobody can encrypt objects with a key that only the caller has (SSE-C).
    """
    refusal = built.statement("lake/raw/policy", "NoKeysOfCallers")

    assert ("Deny", {"Null": {f"{HEADER}-customer-algorithm": "false"}}) == (refusal["Effect"], refusal["Condition"])


def test_the_own_key_of_a_zone_is_the_one_demanded(restricted):
    """
    Where a zone has a key of its own, that is the only one a writer may name.
    """
    condition = restricted.statement("lake/quarantine/policy", "OwnKeyOnly")["Condition"]

    assert {f"{HEADER}-aws-kms-key-id": "<keys/quarantine/key.arn>"} == condition["StringNotEquals"]


def test_data_moves_on_known_paths_only(built):
    """
    Objects of a confidential zone are reached through the network's endpoint, by AWS services acting for somebody, or by
    principals of the graph; anything else is refused.
    """
    refusal = built.statement("lake/quarantine/policy", "KnownPathsOnly")

    assert ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"] == refusal["Action"]
    assert refusal["Condition"] == {
        "StringNotEquals": {"aws:SourceVpce": "<network/s3_endpoint.id>"},
        "ArnNotEquals": {
            "aws:PrincipalArn": [
                f"{ROLE}orders-dev-persona-engineer-repair",
                f"{ROLE}orders-dev-persona-owner-repair",
                f"{ROLE}orders-dev-transform",
                MACIE,
            ]
        },
        "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"},
    }


def test_managing_a_bucket_is_not_bound_to_paths(built):
    """
    Terraform, which runs outside of the network, can always read and change a bucket's settings.
    """
    refused = [found for found in built.statements("lake/raw/policy") if "aws:SourceVpce" in str(found)]

    assert refused
    assert all(found["Resource"].endswith("/*") and "s3:*" not in found["Action"] for found in refused)


@pytest.mark.parametrize(
    ("zone", "bound"), [("raw", True), ("quarantine", True), ("curated", False), ("results", False)]
)
def test_paths_are_bound_from_confidential_on(built, zone, bound):
    """
    Tokenized, internal data is not bound to paths; confidential data is.
    """
    sids = {statement["Sid"] for statement in built.statements(f"lake/{zone}/policy")}

    assert bound == ("KnownPathsOnly" in sids)


def test_paths_of_curated_data_are_bound_where_the_source_is_restricted(restricted):
    """
    What is tokenized from restricted data is confidential, so bound; persona, delivery and Macie are its known principals.
    """
    condition = restricted.statement("lake/curated/policy", "KnownPathsOnly")["Condition"]

    assert condition["ArnNotEquals"]["aws:PrincipalArn"] == [
        f"{ROLE}orders-dev-delivery",
        f"{ROLE}orders-dev-persona-engineer-query",
        f"{ROLE}orders-dev-persona-owner-query",
        MACIE,
    ]


def test_macie_searches_strict_data_only(built):
    """
    Macie may read and decrypt confidential zones, where its jobs look, and is no principal of weaker ones.
    """
    [macie] = [process for process in built.graph.processes if process.name == "macie"]
    searched = [each.resources[0] for each in built.graph.grants.trustees if each.duty == "search"]

    assert MACIE == macie.principal
    assert ["raw", "quarantine"] == [zone.partition("_lake_")[2].partition("_bucket_")[0] for zone in searched]


def test_backups_reach_strict_data_once_the_region_has_a_role_for_them():
    """
    The backup role of the environment's facts is among the known principals of confidential data.
    """
    role = f"{ROLE}region-dev-backup"
    facts = {"region_baseline": {"config_bucket": "con-region-dev-config", "backup_role": role}}
    built = Built(DEPLOYMENT, ENVIRONMENT, facts)
    condition = built.statement("lake/raw/policy", "KnownPathsOnly")["Condition"]

    assert role in condition["ArnNotEquals"]["aws:PrincipalArn"]


def test_bucket_policies_allow_nobody_but_log_delivery(built):
    """
    Who may read data is said by roles; policies of buckets only refuse.
    """
    allowing = [
        path
        for path in built.of_type("aws_s3_bucket_policy")
        if any(found["Effect"] == "Allow" for found in built.statements(path))
    ]

    assert ["lake/logs/policy"] == allowing
