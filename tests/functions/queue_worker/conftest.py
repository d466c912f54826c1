from __future__ import annotations

import json
import threading
from types import SimpleNamespace

import boto3
import pytest
from moto import mock_aws
from moto.server import ThreadedMotoServer

from functions.queue_worker.document import describe
from functions.queue_worker.results import Results
from functions.queue_worker.settings import Settings
from functions.queue_worker.worker import Worker

KEYS = {"AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing"}
REGION = "eu-central-1"
BUCKET = "int-documents-dev-raw-111122223333-eu-central-1"


@pytest.fixture(name="place")
def _place(monkeypatch):
    """
    A queue with a dead-letter queue, a bucket, and a worker between them.
    """
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    with mock_aws():
        yield made()


@pytest.fixture(name="served")
def _served(monkeypatch):
    """
    The same for a worker in a process of its own.
    """
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    place = made(endpoint_url=f"http://{host}:{port}")
    place.variables = {
        **KEYS,
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_DEFAULT_REGION": REGION,
        "QUEUE_URL": place.settings.queue_url,
    }
    yield place
    place.sqs.close()
    place.s3.close()
    server.stop()


def made(**options):
    sqs, s3 = (boto3.client(service, region_name=REGION, **options) for service in ("sqs", "s3"))
    s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    url = sqs.create_queue(QueueName="documents-dev-messages")["QueueUrl"]
    return Place(sqs, s3, Settings(url, BUCKET, "done/", visibility_seconds=360))


class Place(SimpleNamespace):
    """What a worker works with, and what it left."""

    def __init__(self, sqs, s3, settings):
        super().__init__(sqs=sqs, s3=s3, settings=settings, stop=threading.Event())

    def worker(self, task=describe, **changes):
        settings = Settings(**{**vars(self.settings), **changes})
        return Worker(self.sqs, settings, Results(self.s3, BUCKET, settings.prefix), task, self.stop)

    def send(self, *texts):
        """Send a document with each of *texts*; the ids of the messages."""
        return [self.send_body(json.dumps({"document_id": f"d-{n}", "text": text})) for n, text in enumerate(texts)]

    def send_body(self, body):
        return self.sqs.send_message(QueueUrl=self.settings.queue_url, MessageBody=body)["MessageId"]

    def results(self):
        """What each message became, by its id."""
        found = self.s3.list_objects_v2(Bucket=BUCKET).get("Contents", [])
        return {
            item["Key"].rpartition("/")[2].removesuffix(".json"): json.loads(
                self.s3.get_object(Bucket=BUCKET, Key=item["Key"])["Body"].read()
            )
            for item in found
        }

    def counts(self):
        """Messages that wait, and messages that somebody holds."""
        names = ("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible")
        answer = self.sqs.get_queue_attributes(QueueUrl=self.settings.queue_url, AttributeNames=list(names))
        return tuple(int(answer["Attributes"][name]) for name in names)
