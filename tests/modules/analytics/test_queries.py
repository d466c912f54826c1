from __future__ import annotations

import pytest

from tests.modules.sample import parameters

OWNER = "readers/owner_workgroup/workgroup"


@pytest.mark.parametrize("persona", ["owner", "engineer"])
def test_settings_of_a_workgroup_are_enforced(built, persona):
    """
    Nobody can query with settings of their own, that is without encryption or limit.
    """
    configuration = built[f"readers/{persona}_workgroup/workgroup"]["configuration"]

    assert configuration["enforce_workgroup_configuration"] is True


def test_results_are_encrypted_with_the_buckets_key(built):
    """
    Results are under the key that the results bucket demands.
    """
    results = built[OWNER]["configuration"]["result_configuration"]

    assert {"encryption_option": "SSE_KMS", "kms_key_arn": "<keys/pipeline/key.arn>"} == (
        results["encryption_configuration"]
    )


def test_each_persona_has_results_of_its_own(built):
    """
    Results lie under the persona's name.
    """
    locations = {
        path: group["configuration"]["result_configuration"]["output_location"].rpartition("eu-central-1/")[2]
        for path, group in built.of_type("aws_athena_workgroup").items()
    }

    assert {OWNER: "owner/", "readers/engineer_workgroup/workgroup": "engineer/"} == locations


def test_a_query_reads_a_limited_amount():
    """
    A query is stopped when it has read more than the limit, in bytes.
    """
    built = parameters(queries={"scan_limit_gib": 3})

    assert 3 * 1024**3 == built[OWNER]["configuration"]["bytes_scanned_cutoff_per_query"]


def test_queries_run_in_the_own_workgroup_only(built):
    """
    A persona starts queries in its own workgroup and in no other, such as `primary`.
    """
    assert ["arn:aws:athena:eu-central-1:111122223333:workgroup/orders-dev-owner"] == (
        built.allowed("readers/owner/role/policy")["athena:StartQueryExecution"]
    )


def test_a_persona_sees_its_database_only(built):
    """
    Tables of other databases cannot be read; of the default database Athena looks at the name.
    """
    allowed = built.allowed("readers/owner/role/policy")

    assert ["catalog", "database/orders_dev", "table/orders_dev/orders", "table/orders_dev/orders_current"] == [
        arn.split(":", 5)[5] for arn in allowed["glue:GetTable"]
    ]
    assert "arn:aws:glue:eu-central-1:111122223333:database/default" in allowed["glue:GetDatabase"]


def test_nobody_changes_the_catalog(built):
    """
    Personas read the catalog.
    """
    actions = [action for action in built.allowed("readers/owner/role/policy") if action.startswith("glue:")]

    assert all(action.startswith("glue:Get") for action in actions)


def test_only_consumers_have_a_workgroup():
    """
    A persona that the deployment does not list gets neither role nor workgroup for queries.
    """
    built = parameters(consumers=["owner"])

    assert [OWNER] == list(built.of_type("aws_athena_workgroup"))
    assert "readers/engineer/role/role" not in built
