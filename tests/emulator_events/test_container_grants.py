"""
Under IAM enforcement a container needs each grant of its own, and draining names the one that is missing.
"""

from __future__ import annotations

import json
from itertools import count

import pytest

from modules.errors import MillraceError
from workflow.emulator.server import Emulator

ACCOUNT = "111122223333"
REGION = "eu-central-1"
DEPLOY = f"arn:aws:iam::{ACCOUNT}:role/deploy"
GOOD = json.dumps({"document_id": "d-1", "text": "a b a"})

numbers = count()


@pytest.fixture(name="emulator", scope="module")
def _emulator(tmp_path_factory):
    emulator = Emulator.start(
        tmp_path_factory.mktemp("emulator"), account_id=ACCOUNT, region=REGION, roles=[], deploy_role=DEPLOY
    )
    yield emulator
    emulator.stop()


@pytest.fixture(name="client", scope="module")
def _client(emulator):
    session = emulator.session(DEPLOY)
    clients = {}
    yield lambda service: clients.setdefault(service, session.client(service))
    for made in clients.values():
        made.close()


@pytest.fixture(name="name")
def _name():
    return f"documents-{next(numbers)}"


@pytest.fixture(name="role")
def _role(client, name):
    """
    The ARN of a role for tasks that may do each of *actions* on the resource beside it.
    """

    def make(kind, actions):
        trust = {"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole"}
        document = json.dumps({"Version": "2012-10-17", "Statement": [trust]})
        statements = [{"Effect": "Allow", "Action": action, "Resource": on} for action, on in actions.items()]
        made = client("iam").create_role(RoleName=f"{name}-{kind}", AssumeRolePolicyDocument=document)["Role"]
        policy = json.dumps({"Version": "2012-10-17", "Statement": statements})
        client("iam").put_role_policy(RoleName=made["RoleName"], PolicyName="flows", PolicyDocument=policy)
        return made["Arn"]

    return make


@pytest.fixture(name="work")
def _work(client, name, role, emulator):
    """
    Send a message to a service of ECS whose roles lack the action *missing*; the keys of the results after draining.
    """

    def run(missing=None):
        queue = f"arn:aws:sqs:{REGION}:{ACCOUNT}:{name}"
        task = {
            **{f"sqs:{action}": queue for action in ("ReceiveMessage", "DeleteMessage", "ChangeMessageVisibility")},
            "s3:PutObject": f"arn:aws:s3:::{name}/done/*",
        }
        execution = {
            "ecr:GetAuthorizationToken": "*",
            "ecr:BatchGetImage": f"arn:aws:ecr:{REGION}:{ACCOUNT}:repository/{name}",
        }
        for actions in (task, execution):
            actions.pop(missing, None)
        client("s3").create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
        client("ecr").create_repository(repositoryName=name)
        url = client("sqs").create_queue(QueueName=name, Attributes={"VisibilityTimeout": "3600"})["QueueUrl"]
        variables = {
            "QUEUE_URL": f"https://sqs.{REGION}.amazonaws.com/{ACCOUNT}/{name}",
            "BUCKET": name,
            "PREFIX": "done/",
            "VISIBILITY_SECONDS": "3600",
            "AWS_DEFAULT_REGION": REGION,
        }
        container = {
            "name": "worker",
            "image": f"{ACCOUNT}.dkr.ecr.{REGION}.amazonaws.com/{name}@sha256:{'0' * 64}",
            "memory": 256,
            "environment": [{"name": key, "value": value} for key, value in variables.items()],
        }
        client("ecs").create_cluster(clusterName=name)
        client("ecs").register_task_definition(
            family=name,
            taskRoleArn=role("task", task),
            executionRoleArn=role("execution", execution),
            containerDefinitions=[container],
        )
        client("ecs").create_service(cluster=name, serviceName=name, taskDefinition=name, desiredCount=1)
        client("sqs").send_message(QueueUrl=url, MessageBody=GOOD)
        emulator.drain(90)
        return [each["Key"] for each in client("s3").list_objects_v2(Bucket=name).get("Contents", [])]

    yield run
    client("ecs").update_service(cluster=name, service=name, desiredCount=0)


def test_with_its_grants(work):
    """
    With four grants of the task and two of whoever starts it, a message becomes a result.
    """
    assert 1 == len(work())


@pytest.mark.parametrize("action", ["sqs:ReceiveMessage", "sqs:DeleteMessage"])
def test_without_a_grant_of_the_task(work, action):
    """
    A worker that may not take or delete messages ends, and draining names the operation.
    """
    with pytest.raises(MillraceError, match=rf"AccessDenied.* the {action.partition(':')[2]} operation"):
        work(action)


@pytest.mark.parametrize("action", ["ecr:GetAuthorizationToken", "ecr:BatchGetImage"])
def test_without_a_grant_of_whoever_starts_it(work, action):
    """
    An image that may not be fetched is not run, and draining names the operation.
    """
    with pytest.raises(MillraceError, match=f"{action.partition(':')[2]} was refused: AccessDenied"):
        work(action)
