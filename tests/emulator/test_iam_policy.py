"""
Decisions of the policy evaluation against decisions taken from the AWS documentation.

Sources: IAM user guide ("Policy evaluation logic", "IAM JSON policy elements", "Condition operators", "Multivalued context
keys"), KMS developer guide ("Key policies"), STS ("Role trust policies").
"""

from __future__ import annotations

import pytest

from workflow.emulator.iam_errors import NotModelledError
from workflow.emulator.iam_policy import Principal, Question, decide
from workflow.emulator.request_context import lookup_in

ACCOUNT = "111122223333"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/transform"
SESSION = f"arn:aws:sts::{ACCOUNT}:assumed-role/transform/s"
ROOT = f"arn:aws:iam::{ACCOUNT}:root"
STREAM = f"arn:aws:kinesis:eu-central-1:{ACCOUNT}:stream/orders"
OBJECT = "arn:aws:s3:::orders-raw/2024/x.gz"
KEY = f"arn:aws:kms:eu-central-1:{ACCOUNT}:key/1"
LOGS = "logs.eu-central-1.amazonaws.com"
YES, NO, ERROR = "allowed", "refused", "not modelled"


def statement(effect, action, resource="*", condition=None, **elements):
    named = {} if "NotAction" in elements else {"Action": action}
    found = {} if "NotResource" in elements or resource is None else {"Resource": resource}
    return {"Effect": effect, **named, **found, **elements, **({"Condition": condition} if condition else {})}


def allow(action, resource="*", condition=None, **elements):
    return statement("Allow", action, resource, condition, **elements)


def deny(action, resource="*", condition=None, **elements):
    return statement("Deny", action, resource, condition, **elements)


def ask(action, resource, identity=(), resource_policy=None, context=None, *, decides=False, service=""):
    """What the evaluation says to the role `transform`, or to *service*."""
    principal = Principal(ACCOUNT, ROLE, SESSION, policies=[{"Statement": list(identity)}])
    if service:
        principal = Principal(ACCOUNT, "", service=service)
    policy = None if resource_policy is None else {"Statement": resource_policy}
    try:
        decision = decide(Question(principal, action, resource, lookup_in(context or {}), policy, decides))
    except NotModelledError:
        return ERROR
    return YES if decision.allowed else NO


def get(condition=None, context=None, effect="Allow"):
    """GetRecords on the stream under one conditional statement (beside an unconditional Allow, when it denies)."""
    statements = [statement(effect, "kinesis:GetRecords", STREAM, condition)]
    return ask(
        "kinesis:GetRecords", STREAM, [*statements, *([allow("*")] if effect == "Deny" else [])], context=context
    )


IDENTITY = {
    "no policy at all": (NO, "kinesis:GetRecords", STREAM, []),
    "exact action and resource": (YES, "kinesis:GetRecords", STREAM, [allow("kinesis:GetRecords", STREAM)]),
    "another action": (NO, "kinesis:PutRecord", STREAM, [allow("kinesis:GetRecords", STREAM)]),
    "another resource": (NO, "kinesis:GetRecords", f"{STREAM}2", [allow("kinesis:GetRecords", STREAM)]),
    "actions ignore case": (YES, "kinesis:GetRecords", STREAM, [allow("KINESIS:getrecords", STREAM)]),
    "resources do not ignore case": (
        NO,
        "kinesis:GetRecords",
        STREAM,
        [allow("kinesis:GetRecords", STREAM.replace("orders", "Orders"))],
    ),
    "wildcard in an action": (YES, "kinesis:GetRecords", STREAM, [allow("kinesis:Get*", STREAM)]),
    "question mark in an action": (YES, "s3:GetObject", OBJECT, [allow("s3:?etObject", OBJECT)]),
    "question mark stands for one character": (NO, "s3:GetObject", OBJECT, [allow("s3:?GetObject", OBJECT)]),
    "a list of actions": (YES, "s3:GetObject", OBJECT, [allow(["s3:PutObject", "s3:GetObject"], OBJECT)]),
    "a list of resources": (YES, "s3:GetObject", OBJECT, [allow("s3:GetObject", [STREAM, OBJECT])]),
    "wildcard over slashes": (YES, "s3:GetObject", OBJECT, [allow("s3:GetObject", "arn:aws:s3:::orders-raw/*")]),
    "the bucket is not its objects": (NO, "s3:GetObject", OBJECT, [allow("s3:GetObject", "arn:aws:s3:::orders-raw")]),
    "wildcard in one part of an ARN": (
        YES,
        "kinesis:GetRecords",
        STREAM,
        [allow("kinesis:*", f"arn:aws:kinesis:*:{ACCOUNT}:stream/*")],
    ),
    "a wildcard stays in its part": (
        NO,
        "kinesis:GetRecords",
        STREAM,
        [allow("kinesis:*", "arn:aws:*:stream/orders:x:y")],
    ),
    "a resource of too few parts": (ERROR, "kinesis:GetRecords", STREAM, [allow("kinesis:*", "arn:aws:kinesis:*")]),
    "an unscoped action needs the star": (NO, "kinesis:ListStreams", "*", [allow("kinesis:ListStreams", STREAM)]),
    "an unscoped action with the star": (YES, "kinesis:ListStreams", "*", [allow("kinesis:ListStreams")]),
    "an unknown resource with the star": (YES, "glue:GetJob", None, [allow("glue:*")]),
    "an unknown resource otherwise": (ERROR, "glue:GetJob", None, [allow("glue:*", "arn:aws:glue:::job/x")]),
    "explicit deny wins over allow": (NO, "s3:GetObject", OBJECT, [allow("*"), deny("s3:GetObject", OBJECT)]),
    "explicit deny wins in any order": (NO, "s3:GetObject", OBJECT, [deny("s3:GetObject", OBJECT), allow("*")]),
    "deny of another resource": (YES, "s3:GetObject", OBJECT, [allow("*"), deny("s3:GetObject", STREAM)]),
    "NotAction leaves the named out": (NO, "iam:PassRole", ROLE, [allow(None, "*", NotAction="iam:*")]),
    "NotAction covers the others": (YES, "s3:GetObject", OBJECT, [allow(None, "*", NotAction="iam:*")]),
    "deny with NotAction": (NO, "s3:GetObject", OBJECT, [allow("*"), deny(None, "*", NotAction=["kinesis:*"])]),
    "NotResource leaves the named out": (NO, "s3:GetObject", OBJECT, [allow("s3:*", NotResource=OBJECT)]),
    "NotResource covers the others": (YES, "s3:GetObject", OBJECT, [allow("s3:*", NotResource=STREAM)]),
    "policy variable": (ERROR, "s3:GetObject", OBJECT, [allow("s3:*", "arn:aws:s3:::${aws:PrincipalTag/x}/*")]),
    "an element of the future": (ERROR, "s3:GetObject", OBJECT, [{**allow("*"), "Obligation": "x"}]),
}


@pytest.mark.parametrize(("expected", "action", "resource", "identity"), IDENTITY.values(), ids=IDENTITY)
def test_identity_policies(expected, action, resource, identity):
    """
    Actions, resources and explicit denies of identity-based policies are matched as on AWS.
    """
    assert expected == ask(action, resource, identity)


TLS = "aws:SecureTransport"
CONDITIONS = {
    "StringEquals met": (YES, {"StringEquals": {"aws:PrincipalAccount": ACCOUNT}}, {"aws:principalaccount": ACCOUNT}),
    "key names ignore case": (
        YES,
        {"StringEquals": {"AWS:principalaccount": ACCOUNT}},
        {"aws:principalaccount": ACCOUNT},
    ),
    "operators ignore case": (
        YES,
        {"stringequals": {"aws:PrincipalAccount": ACCOUNT}},
        {"aws:principalaccount": ACCOUNT},
    ),
    "StringEquals respects case": (NO, {"StringEquals": {"s3:prefix": "A"}}, {"s3:prefix": "a"}),
    "StringEqualsIgnoreCase": (YES, {"StringEqualsIgnoreCase": {"s3:prefix": "A"}}, {"s3:prefix": "a"}),
    "StringEquals knows no wildcards": (NO, {"StringEquals": {"s3:prefix": "a*"}}, {"s3:prefix": "ab"}),
    "StringEquals, key absent": (NO, {"StringEquals": {"s3:prefix": "a"}}, {}),
    "StringEqualsIfExists, key absent": (YES, {"StringEqualsIfExists": {"s3:prefix": "a"}}, {}),
    "StringEqualsIfExists, key present": (NO, {"StringEqualsIfExists": {"s3:prefix": "a"}}, {"s3:prefix": "b"}),
    "StringNotEquals, key absent": (YES, {"StringNotEquals": {"s3:prefix": "a"}}, {}),
    "StringNotEquals, none of several": (NO, {"StringNotEquals": {"s3:prefix": ["a", "b"]}}, {"s3:prefix": "b"}),
    "StringNotEqualsIfExists, key absent": (YES, {"StringNotEqualsIfExists": {"s3:prefix": "a"}}, {}),
    "StringLike": (YES, {"StringLike": {"s3:prefix": "orders/*"}}, {"s3:prefix": "orders/2024/"}),
    "StringNotLike": (NO, {"StringNotLike": {"s3:prefix": "orders/*"}}, {"s3:prefix": "orders/2024/"}),
    "values of one key are alternatives": (YES, {"StringEquals": {"s3:prefix": ["a", "b"]}}, {"s3:prefix": "b"}),
    "keys of one operator all count": (
        NO,
        {"StringEquals": {"s3:prefix": "a", "s3:delimiter": "/"}},
        {"s3:prefix": "a"},
    ),
    "operators all count": (
        NO,
        {"StringEquals": {"s3:prefix": "a"}, "Null": {"s3:delimiter": "false"}},
        {"s3:prefix": "a"},
    ),
    "Bool met": (YES, {"Bool": {TLS: "true"}}, {"aws:securetransport": "true"}),
    "Bool written as a JSON boolean": (YES, {"Bool": {TLS: True}}, {"aws:securetransport": "true"}),
    "Bool not met": (NO, {"Bool": {TLS: "false"}}, {"aws:securetransport": "true"}),
    "Bool, key absent": (NO, {"Bool": {"kms:GrantIsForAWSResource": "false"}}, {}),
    "BoolIfExists, key absent": (YES, {"BoolIfExists": {"kms:GrantIsForAWSResource": "true"}}, {}),
    "Null true, key absent": (YES, {"Null": {"s3:prefix": "true"}}, {}),
    "Null false, key absent": (NO, {"Null": {"s3:prefix": "false"}}, {}),
    "Null false, key present": (YES, {"Null": {"s3:prefix": "false"}}, {"s3:prefix": "a"}),
    "NumericLessThan": (YES, {"NumericLessThan": {"s3:max-keys": "10"}}, {"s3:max-keys": "9"}),
    "numbers are not compared as text": (NO, {"NumericLessThan": {"s3:max-keys": "10"}}, {"s3:max-keys": "9.5e1"}),
    "NumericGreaterThanEquals": (YES, {"NumericGreaterThanEquals": {"s3:TlsVersion": 1.2}}, {"s3:tlsversion": "1.2"}),
    "DateLessThan": (
        YES,
        {"DateLessThan": {"aws:CurrentTime": "2030-01-01T00:00:00Z"}},
        {"aws:currenttime": "2029-12-31T23:00:00+00:00"},
    ),
    "DateGreaterThan": (
        NO,
        {"DateGreaterThan": {"aws:CurrentTime": "2030-01-01T00:00:00Z"}},
        {"aws:currenttime": "2029-12-31T23:00:00+00:00"},
    ),
    "moments are not compared as text": (
        NO,
        {"DateLessThan": {"aws:CurrentTime": "2030-01-01T00:00:00+02:00"}},
        {"aws:currenttime": "2029-12-31T23:00:00+00:00"},
    ),
    "IpAddress": (YES, {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}, {"aws:sourceip": "10.1.2.3"}),
    "NotIpAddress": (NO, {"NotIpAddress": {"aws:SourceIp": "10.0.0.0/8"}}, {"aws:sourceip": "10.1.2.3"}),
    "ArnLike": (YES, {"ArnLike": {"aws:PrincipalArn": f"arn:aws:iam::{ACCOUNT}:role/t*"}}, {"aws:principalarn": ROLE}),
    "ArnEquals takes wildcards too": (
        YES,
        {"ArnEquals": {"aws:PrincipalArn": f"arn:aws:iam::{ACCOUNT}:role/t*"}},
        {"aws:principalarn": ROLE},
    ),
    "ArnNotLike": (
        NO,
        {"ArnNotLike": {"aws:PrincipalArn": f"arn:aws:iam::{ACCOUNT}:role/t*"}},
        {"aws:principalarn": ROLE},
    ),
    "ArnNotLike, key absent": (YES, {"ArnNotLike": {"aws:SourceArn": f"arn:aws:iam::{ACCOUNT}:role/t*"}}, {}),
    "ForAnyValue, one fits": (
        YES,
        {"ForAnyValue:StringLike": {"kms:ResourceAliases": "alias/a*"}},
        {"kms:resourcealiases": ["alias/x", "alias/ab"]},
    ),
    "ForAnyValue, key absent": (NO, {"ForAnyValue:StringLike": {"kms:ResourceAliases": "alias/a*"}}, {}),
    "ForAnyValue, key empty": (
        NO,
        {"ForAnyValue:StringLike": {"kms:ResourceAliases": "alias/a*"}},
        {"kms:resourcealiases": []},
    ),
    "ForAnyValue with a negation": (
        YES,
        {"ForAnyValue:StringNotEquals": {"kms:ResourceAliases": "alias/a"}},
        {"kms:resourcealiases": ["alias/a", "alias/b"]},
    ),
    "ForAllValues, one does not fit": (
        NO,
        {"ForAllValues:StringLike": {"kms:ResourceAliases": "alias/a*"}},
        {"kms:resourcealiases": ["alias/x", "alias/ab"]},
    ),
    "ForAllValues, key absent": (YES, {"ForAllValues:StringLike": {"kms:ResourceAliases": "alias/a*"}}, {}),
    "ForAllValues with a negation": (
        NO,
        {"ForAllValues:StringNotEquals": {"kms:ResourceAliases": "alias/a"}},
        {"kms:resourcealiases": ["alias/a", "alias/b"]},
    ),
    "several values without a quantifier": (
        ERROR,
        {"StringLike": {"kms:ResourceAliases": "alias/a*"}},
        {"kms:resourcealiases": ["alias/ab"]},
    ),
    "unknown operator": (ERROR, {"BinaryEquals": {"s3:prefix": "a"}}, {"s3:prefix": "a"}),
    "unknown quantifier": (ERROR, {"ForMostValues:StringLike": {"s3:prefix": "a"}}, {"s3:prefix": "a"}),
    "unknown key": (ERROR, {"StringEquals": {"aws:Weather": "fine"}}, {}),
    "policy variable in a value": (ERROR, {"StringLike": {"s3:prefix": "${aws:username}/*"}}, {"s3:prefix": "a/"}),
}


@pytest.mark.parametrize(("expected", "condition", "context"), CONDITIONS.values(), ids=CONDITIONS)
def test_conditions(expected, condition, context):
    """
    A condition block is met, or not, as on AWS; what is not modelled is an error.
    """
    assert expected == get(condition, context)


HEADER = "s3:x-amz-server-side-encryption-aws-kms-key-id"
DENIES = {
    "without TLS, over TLS": (YES, {"Bool": {TLS: "false"}}, {"aws:securetransport": "true"}),
    "without TLS, without TLS": (NO, {"Bool": {TLS: "false"}}, {"aws:securetransport": "false"}),
    "old TLS, new TLS": (YES, {"NumericLessThan": {"s3:TlsVersion": "1.2"}}, {"s3:tlsversion": "1.2"}),
    "another key, no key header": (NO, {"StringNotEquals": {HEADER: KEY}}, {}),
    "another key, IfExists still denies": (NO, {"StringNotEqualsIfExists": {HEADER: KEY}}, {}),
    "another key and header present, no header": (
        YES,
        {"StringNotEquals": {HEADER: KEY}, "Null": {HEADER: "false"}},
        {},
    ),
    "another key and header present, other key": (
        NO,
        {"StringNotEquals": {HEADER: KEY}, "Null": {HEADER: "false"}},
        {HEADER: "x"},
    ),
    "outside the endpoint, inside": (
        YES,
        {"StringNotEquals": {"aws:SourceVpce": "vpce-1"}},
        {"aws:sourcevpce": "vpce-1"},
    ),
    "outside the endpoint, outside": (NO, {"StringNotEquals": {"aws:SourceVpce": "vpce-1"}}, {}),
}


@pytest.mark.parametrize(("expected", "condition", "context"), DENIES.values(), ids=DENIES)
def test_conditional_denies(expected, condition, context):
    """
    A conditional deny takes away what an allow gave exactly when its condition is met.
    """
    assert expected == get(condition, context, effect="Deny")


def by(principal, effect="Allow", condition=None):
    return statement(effect, "kms:Decrypt", "*", condition, Principal=principal)


MINE = [allow("kms:Decrypt", KEY)]
VIA = {"StringEquals": {"kms:ViaService": "s3.eu-central-1.amazonaws.com"}}
RESOURCE = {
    "a bucket policy names the role": (YES, [], [by({"AWS": ROLE})], {}, False),
    "a bucket policy names the session": (YES, [], [by({"AWS": [SESSION]})], {}, False),
    "a bucket policy for everybody": (YES, [], [by("*")], {}, False),
    "a bucket policy for everybody, as a map": (YES, [], [by({"AWS": "*"})], {}, False),
    "a bucket policy for the account delegates": (NO, [], [by({"AWS": ROOT})], {}, False),
    "the account delegates, the role may": (YES, MINE, [by({"AWS": ROOT})], {}, False),
    "a bucket policy for another role": (NO, [], [by({"AWS": f"{ROLE}2"})], {}, False),
    "a bucket policy for a service": (NO, [], [by({"Service": LOGS})], {}, False),
    "a bucket policy denies everybody": (NO, MINE, [by("*", "Deny")], {}, False),
    "a bucket policy denies the account": (NO, MINE, [by({"AWS": ACCOUNT}, "Deny")], {}, False),
    "no bucket policy": (YES, MINE, None, {}, False),
    "no key policy": (NO, MINE, None, {}, True),
    "a key policy names the role": (YES, [], [by({"AWS": ROLE})], {}, True),
    "a key policy delegates to the account": (YES, MINE, [by({"AWS": ROOT})], {}, True),
    "a key policy delegates, the role may not": (NO, [], [by({"AWS": ROOT})], {}, True),
    "a key policy delegates to the account's number": (YES, MINE, [by({"AWS": ACCOUNT})], {}, True),
    "a key policy without delegation": (NO, MINE, [by({"AWS": f"{ROLE}2"})], {}, True),
    "a key policy delegates under a condition, met": (
        YES,
        MINE,
        [by({"AWS": ROOT}, condition=VIA)],
        {"kms:viaservice": "s3.eu-central-1.amazonaws.com"},
        True,
    ),
    "a key policy delegates under a condition, not met": (NO, MINE, [by({"AWS": ROOT}, condition=VIA)], {}, True),
    "a key policy with NotPrincipal": (ERROR, MINE, [{**by("*"), "NotPrincipal": {"AWS": ROLE}}], {}, True),
    "a principal with a wildcard inside": (ERROR, MINE, [by({"AWS": f"arn:aws:iam::{ACCOUNT}:role/*"})], {}, True),
    "a federated principal is nobody here": (NO, MINE, [by({"Federated": "x"})], {}, True),
    "an explicit deny of the identity wins": (NO, [deny("kms:*")], [by({"AWS": ROLE})], {}, True),
}


@pytest.mark.parametrize(("expected", "identity", "policy", "context", "decides"), RESOURCE.values(), ids=RESOURCE)
def test_resource_policies(expected, identity, policy, context, decides):
    """
    Resource-based policies allow by naming the caller; for keys and roles they must allow or delegate.
    """
    assert expected == ask("kms:Decrypt", KEY, identity, policy, context, decides=decides)


def test_a_trust_policy_stands_for_its_role():
    """
    A statement without `Resource` applies to the resource that carries it.
    """
    trust = [allow("sts:AssumeRole", None, Principal={"AWS": ROLE})]

    assert YES == ask("sts:AssumeRole", ROLE, [], trust, decides=True)


def test_services_are_named_by_themselves():
    """
    A service is allowed where a policy names it, and is none of the account's principals.
    """
    assert YES == ask("kms:Decrypt", KEY, [], [by({"Service": LOGS})], decides=True, service=LOGS)
    assert NO == ask("kms:Decrypt", KEY, [], [by({"AWS": ROOT})], decides=True, service=LOGS)
    assert YES == ask("kms:Decrypt", KEY, [], [by({"AWS": ROOT}, "Deny"), by({"Service": LOGS})], service=LOGS)


@pytest.mark.parametrize(
    ("bounds", "resource_policy", "expected"),
    [
        ([allow("kinesis:*")], None, YES),
        ([allow("s3:*")], None, NO),
        ([], None, NO),
        ([allow("*"), deny("kinesis:GetRecords")], None, NO),
        ([], [allow("kinesis:*", Principal={"AWS": ROLE})], YES),
        ([deny("kinesis:*")], [allow("kinesis:*", Principal={"AWS": ROLE})], NO),
    ],
)
def test_boundary(bounds, resource_policy, expected):
    """
    A boundary has to allow what identity policies allow; its denies count always. "Permissions boundaries for IAM entities".
    """
    principal = Principal(
        ACCOUNT, ROLE, SESSION, policies=[{"Statement": [allow("*")]}], boundary={"Statement": bounds}
    )
    policy = None if resource_policy is None else {"Statement": resource_policy}
    decision = decide(Question(principal, "kinesis:GetRecords", STREAM, lookup_in({}), policy))

    assert expected == (YES if decision.allowed else NO)
