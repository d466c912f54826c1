"""
Containers that work on the messages of a queue, whatever they run on.
"""

from __future__ import annotations

import base64
import hashlib
import json

import pytest
from moto.eks import urls
from moto.eks.responses import EKSResponse

from workflow.emulator.amendments_pods import ROUTES, serve_pod_identities
from workflow.emulator.container_pods import apply_manifest
from workflow.emulator.events import DrainError
from workflow.emulator.problems import NotEmulatedError

ACCOUNT = "123456789012"
REGION = "eu-central-1"
IMAGE = f"{ACCOUNT}.dkr.ecr.{REGION}.amazonaws.com/worker@sha256:{'0' * 64}"
VARIABLES = {
    "QUEUE_URL": f"https://sqs.{REGION}.amazonaws.com/{ACCOUNT}/messages",
    "BUCKET": "results",
    "PREFIX": "done/",
    "VISIBILITY_SECONDS": "3600",
    "AWS_DEFAULT_REGION": REGION,
}
GOOD = json.dumps({"document_id": "d-1", "text": "a b a"})
LOGS = {
    "logDriver": "awslogs",
    "options": {"awslogs-group": "worker", "awslogs-region": REGION, "awslogs-stream-prefix": "w"},
}
START = """\
#!/bin/bash
cat >/etc/worker.env <<'SETTINGS'
{settings}
SETTINGS
cat >/etc/systemd/system/worker.service <<'UNIT'
[Service]
ExecStart=/usr/bin/docker run --rm --env-file /etc/worker.env --log-driver awslogs --log-opt awslogs-group=worker \
--log-opt 'tag=worker/{{{{.ID}}}}' {image}
UNIT
systemctl enable --now worker
"""


@pytest.fixture(name="place")
def _place(client, bucket):
    """
    A subnet; around it are the bucket for results, the repository, the group of logs, and the queues.
    """
    results = bucket("results")
    client("ecr").create_repository(repositoryName="worker")
    client("logs").create_log_group(logGroupName="worker")
    client("sqs").create_queue(QueueName="dead")
    redrive = {"deadLetterTargetArn": f"arn:aws:sqs:{REGION}:{ACCOUNT}:dead", "maxReceiveCount": 3}
    client("sqs").create_queue(QueueName="messages", Attributes={"RedrivePolicy": json.dumps(redrive)})
    vpc = client("ec2").create_vpc(CidrBlock="10.0.0.0/20")["Vpc"]["VpcId"]

    class Place:
        subnet = client("ec2").create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]

        group = client("ec2").describe_security_groups()["SecurityGroups"][0]["GroupId"]

        def send(self, *bodies, **settings):
            return [self._send(body, settings) for body in bodies]

        def _send(self, body, settings):
            url = client("sqs").get_queue_url(QueueName="messages")["QueueUrl"]
            return client("sqs").send_message(QueueUrl=url, MessageBody=body, **settings)["MessageId"]

        def results(self):
            return {key.rpartition("/")[2].removesuffix(".json"): json.loads(text) for key, text in results().items()}

        def dead(self):
            url = client("sqs").get_queue_url(QueueName="dead")["QueueUrl"]
            found = client("sqs").receive_message(QueueUrl=url, MaxNumberOfMessages=10)
            return [message["Body"] for message in found.get("Messages", [])]

        def streams(self):
            found = client("logs").describe_log_streams(logGroupName="worker")["logStreams"]
            return [stream["logStreamName"] for stream in found]

        def lines(self):
            pages = [
                client("logs").get_log_events(logGroupName="worker", logStreamName=each) for each in self.streams()
            ]
            return [event["message"] for page in pages for event in page["events"]]

    return Place()


def variables(changes):
    return {name: value for name, value in {**VARIABLES, **changes}.items() if value is not None}


@pytest.fixture(name="service")
def _service(client, role, place):
    """
    A service of ECS; arguments change its container, *env* its variables.
    """
    roles = {"taskRoleArn": role("task"), "executionRoleArn": role("execution")}

    def make(count=1, env=None, **changes):
        pairs = [{"name": name, "value": value} for name, value in variables(env or {}).items()]
        changes = {"logConfiguration": LOGS, **changes}
        container = {"name": "worker", "image": IMAGE, "memory": 256, "environment": pairs, **changes}
        client("ecs").create_cluster(clusterName="workers")
        client("ecs").register_task_definition(
            family="worker", networkMode="awsvpc", containerDefinitions=[container], **roles
        )
        client("ecs").create_service(
            cluster="workers",
            serviceName="worker",
            taskDefinition="worker",
            desiredCount=count,
            networkConfiguration={"awsvpcConfiguration": {"subnets": [place.subnet], "securityGroups": [place.group]}},
        )

    return make


@pytest.fixture(name="machines")
def _machines(client, role, place):
    """
    An Auto Scaling group of so many machines that start with *script*.
    """

    def make(count=1, script=None):
        role("machine")
        profile = client("iam").create_instance_profile(InstanceProfileName="machine")["InstanceProfile"]["Arn"]
        client("iam").add_role_to_instance_profile(InstanceProfileName="machine", RoleName="machine")
        settings = "\n".join(f"{name}={value}" for name, value in VARIABLES.items())
        text = script or START.format(settings=settings, image=IMAGE)
        data = {
            "ImageId": client("ec2").describe_images(Owners=["amazon"])["Images"][0]["ImageId"],
            "InstanceType": "m7g.medium",
            "IamInstanceProfile": {"Arn": profile},
            "UserData": base64.b64encode(text.encode()).decode(),
        }
        client("ec2").create_launch_template(LaunchTemplateName="worker", LaunchTemplateData=data)
        client("autoscaling").create_auto_scaling_group(
            AutoScalingGroupName="worker",
            MinSize=count,
            MaxSize=3,
            VPCZoneIdentifier=place.subnet,
            LaunchTemplate={"LaunchTemplateName": "worker", "Version": "1"},
        )

    return make


def manifest(kind="DaemonSet", **changes):
    pairs = [{"name": name, "value": value} for name, value in VARIABLES.items()]
    container = {"name": "worker", "image": IMAGE, "env": pairs, **changes}
    pod = {"serviceAccountName": "worker", "containers": [container]}
    named = {"namespace": "default", "name": "worker"}
    items = [
        {"kind": "ServiceAccount", "metadata": named},
        {"kind": kind, "metadata": named, "spec": {"template": {"spec": pod}}},
    ]
    return json.dumps({"kind": "List", "items": items})


@pytest.fixture(name="cluster")
def _cluster(client, role, place, monkeypatch):
    """
    A cluster of EKS with so many nodes; its pods may be associated with a role.
    """
    for operation in (
        "create",
        "update",
        "describe",
        "list",
        "delete",
    ):  # undone at the end, since others try plain moto
        noun = "associations" if operation == "list" else "association"
        monkeypatch.setattr(EKSResponse, f"{operation}_pod_identity_{noun}", None, raising=False)
    for route in ROUTES:
        monkeypatch.setitem(urls.url_paths, route, None)
    serve_pod_identities()

    def make(nodes=1, *, associated=True):
        subnets = {"subnetIds": [place.subnet]}
        client("eks").create_cluster(name="workers", roleArn=role("cluster"), resourcesVpcConfig=subnets)
        client("eks").create_nodegroup(
            clusterName="workers",
            nodegroupName="worker",
            nodeRole=role("node"),
            subnets=[place.subnet],
            scalingConfig={"minSize": nodes, "maxSize": 3, "desiredSize": nodes},
        )
        if associated:
            client("eks").create_pod_identity_association(
                clusterName="workers", namespace="default", serviceAccount="worker", roleArn=role("pod")
            )

    return make


def applied(text):
    apply_manifest(ACCOUNT, REGION, "workers", text)


def on_ecs(request):
    request.getfixturevalue("service")()


def on_machines(request):
    request.getfixturevalue("machines")()


def on_pods(request):
    request.getfixturevalue("cluster")()
    applied(manifest())


@pytest.mark.parametrize("start", [on_ecs, on_machines, on_pods])
def test_messages_become_results(sources, place, request, start):
    """
    The worker's code runs with the container's variables: each message has its result when draining ends.
    """
    start(request)
    sent = place.send(*[GOOD] * 12)
    sources.drain(90)

    assert set(sent) == set(place.results())
    assert {hashlib.sha256(b"a b a").hexdigest()} == {each["sha256"] for each in place.results().values()}


def test_what_makes_no_sense_is_given_up(sources, place, service):
    """
    A message that the worker gives back for a while is seen again at once while draining, until its queue gives it up.
    """
    service()
    place.send("{")
    sources.drain(90)

    assert ["{"] == place.dead()


def test_draining_waits_for_what_comes_later(sources, place, service):
    """
    A message that is delayed is waited for.
    """
    service()
    sent = place.send(GOOD, DelaySeconds=2)
    sources.drain(90)

    assert sent == list(place.results())


def test_the_output_goes_to_the_group_of_the_task(sources, place, service):
    """
    What the worker prints stands in a stream named as ECS names it.
    """
    service()
    [sent] = place.send(GOOD)
    sources.drain(90)

    assert ["w", "worker"] == place.streams()[0].split("/")[:2]
    assert any(f"message {sent} done" in line for line in place.lines())


def test_the_output_goes_to_the_group_of_the_machine(sources, place, machines):
    """
    What the worker prints on a machine stands in a stream named by the tag that Docker is given.
    """
    machines()
    place.send(GOOD)
    sources.drain(90)
    [stream] = place.streams()

    assert ("worker", 12) == (stream.split("/")[0], len(stream.split("/")[1]))


@pytest.mark.parametrize("form", ["service", "machines"])
def test_none_runs_where_none_is_to(sources, place, client, request, form):
    """
    A service or a group of none leaves the queue alone.
    """
    request.getfixturevalue(form)(count=0)
    place.send(GOOD)
    sources.drain(10)

    assert {} == place.results()


def test_no_node_runs_no_pod(sources, place, cluster):
    """
    A daemon set without nodes leaves the queue alone.
    """
    cluster(nodes=0)
    applied(manifest())
    place.send(GOOD)
    sources.drain(10)

    assert {} == place.results()


def test_machines_that_run_no_container_are_let_be(sources, place, machines):
    """
    A group whose machines start without a container is none of the workers.
    """
    machines(script="#!/bin/bash\nyum update\n")
    place.send(GOOD)
    sources.drain(10)

    assert {} == place.results()


def test_a_worker_that_ends_is_a_problem(sources, place, service):
    """
    A container that lacks a variable ends, and draining says how.
    """
    service(env={"BUCKET": None})
    place.send(GOOD)

    with pytest.raises(
        DrainError, match=r"service workers/worker does not run: it ended with exit code 1: .*variable BUCKET"
    ):
        sources.drain(90)


def test_stopping_ends_the_processes(sources, service):
    """
    No worker outlives the emulator.
    """
    service()
    sources.drain(90)
    [workload] = sources._workloads.values()
    process = workload.process

    assert process.alive()
    sources.stop()
    assert not process.alive()


def test_a_new_definition_takes_over(sources, place, client, service, bucket):
    """
    After the service has another task definition, messages are worked on by that.
    """
    service()
    place.send(GOOD)
    sources.drain(90)
    others = bucket("others")
    task = client("ecs").describe_task_definition(taskDefinition="worker")["taskDefinition"]
    [container] = task["containerDefinitions"]
    pairs = [{"name": name, "value": value} for name, value in variables({"BUCKET": "others"}).items()]
    roles = {name: task[name] for name in ("taskRoleArn", "executionRoleArn")}
    client("ecs").register_task_definition(
        family="worker", networkMode="awsvpc", containerDefinitions=[{**container, "environment": pairs}], **roles
    )
    client("ecs").update_service(cluster="workers", service="worker", taskDefinition="worker:2")
    sources.drain(90)
    place.send(GOOD, GOOD)
    sources.drain(90)

    assert 2 == len(others())


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        (
            {"image": "docker.io/library/nginx:latest"},
            "the image docker.io/library/nginx:latest is not named by its digest",
        ),
        ({"image": IMAGE.replace("worker", "other")}, "is not named by its digest in a repository that account"),
        ({"entryPoint": ["sh"]}, "entryPoint of .* is not emulated"),
        ({"secrets": [{"name": "A", "valueFrom": "arn"}]}, "secrets of .* is not emulated"),
    ],
)
def test_what_is_not_emulated_is_said(sources, place, service, changes, problem):
    """
    A container that would see something else on AWS does not run here.
    """
    service(**changes)

    with pytest.raises(DrainError, match=problem):
        sources.drain(10)


def test_pods_without_a_role_do_not_run(sources, place, cluster):
    """
    Pods get the role that their service account is associated with, and no other.
    """
    cluster(associated=False)
    applied(manifest())

    with pytest.raises(DrainError, match="pods of the service account default/worker are associated with no role"):
        sources.drain(10)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (manifest(kind="Deployment"), "the manifest makes a Deployment; emulated are DaemonSet and ServiceAccount"),
        ("kind: List", "the manifest is not JSON"),
        (
            manifest().replace('"containers": [', '"containers": [{"image": "x"}, '),
            "a daemon set of the manifest has 2 containers; one is emulated",
        ),
        (
            json.dumps({"kind": "DaemonSet", "metadata": {"name": "worker"}}),
            "the manifest is not JSON as Kubernetes takes it",
        ),
    ],
)
def test_manifests_that_are_refused(cluster, text, problem):
    """
    A manifest that makes something else, or that cannot be read, is refused as a whole.
    """
    cluster()

    with pytest.raises(NotEmulatedError, match=problem):
        applied(text)


def test_a_manifest_for_no_cluster(endpoint):
    """
    A manifest needs a cluster.
    """
    with pytest.raises(NotEmulatedError, match="there is no cluster workers"):
        applied(manifest())
