from __future__ import annotations

import pytest

from blueprints.loading import load_environment
from modules.params import REGIONS

EXISTING = """\
  existing:
    vpc_id: vpc-0123456789abcdef0
    cidr_block: 10.20.0.0/20
    subnet_ids: [subnet-0123456789abcdef0, subnet-0123456789abcdef1, subnet-0123456789abcdef2]
    route_table_ids: [rtb-0123456789abcdef0]
    endpoint_ids: {s3: vpce-0123456789abcdef0, kms: vpce-0123456789abcdef1}
    endpoint_security_group_id: sg-0123456789abcdef0
    s3_prefix_list_id: pl-0123456789abcdef0
"""
OWN = "  own:\n    cidr_block: 10.20.0.0/20\n"

WRONG = [
    # old text, new text, line, phrase
    ('"111122223333"', "111122223333", 4, 'account_id: must be text; quote it, as in "111122223333"'),
    ('"111122223333"', "012345678901", 4, 'read as octal; quote it: "012345678901"'),
    ('"111122223333"', '"1111"', 4, "must be 12 digits, in quotes"),
    ("region: eu-central-1", "region: eu-centrl-1", 5, "is no region of partition aws; did you mean eu-central-1?"),
    ("region: eu-central-1", "region: cn-north-1", 5, "is no region of partition aws"),
    ("account_id:", "partition: aws_cn\naccount_id:", 4, "did you mean aws-cn?"),
    ("eu-central-1c]", "eu-west-1c]", 6, "zones[2]: is no zone of region eu-central-1"),
    ("eu-central-1c]", "eu-central-1a]", 6, "zones[2]: is listed already, as item 1"),
    (", eu-central-1c]", "]", 6, "zones: must have at least 3 items; it has 2"),
    ("10.20.0.0/20", "10.20.0.1/20", 9, "is not the address of a network; the network is 10.20.0.0/20"),
    ("10.20.0.0/20", "10.20.0.0/24", 9, "/24 is not from /16 to /22"),
    ("10.20.0.0/20", "10.0.0.0/8", 9, "/8 is not from /16 to /22"),
    ("10.20.0.0/20", "8.8.0.0/16", 9, "lies outside the private ranges of RFC 1918"),
    ("10.20.0.0/20", "10.20.0.0", 9, "has no prefix length; write one from /16 to /22"),
    ("10.20.0.0/20", "10.20.0.300/20", 9, "Octet 300 (> 255) not permitted"),
    ("10.20.0.0/20", "fd00::/20", 9, "write an IPv4 network such as 10.20.0.0/16"),
    (OWN, "  own:\n", 7, "network: takes exactly one of own, shared and existing, not none of them"),
    (OWN, "  {}\n", 7, "network: takes exactly one of own, shared and existing, not none of them"),
    (OWN, OWN + EXISTING, 7, "network: takes exactly one of own, shared and existing, not own and existing"),
    (OWN, EXISTING.replace("{s3:", "{s4:"), 13, "has no endpoint for s3"),
    (OWN, EXISTING.replace("vpc-0123456789abcdef0", "vpc-012"), 9, "vpc- and 8 or 17 hexadecimal digits"),
    ("millrace-state-111122223333", "Millrace_State", 10, "state_bucket: must be 3 to 63 characters"),
    ("millrace-state-111122223333", "xn--state", 10, "a part that S3 keeps for itself"),
    (
        "111122223333:role/key-administrator",
        "999922223333:role/x",
        14,
        "is of account 999922223333, but the environment",
    ),
    (
        "arn:aws:iam::111122223333:role/millrace",
        "arn:aws-cn:iam::111122223333:role/millrace",
        16,
        "is of partition aws-cn",
    ),
    ("111122223333:role/data-analyst", "999922223333:role/x", 20, "personas.analyst[0]: is of account 999922223333"),
    ("  auditor: [", "  auditr: [", 22, "personas.auditr: unknown key; did you mean auditor?"),
    ("alarm_receivers: [data", "alarm_receivers: [] # [data", 23, "alarm_receivers: must not be empty"),
    ("[public, internal,", "[public, secret,", 25, "allowed_classifications[1]: must be one of public, internal"),
    ("[public, internal,", "[public, public,", 25, "allowed_classifications[1]: is listed already"),
    ("mode: governance", "mode: compliance", 26, "immutability.irreversible: mode compliance cannot be undone"),
    ("days: 1", "days: 36501", 28, "must be from 1 to 36500"),
    ("days: 1", "days: 1\nfloor: {peak_factor: 0.5}", 29, "floor.peak_factor: must be from 1 to 100"),
    ("days: 1", "days: 1\nfloor: {log_retention_days: 100}", 29, "must be 1, 3, 5, 7"),
    ("days: 1", "days: 1\ninternet_access: no", 29, "write true or false"),
    ("111122223333:policy/millrace-boundary", "999922223333:policy/x", 11, "is of account 999922223333"),
]


@pytest.mark.parametrize(("old", "new", "line", "phrase"), WRONG, ids=lambda value: str(value)[:40])
def test_wrong_environments(load_dev, old, new, line, phrase):
    """
    What is wrong with an environment is told at its line.
    """
    _, problems = load_dev(old, new)

    assert any(line == problem.line and phrase in str(problem) for problem in problems), [*map(str, problems)]


def test_existing_network(load_dev):
    """
    An environment may name a network that is there already.
    """
    environment, _ = load_dev(OWN, EXISTING)

    assert "vpc-0123456789abcdef0" == environment.network.existing.vpc_id
    assert environment.network.own is None


def test_boundary_of_aws(load_dev):
    """
    A permission boundary may be a policy that AWS manages.
    """
    environment, _ = load_dev("111122223333:policy/millrace-boundary", "aws:policy/PowerUserAccess")

    assert "arn:aws:iam::aws:policy/PowerUserAccess" == environment.permission_boundary


def test_compliance_confirmed(root):
    """
    Compliance mode is accepted once it is confirmed to be irreversible.
    """
    assert "compliance" == load_environment(root, "prod").immutability.mode


def test_all_problems_at_once(load_dev):
    """
    Rules that compare two settings are checked although other settings are wrong.
    """
    _, problems = load_dev(
        "zones: [eu-central-1a, eu-central-1b, eu-central-1c]\n",
        "zones: [eu-west-1a, eu-central-1b, eu-central-1c]\ninternet_acces: true\n",
    )

    assert [6, 7] == [problem.line for problem in problems]


def test_regions_are_those_of_botocore():
    """
    Every region in our table is one that AWS has in that partition.
    """
    import botocore.session

    session = botocore.session.get_session()
    known = {name: {*_regions(session, name)} for name in REGIONS}

    assert all(set(regions) <= known[name] for name, regions in REGIONS.items())


def _regions(session, partition):
    data = session.get_component("data_loader").load_data("partitions")
    return next(each["regions"] for each in data["partitions"] if each["id"] == partition)
