from __future__ import annotations

import io
import json
import urllib.request
import zipfile

import boto3
import pytest
from moto.core.config import default_user_config
from moto.server import ThreadedMotoServer

from workflow.emulator.events import EventSources

ACCOUNT = "123456789012"
REGION = "eu-central-1"
KEYS = {"aws_access_key_id": "testing", "aws_secret_access_key": "testing", "aws_session_token": "testing"}


@pytest.fixture(name="server", scope="session")
def _server():
    """
    The address of a moto server in this process, without IAM.
    """
    kept = default_user_config["lambda"]
    default_user_config["lambda"] = {"use_docker": False}
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()
    default_user_config["lambda"] = kept


@pytest.fixture(name="endpoint")
def _endpoint(server, monkeypatch):
    """
    The address of an empty account.
    """
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    urllib.request.urlopen(urllib.request.Request(f"{server}/moto-api/reset", method="POST")).close()  # noqa: S310
    return server


@pytest.fixture(name="client")
def _client(endpoint):
    """
    A client of a service in the empty account; each is made once.
    """
    clients = {}

    def get(service):
        if service not in clients:
            clients[service] = boto3.client(service, REGION, endpoint_url=endpoint, **KEYS)
        return clients[service]

    yield get
    for made in clients.values():
        made.close()


@pytest.fixture(name="role")
def _role(client):
    """
    The ARN of a new role with the name given.
    """
    trust = json.dumps({"Version": "2012-10-17", "Statement": []})
    return lambda name: client("iam").create_role(RoleName=name, AssumeRolePolicyDocument=trust)["Role"]["Arn"]


@pytest.fixture(name="sources")
def _sources(endpoint, tmp_path):
    """
    The event sources of the account, polling.
    """
    sources = EventSources(ACCOUNT, REGION, endpoint, tmp_path / "functions", lambda _: KEYS)
    sources.start()
    yield sources
    sources.stop()


@pytest.fixture(name="stream")
def _stream(client):
    """
    The ARN of a stream with two shards.
    """
    client("kinesis").create_stream(StreamName="orders", ShardCount=2)
    return f"arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/orders"


@pytest.fixture(name="put")
def _put(client, stream):
    """
    Put payloads on the stream, in the one shard that the key chooses.
    """

    def put(*payloads, key="a"):
        for start in range(0, len(payloads), 500):
            entries = [{"Data": payload, "PartitionKey": key} for payload in payloads[start : start + 500]]
            client("kinesis").put_records(StreamARN=stream, Records=entries)

    return put


@pytest.fixture(name="function")
def _function(client, role):
    """
    A function from the text of its module `code`; its role is made, too.
    """

    def make(code, *, handler="code.handler", archive=None, timeout=30, variables=None, name="transform"):
        if archive is None:
            file = io.BytesIO()
            with zipfile.ZipFile(file, "w") as content:
                content.writestr("code.py", code)
            archive = file.getvalue()
        client("logs").create_log_group(logGroupName=f"/aws/lambda/{name}")
        client("lambda").create_function(
            FunctionName=name,
            Runtime="python3.13",
            Role=role(name),
            Handler=handler,
            Code={"ZipFile": archive},
            Timeout=timeout,
            Environment={"Variables": variables or {}},
        )
        return name

    return make


@pytest.fixture(name="feed")
def _feed(client, stream):
    """
    Map the stream to a function.
    """

    def feed(function, **settings):
        return client("lambda").create_event_source_mapping(
            EventSourceArn=stream, FunctionName=function, StartingPosition="TRIM_HORIZON", **settings
        )["UUID"]

    return feed


@pytest.fixture(name="queue")
def _queue(client):
    """
    A queue for failures: its ARN, and what it holds.
    """
    url = client("sqs").create_queue(QueueName="failures")["QueueUrl"]

    class Queue:
        arn = f"arn:aws:sqs:{REGION}:{ACCOUNT}:failures"

        def take(self):
            messages = client("sqs").receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", [])
            return [json.loads(message["Body"]) for message in messages]

    return Queue()


@pytest.fixture(name="bucket")
def _bucket(client):
    """
    A bucket by name; what it holds, key -> bytes.
    """

    def make(name):
        client("s3").create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})

        def read():
            listed = client("s3").list_objects_v2(Bucket=name).get("Contents", [])
            return {
                item["Key"]: client("s3").get_object(Bucket=name, Key=item["Key"])["Body"].read() for item in listed
            }

        return read

    return make


@pytest.fixture(name="invocations")
def _invocations(tmp_path):
    """
    The payloads of each invocation of a function that notes them in the file `NOTES` names.
    """

    class Invocations:
        path = tmp_path / "notes"

        def __call__(self):
            return [json.loads(line) for line in self.path.read_text().splitlines()] if self.path.exists() else []

    return Invocations()


@pytest.fixture(name="noting")
def _noting(function, invocations):
    """
    A function that notes its payloads and then does what *body* says with `event`, `payloads` and `numbers`.
    """
    head = (
        "import base64, json, os, time\n"
        "def handler(event, context):\n"
        "    payloads = [base64.b64decode(r['kinesis']['data']).decode() for r in event['Records']]\n"
        "    numbers = [r['kinesis']['sequenceNumber'] for r in event['Records']]\n"
        "    with open(os.environ['NOTES'], 'a') as file:\n"
        "        print(json.dumps(payloads), file=file)\n"
    )
    return lambda body, **settings: function(
        head + "".join(f"    {line}\n" for line in body.splitlines()),
        variables={"NOTES": str(invocations.path)},
        **settings,
    )
