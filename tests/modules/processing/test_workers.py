"""
What workers have in common, whatever they run on.
"""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from modules.errors import InputError
from tests.modules.sample import ACCOUNT, REGION
from tests.modules.workers_sample import FORMS, ROLES, build

PULLING = {"ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"}
DATA = ("kms:", "s3:", "sqs:")


@pytest.mark.parametrize("form", FORMS)
def test_the_same_rights_in_every_form(form):
    """
    What a worker may do with data is what the graph says, whichever form it has.
    """
    of_ecs, here = (build(each).allowed(f"{ROLES[each]}/policy") for each in ("ecs", form))
    data = {action: arns for action, arns in here.items() if action.startswith(DATA)}

    assert {action: arns for action, arns in of_ecs.items() if action.startswith(DATA)} == data
    assert [f"arn:aws:sqs:{REGION}:{ACCOUNT}:documents-dev-messages"] == data["sqs:ReceiveMessage"]


@pytest.mark.parametrize(
    ("form", "service"),
    [("ecs", "ecs-tasks.amazonaws.com"), ("eks", "pods.eks.amazonaws.com"), ("ec2", "ec2.amazonaws.com")],
)
def test_the_role_is_for_the_form(form, service):
    """
    The one service that runs the workers takes on their role.
    """
    [trust] = build(form).statements(f"{ROLES[form]}/role", "assume_role_policy")

    assert {"Service": service} == trust["Principal"]


@pytest.mark.parametrize(
    ("form", "endpoints"),
    [
        ("ecs", {"ecr_api", "ecr_dkr", "logs", "s3", "sqs"}),
        ("eks", {"ec2", "ecr_api", "ecr_dkr", "eks_auth", "s3", "sqs", "ssm", "ssmmessages"}),
        ("ec2", {"ecr_api", "ecr_dkr", "logs", "s3", "sqs", "ssm", "ssmmessages"}),
    ],
)
def test_each_form_declares_its_endpoints(form, endpoints):
    """
    The network has the endpoints that the form needs, and no other.
    """
    made = build(form).of_type("aws_vpc_endpoint")

    assert endpoints == {path.rpartition("/")[2].removesuffix("_endpoint") for path in made}
    assert f"com.amazonaws.{REGION}.ecr.dkr" in {values["service_name"] for values in made.values()}


@pytest.mark.parametrize(("form", "kind"), [("ecs", "aws_ecs_service"), ("ec2", "aws_autoscaling_group")])
def test_nothing_starts_before_its_queue_is_there(form, kind):
    """
    A worker that finds no queue ends, so whatever starts workers by itself waits for the queue.
    """
    built = build(form)
    [starter] = built.of_type(kind).values()

    assert any(address.startswith("aws_sqs_queue.") for address in starter["depends_on"])


@pytest.mark.parametrize("form", FORMS)
def test_layers_of_images_come_through(form):
    """
    The way to S3 lets layers of images through, and nothing else of AWS's.
    """
    open_ = [item for item in build(form).statements("network/s3_endpoint") if "Condition" not in item]

    assert [
        {
            "Effect": "Allow",
            "Principal": "*",
            "Action": "s3:GetObject",
            "Resource": f"arn:aws:s3:::prod-{REGION}-starport-layer-bucket/*",
        }
    ] == open_


def test_a_ceiling_below_the_peak_is_refused():
    """
    Twenty messages a second of two seconds each need forty workers, and the error says so.
    """
    with pytest.raises(InputError, match=r"15 messages a second at most, and the peak is 20; raise .* to 40"):
        build(message_seconds=2)


def test_a_setting_of_another_form_is_refused():
    """
    A cluster's settings in a deployment without a cluster would be read by nobody.
    """
    with pytest.raises(ValidationError, match="cluster is for form eks, and form is ecs; leave cluster out"):
        build(cluster={"instance_type": "m7g.large"})


def test_a_tag_is_no_digest():
    """
    An image is named by digest or not at all.
    """
    with pytest.raises(ValidationError, match="image_digest"):
        build(image_digest="latest")


def test_a_ceiling_below_the_floor_is_refused():
    """
    The error names both.
    """
    with pytest.raises(ValidationError, match="ceiling is 30, less than the floor of 40"):
        build(floor=40)


def test_a_ceiling_that_bounds_nothing_is_refused():
    """
    No peak is more than a hundred times the average.
    """
    with pytest.raises(ValidationError, match="ceiling is 101, more than 100 times the floor of 1"):
        build(floor=1, ceiling=101)


def test_the_repository_keeps_what_runs():
    """
    Tags never move, images are scanned and encrypted, and the newest thirty stay.
    """
    built = build()
    repository = built["images/repository"]
    [_, newest] = json.loads(built["images/lifecycle"]["policy"])["rules"]

    assert ("IMMUTABLE", {"scan_on_push": True}) == (
        repository["image_tag_mutability"],
        repository["image_scanning_configuration"],
    )
    assert [{"encryption_type": "KMS", "kms_key": "<keys/pipeline/key.arn>"}] == repository["encryption_configuration"]
    assert 30 == newest["selection"]["countNumber"]


def test_publishers_add_and_remove_nothing():
    """
    The publisher's role pushes to this repository and deletes no image.
    """
    allowed = build().allowed("images/publisher/policy")

    assert [f"arn:aws:ecr:{REGION}:{ACCOUNT}:repository/documents-dev-worker"] == allowed["ecr:PutImage"]
    assert not {action for action in allowed if "Delete" in action}
