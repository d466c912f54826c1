"""
Workers on EC2.
"""

from __future__ import annotations

import base64
import subprocess

import pytest

from modules.errors import InputError
from tests.modules.workers_sample import DIGEST, MACHINES, build

TEMPLATE, GROUP = f"{MACHINES}/machine", f"{MACHINES}/group"


def script():
    return base64.b64decode(build("ec2")[TEMPLATE]["user_data"]).decode()


def test_machines_keep_their_credentials():
    """
    Metadata needs a token and travels one hop; there is no public address and no key to sign in with.
    """
    template = build("ec2")[TEMPLATE]
    metadata = template["metadata_options"]

    assert ("required", 1) == (metadata["http_tokens"], metadata["http_put_response_hop_limit"])
    assert ["false"] == [item["associate_public_ip_address"] for item in template["network_interfaces"]]
    assert "key_name" not in template


def test_disks_are_under_the_key():
    """
    The one disk is encrypted with the pipeline's key and goes with the machine.
    """
    [disk] = build("ec2")[TEMPLATE]["block_device_mappings"]

    assert ("true", "<keys/pipeline/key.arn>", "true") == (
        disk["ebs"]["encrypted"],
        disk["ebs"]["kms_key_id"],
        disk["ebs"]["delete_on_termination"],
    )


def test_auto_scaling_starts_machines_with_the_key():
    """
    The service-linked role of Auto Scaling uses the key through EC2, and makes grants for AWS only.
    """
    role = "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"
    found = [
        item
        for item in build("ec2").statements("keys/pipeline/key")
        if item.get("Condition", {}).get("ArnLike", {}).get("aws:PrincipalArn") == [role]
    ]
    [granting] = [item for item in found if item["Action"] == ["kms:CreateGrant"]]

    assert {"ec2.eu-central-1.amazonaws.com"} == {item["Condition"]["StringEquals"]["kms:ViaService"] for item in found}
    assert {"kms:GrantIsForAWSResource": "true"} == granting["Condition"]["Bool"]


def test_the_group_is_bounded_and_renewed():
    """
    Between floor and ceiling; a change replaces machines and goes back when they do not start; none is older than a month.
    """
    group = build("ec2")[GROUP]

    assert (2, 30, 2_592_000) == (group["min_size"], group["max_size"], group["max_instance_lifetime"])
    assert group["instance_refresh"]["preferences"]["auto_rollback"]
    assert {"ignore_changes": ["desired_capacity"]} == group["lifecycle"]


def test_the_group_follows_the_backlog():
    """
    Waiting messages for each machine in service.
    """
    tracking = build("ec2")[f"{MACHINES}/backlog"]["target_tracking_configuration"]
    [_, running, _] = tracking["customized_metric_specification"]["metrics"]

    assert 60 == tracking["target_value"]
    assert "GroupInServiceInstances" == running["metric_stat"]["metric"]["metric_name"]
    assert [{"name": "AutoScalingGroupName", "value": "documents-dev-worker"}] == (
        running["metric_stat"]["metric"]["dimensions"]
    )


def test_the_start_runs_the_image_closed():
    """
    The image by digest, without root, capabilities or a writable root, on the machine's network.
    """
    [run] = [line for line in script().splitlines() if line.startswith("ExecStart=")]

    assert run.endswith(f"/documents-dev-worker@{DIGEST}")
    for option in ("--read-only", "--cap-drop ALL", "--user 65532:65532", "--security-opt no-new-privileges"):
        assert option in run


def test_the_start_is_a_script(tmp_path):
    """
    Bash reads the script, and the one that it writes.
    """
    whole = tmp_path / "start.sh"
    whole.write_text(script())
    inner = tmp_path / "fetch.sh"
    inner.write_text(script().partition("<<'FETCH'\n")[2].partition("\nFETCH\n")[0])

    for path in (whole, inner):
        assert 0 == subprocess.run(["bash", "-n", path], check=False).returncode
    assert "GetAuthorizationToken" in inner.read_text()


def test_sessions_instead_of_ssh():
    """
    The role lets Systems Manager open sessions, and no rule opens port 22.
    """
    built = build("ec2")
    rules = [*built.of_type("aws_vpc_security_group_ingress_rule").values()]

    assert "ssmmessages:OpenDataChannel" in built.allowed(f"{MACHINES}/role/policy")
    assert {443} == {rule["from_port"] for rule in rules}


def test_a_machine_image_is_required():
    """
    The error says what is missing and shows one.
    """
    with pytest.raises(InputError, match=r"needs parameters.workers.machines.machine_image.*ami-0123456789abcdef0"):
        build("ec2", machines={"machine_image": None})


def test_the_processor_has_to_be_that_of_the_image():
    """
    An image for arm64 does not run on a machine without Graviton.
    """
    with pytest.raises(InputError, match=r"instance_type m7i\.large does not run an image for arm64"):
        build("ec2", machines={"instance_type": "m7i.large"})
