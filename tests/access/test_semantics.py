from __future__ import annotations

import json

import pytest

from workflow.access.compare import compare

ACCOUNT = "111122223333"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/worker"
ROOT = f"arn:aws:iam::{ACCOUNT}:root"
BUCKET, KEY = "arn:aws:s3:::store", f"arn:aws:kms:eu-central-1:{ACCOUNT}:key/k"
READ = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": f"{BUCKET}/*"}
OPEN = {"Effect": "Allow", "Action": "kms:Decrypt", "Resource": KEY}
NOBODY = {"stores": [], "processes": [], "flows": [], "assets": [], "grants": [], "refusals": [], "trustees": []}
ENCRYPTION = {
    "bucket": "store",
    "rule": [{"apply_server_side_encryption_by_default": [{"kms_master_key_id": KEY, "sse_algorithm": "aws:kms"}]}],
}


def policy(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def columns(*, role=(), bucket=(), key=(), dataflow=NOBODY):
    """
    By principal and store, the columns that statements of a role's, a bucket's and a key's policy give.
    """
    trust = {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}
    resources = {
        "aws_iam_role.r": {"name": "worker", "id": "worker", "arn": ROLE, "assume_role_policy": policy(trust)},
        "aws_iam_role_policy.p": {"role": "worker", "policy": policy(*role)},
        "aws_s3_bucket.b": {"bucket": "store", "arn": BUCKET, "tags_all": {"classification": "confidential"}},
        "aws_s3_bucket_policy.b": {"bucket": "store", "policy": policy(*bucket)},
        "aws_s3_bucket_server_side_encryption_configuration.b": ENCRYPTION,
        "aws_kms_key.k": {"arn": KEY, "key_id": "k", "policy": policy(*key)},
    }
    found = compare(resources, dataflow, ACCOUNT)

    return {(who, place.name): set(given) for (who, place), given in found.cells.items()}


def named(principal, action="kms:Decrypt", **more):
    return {"Effect": "Allow", "Principal": {"AWS": principal}, "Action": action, "Resource": "*", **more}


def only(*callers):
    return {"Condition": {"ArnEquals": {"aws:PrincipalArn": list(callers)}}}


def test_an_identity_policy_is_enough_for_a_bucket():
    """
    In one account, S3 needs one policy that allows: the role's.
    """
    assert {(ROLE, "store"): {"read"}} == columns(role=[READ])


def test_a_bucket_policy_is_enough_for_a_bucket():
    """
    In one account, S3 needs one policy that allows: the bucket's.
    """
    assert {(ROLE, "store"): {"read"}} == columns(bucket=[{**READ, "Principal": {"AWS": ROLE}}])


def test_an_identity_policy_alone_opens_no_key():
    """
    KMS asks the key's policy first.
    """
    assert {} == columns(role=[OPEN])


def test_a_key_policy_that_names_a_role_is_enough():
    """
    A key's policy may let a role in without a word in the role's own.
    """
    assert {(ROLE, "aws_kms_key.k"): {"decrypt"}} == columns(key=[named(ROLE)])


def test_a_key_left_to_the_account_needs_both():
    """
    A key policy for the account counts for a role that has the action too, and for the account as a whole.
    """
    expected = {(ROLE, "aws_kms_key.k"): {"decrypt"}, (ROOT, "aws_kms_key.k"): {"decrypt"}}

    assert expected == columns(role=[OPEN], key=[named(ROOT)])


def test_a_key_left_to_one_role_of_the_account_needs_both():
    """
    Narrowed to a role of this plan, a key policy for the account gives nothing without the role's own.
    """
    narrowed = named(ROOT, **only(ROLE))

    assert ({}, {(ROLE, "aws_kms_key.k"): {"decrypt"}}) == (
        columns(key=[narrowed]),
        columns(role=[OPEN], key=[narrowed]),
    )


def test_a_key_left_to_a_role_elsewhere_counts():
    """
    Whoever's own policies are not in this plan is taken to have what the key's policy leaves to them.
    """
    other = f"arn:aws:iam::{ACCOUNT}:role/elsewhere"

    assert {(other, "aws_kms_key.k"): {"decrypt"}} == columns(key=[named(ROOT, **only(other))])


def test_the_root_user_is_not_the_account():
    """
    A statement for the account whose condition leaves the root user only is the root user's.
    """
    assert {("root user", "aws_kms_key.k"): {"decrypt"}} == columns(key=[named(ROOT, **only(ROOT))])


def test_a_key_without_a_policy_is_the_accounts():
    """
    KMS gives a key without a policy to the account.
    """
    found = compare({"aws_kms_key.k": {"arn": KEY}}, NOBODY, ACCOUNT)

    assert [ROOT] == [principal for principal, _ in found.cells]


def test_a_refusal_without_condition_takes_away():
    """
    What a bucket's policy refuses to everybody is no access.
    """
    refusal = {"Effect": "Deny", "Principal": "*", "Action": "s3:Get*", "Resource": f"{BUCKET}/*"}

    assert {} == columns(role=[READ], bucket=[refusal])


def test_a_refusal_with_condition_takes_nothing_away():
    """
    A refusal that holds sometimes leaves the access in the matrix.
    """
    refusal = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": "*",
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }

    assert {(ROLE, "store"): {"read"}} == columns(role=[READ], bucket=[refusal])


def test_a_refusal_of_a_part_takes_nothing_away():
    """
    Access to the rest stays access.
    """
    refusal = {"Effect": "Deny", "Action": "s3:GetObject", "Resource": f"{BUCKET}/secret/*"}

    assert {(ROLE, "store"): {"read"}} == columns(role=[READ, refusal])


@pytest.mark.parametrize(("service", "opens"), [("s3", True), ("sqs", False)])
def test_decrypt_is_through_the_service_of_the_store(service, opens):
    """
    Who may use the key through SQS only cannot open what lies in a bucket.
    """
    through = {"Condition": {"StringEquals": {"kms:ViaService": f"{service}.eu-central-1.amazonaws.com"}}}
    found = columns(role=[READ, {**OPEN, **through}], key=[named(ROOT, **only(ROLE))])

    assert opens == ("decrypt" in found[ROLE, "store"])


def test_everybody_is_a_row():
    """
    A policy for everybody gives a row of its own.
    """
    assert {("*", "store"): {"read"}} == columns(bucket=[{**READ, "Principal": "*"}])


def test_a_store_elsewhere_is_a_row():
    """
    Access to a bucket that the plan does not hold is in the matrix under its ARN.
    """
    elsewhere = {**READ, "Resource": "arn:aws:s3:::elsewhere/*"}

    assert {(ROLE, "arn:aws:s3:::elsewhere/*"): {"read"}} == columns(role=[elsewhere])


def test_lake_formation_grants_count():
    """
    A grant of Lake Formation on a table that the graph declares as a store is access to it.
    """
    table = "arn:aws:glue:eu-central-1:111122223333:table/db/orders"
    store = {"name": "orders", "kind": "glue_table", "classification": "internal", "arn": None, "resources": [table]}
    grant = {"principal": ROLE, "permissions": ["SELECT"], "table": [{"database_name": "db", "name": "orders"}]}
    found = compare({"aws_lakeformation_permissions.g": grant}, {**NOBODY, "stores": [store]}, ACCOUNT)

    assert [("orders", {"read"})] == [
        (place.name, set(given)) for (_, place), given in found.cells.items() if not place.outside
    ]


def test_a_need_that_no_flow_explains_is_found():
    """
    A module cannot go around the flows: what a process is given on a store has to follow from one.
    """
    process = {"name": "worker", "principal": ROLE, "trust": [], "oversees": None, "statements": [READ]}
    store = {"name": "store", "kind": "bucket", "classification": "internal", "arn": None, "resources": [f"{BUCKET}/*"]}
    graph = {**NOBODY, "processes": [process], "stores": [store]}
    resources = {
        "aws_iam_role_policy.p": {"role": "worker", "policy": policy(READ)},
        "aws_iam_role.r": {"name": "worker", "arn": ROLE, "assume_role_policy": policy()},
        "aws_s3_bucket.b": {"bucket": "store", "arn": BUCKET},
    }
    [difference] = compare(resources, graph, ACCOUNT).differences

    assert "worker has read on store, internal, and no flow or duty says so" == difference.message


def test_a_policy_of_an_unknown_type_is_found():
    """
    A type with a policy that nobody has said how to read is not passed over.
    """
    resources = {"aws_new_thing.x": {"policy": policy(READ)}}

    assert ["MR_ACCESS_1"] == [each.check for each in compare(resources, NOBODY, ACCOUNT).differences]
