from __future__ import annotations

import json

from tests.planning import DEPLOYMENTS, KEYED, kind, planned

BY_TERRAFORM = ("data", "locals", "variable", "module")


def test_nothing_is_unknown(real):
    """
    Every argument of the canonical plan has a value, and it agrees with the configuration.
    """
    assert [] == real.canonical.unresolved
    assert [] == real.canonical.contradictions


def test_only_permission_sets_need_no_keys():
    """
    A deployment without keys, roles and stores makes permission sets and nothing else.
    """
    others = [planned(name) for name in DEPLOYMENTS if name not in KEYED]
    found = {kind(address) for each in others for address in each.canonical.resources}

    assert found
    assert all(type_name.startswith("aws_ssoadmin_") for type_name in found)


def test_stacks_hold_resources_and_nothing_to_compute(real):
    """
    No data source, local, variable, module, count or for_each: a stack says what it is.
    """
    blocks = [block for named in real.configuration["resource"].values() for block in named.values()]

    assert [] == [name for name in BY_TERRAFORM if real.configuration.get(name)]
    assert not any({"count", "for_each", "dynamic", "provisioner"} & set(block) for block in blocks)


def test_nothing_in_the_plan_is_secret(real):
    """
    No argument that Terraform marks as sensitive is set, and nothing looks like a credential.
    """
    changes = [change["change"] for change in real.output.resource_changes.values()]
    set_ = [
        name
        for change in changes
        for name, mark in change["after_sensitive"].items()
        if "true" in json.dumps(mark) and change["after"].get(name) is not None
    ]
    text = json.dumps(dict(real.output["planned_values"]))

    assert [] == set_
    assert not any(sign in text for sign in ("AKIA", "ASIA", "BEGIN PRIVATE", "BEGIN RSA", "aws_secret_access_key"))
