"""
Under IAM enforcement every step between two stores needs its grant, and the drain names the one that is missing.
"""

from __future__ import annotations

import io
import json
import zipfile
from itertools import count

import pytest

from modules.errors import MillraceError
from workflow.emulator.server import Emulator

ACCOUNT = "111122223333"
REGION = "eu-central-1"
DEPLOY = f"arn:aws:iam::{ACCOUNT}:role/deploy"
CODE = "def handler(event, context):\n    print('got', len(event['Records']))\n    raise ValueError('no')\n"

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
    return f"orders-{next(numbers)}"


@pytest.fixture(name="stream")
def _stream(client, name):
    client("kinesis").create_stream(StreamName=name, ShardCount=1)
    return f"arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/{name}"


@pytest.fixture(name="role")
def _role(client, name):
    """
    The ARN of a role that may do each action of *actions* on the resource beside it.
    """

    def make(service, actions):
        role_name = f"{name}-{service.partition('.')[0]}"
        trust = {"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}
        document = json.dumps({"Version": "2012-10-17", "Statement": [trust]})
        statements = [{"Effect": "Allow", "Action": action, "Resource": on} for action, on in actions.items()]
        arn = client("iam").create_role(RoleName=role_name, AssumeRolePolicyDocument=document)["Role"]["Arn"]
        policy = json.dumps({"Version": "2012-10-17", "Statement": statements})
        client("iam").put_role_policy(RoleName=role_name, PolicyName="flows", PolicyDocument=policy)
        return arn

    return make


@pytest.fixture(name="deliver")
def _deliver(client, name, stream, role, emulator):
    """
    Put a record through a delivery stream whose role lacks the action *missing*; what lies in its bucket after the drain.
    """

    def run(missing=None):
        reading = ("DescribeStream", "ListShards", "GetShardIterator", "GetRecords")
        actions = {f"kinesis:{action}": stream for action in reading} | {"s3:PutObject": f"arn:aws:s3:::{name}/*"}
        actions.pop(missing, None)
        role_arn = role("firehose.amazonaws.com", actions)
        client("s3").create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
        client("firehose").create_delivery_stream(
            DeliveryStreamName=name,
            DeliveryStreamType="KinesisStreamAsSource",
            KinesisStreamSourceConfiguration={"KinesisStreamARN": stream, "RoleARN": role_arn},
            ExtendedS3DestinationConfiguration={"BucketARN": f"arn:aws:s3:::{name}", "RoleARN": role_arn},
        )
        client("kinesis").put_record(StreamARN=stream, Data=b"a", PartitionKey="a")
        emulator.drain(60)
        return client("s3").list_objects_v2(Bucket=name).get("Contents", [])

    yield run
    client("firehose").delete_delivery_stream(DeliveryStreamName=name)


@pytest.fixture(name="feed")
def _feed(client, name, stream, role, emulator):
    """
    Put a record on the stream of a function that fails, and whose role lacks the action *missing*; its failures told.
    """
    made = []

    def run(missing=None):
        queue = f"arn:aws:sqs:{REGION}:{ACCOUNT}:{name}"
        url = client("sqs").create_queue(QueueName=name)["QueueUrl"]
        reading = ("DescribeStreamSummary", "ListShards", "GetShardIterator", "GetRecords")
        actions = {f"kinesis:{action}": stream for action in reading} | {"sqs:SendMessage": queue}
        actions.pop(missing, None)
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("code.py", CODE)
        client("lambda").create_function(
            FunctionName=name,
            Runtime="python3.13",
            Role=role("lambda.amazonaws.com", actions),
            Handler="code.handler",
            Code={"ZipFile": file.getvalue()},
        )
        mapping = client("lambda").create_event_source_mapping(
            EventSourceArn=stream,
            FunctionName=name,
            StartingPosition="TRIM_HORIZON",
            MaximumRetryAttempts=0,
            DestinationConfig={"OnFailure": {"Destination": queue}},
        )
        made.append(mapping["UUID"])
        client("kinesis").put_record(StreamARN=stream, Data=b"a", PartitionKey="a")
        emulator.drain(60)
        return client("sqs").receive_message(QueueUrl=url).get("Messages", [])

    yield run
    for mapping in made:
        client("lambda").delete_event_source_mapping(UUID=mapping)


def test_delivery_with_its_grants(deliver):
    """
    With its five grants a delivery stream brings a record from the stream to the bucket.
    """
    assert 1 == len(deliver())


@pytest.mark.parametrize(
    "action",
    ["kinesis:DescribeStream", "kinesis:ListShards", "kinesis:GetShardIterator", "kinesis:GetRecords", "s3:PutObject"],
)
def test_delivery_without_a_grant(deliver, action):
    """
    Without one of its grants a delivery stream delivers nothing, and the drain names the operation.
    """
    with pytest.raises(MillraceError, match=f"{action.partition(':')[2]} was refused: AccessDenied"):
        deliver(action)


def test_feeding_with_its_grants(feed):
    """
    With its five grants a function is fed, and its failure reaches the queue.
    """
    assert 1 == len(feed())


@pytest.mark.parametrize(
    "action",
    [
        "kinesis:DescribeStreamSummary",
        "kinesis:ListShards",
        "kinesis:GetShardIterator",
        "kinesis:GetRecords",
        "sqs:SendMessage",
    ],
)
def test_feeding_without_a_grant(feed, action):
    """
    Without one of its grants a function is not fed, or its failure not told, and the drain names the operation.
    """
    with pytest.raises(MillraceError, match=f"{action.partition(':')[2]} was refused: AccessDenied"):
        feed(action)
