from __future__ import annotations

import pytest

from modules.errors import InputError
from workflow.drill.filter_pattern import matches

EVENT = {
    "eventSource": "iam.amazonaws.com",
    "eventName": "DeleteUserPolicy",
    "errorCode": "Client.UnauthorizedOperation",
    "userIdentity": {"type": "Root", "mfa": True},
    "responseElements": None,
    "resources": [{"ARN": "arn:aws:s3:::logs"}],
    "count": 3,
}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ('{ $.eventName = "DeleteUserPolicy" }', True),
        ("{$.eventName=DeleteUserPolicy}", True),
        ('{ $.eventName = "DeleteUser" }', False),
        ('{ $.eventName != "DeleteUser" }', True),
        ('{ $.errorCode = "*UnauthorizedOperation" }', True),
        ('{ $.errorCode = "AccessDenied*" }', False),
        ('{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS }', True),
        ("{ $.userIdentity.invokedBy EXISTS }", False),
        ("{ $.responseElements IS NULL }", True),
        ("{ $.errorCode IS NULL }", False),
        ("{ $.userIdentity.mfa IS TRUE }", True),
        ("{ $.userIdentity.mfa IS FALSE }", False),
        ('{ $.resources[0].ARN = "arn:aws:s3:::logs" }', True),
        ('{ $.resources[1].ARN = "*" }', False),
        ("{ $.count >= 3 }", True),
        ("{ $.count > 3 }", False),
        ("{ $.count = 3 }", True),
        ('{ $.missing != "x" }', False),
        ('{ ($.eventName = "A") || ($.eventName = "DeleteUserPolicy") }', True),
        ('{ ($.eventName = "DeleteUserPolicy") || ($.eventName = "A") && ($.eventName = "B") }', True),
        ('{ (($.eventName = "DeleteUserPolicy") || ($.eventName = "A")) && ($.eventName = "B") }', False),
        ('{ $.eventName = "delete*" }', False),
    ],
)
def test_patterns(pattern, expected):
    """
    A pattern selects what the page of CloudWatch Logs says it selects: `&&` binds closer than `||`, case counts.
    """
    assert expected is matches(pattern, EVENT)


def test_brackets_are_no_set():
    """
    A bracket in a text stands for itself.
    """
    assert not matches('{ $.eventName = "[D]eleteUserPolicy" }', EVENT)


@pytest.mark.parametrize("pattern", ["", "ERROR", "{ $.a = }", "{ a = b }", '{ $.a ~ "b" }', '{ ($.a = "b" }'])
def test_unreadable(pattern):
    """
    A pattern that is not understood is an error, not a filter that selects nothing.
    """
    with pytest.raises(InputError, match="cannot be read"):
        matches(pattern, EVENT)
