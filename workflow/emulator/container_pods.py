"""
The container that a daemon set runs on the nodes of a cluster of EKS, read from the manifest that was applied to it.

There is no Kubernetes here: `apply_manifest` takes the place of `kubectl apply`, and does not ask who applies.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from moto.eks import eks_backends

from workflow.emulator.amendments_pods import pod_role
from workflow.emulator.container import Container, refuse, texts
from workflow.emulator.problems import NoRoleError, NotEmulatedError

KINDS = ("DaemonSet", "ServiceAccount")


def apply_manifest(account_id: str, region: str, cluster_name: str, manifest: str) -> None:
    """
    Let *cluster_name* run what *manifest*, JSON, describes: daemon sets and service accounts, alone or in a list.

    Raises NotEmulatedError for what is no such manifest, or no cluster.
    """
    cluster = eks_backends[account_id][region].clusters.get(cluster_name)
    if cluster is None:
        raise NotEmulatedError(f"there is no cluster {cluster_name}")
    try:
        given = json.loads(manifest)
        items = given["items"] if given["kind"] == "List" else [given]
        named = {
            (item["kind"], item["metadata"].get("namespace", "default"), item["metadata"]["name"]): item
            for item in items
        }
        pods = [item["spec"]["template"]["spec"] for (kind, _, _), item in named.items() if kind == "DaemonSet"]
        images = [[container["image"] for container in pod["containers"]] for pod in pods]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotEmulatedError(f"the manifest is not JSON as Kubernetes takes it: {error!r}") from error
    foreign = sorted({kind for kind, _, _ in named} - set(KINDS))
    if foreign:
        raise NotEmulatedError(f"the manifest makes a {foreign[0]}; emulated are {' and '.join(KINDS)}")
    several = next((each for each in images if len(each) != 1), None)
    if several is not None:
        raise NotEmulatedError(f"a daemon set of the manifest has {len(several)} containers; one is emulated")
    _applied(cluster).update(named)


def daemon_sets(cluster: Any) -> Iterator[tuple[str, str]]:
    """Namespace and name of each daemon set that runs on *cluster*, moto's model of one: none where there are no nodes."""
    if any(group.scaling_config.get("desiredSize") for group in list(cluster.nodegroups.values())):
        yield from [(namespace, name) for kind, namespace, name in list(_applied(cluster)) if kind == "DaemonSet"]


def of_pods(cluster: Any, namespace: str, name: str) -> Container:
    """The container in each pod of a daemon set. The nodes fetch its image; its log stays on them."""
    pod = _applied(cluster)["DaemonSet", namespace, name]["spec"]["template"]["spec"]
    refuse(f"the pod of {name}", pod, "initContainers", "volumes")
    [container] = pod["containers"]
    refuse(f"the container of {name}", container, "command", "envFrom")
    account = pod.get("serviceAccountName", "default")
    if account != "default" and ("ServiceAccount", namespace, account) not in _applied(cluster):
        raise NoRoleError(f"there is no service account {namespace}/{account} on the cluster {cluster.name}")
    role_arn = pod_role(cluster, namespace, account)
    nodes = list(cluster.nodegroups.values())
    if not nodes:
        raise NoRoleError(f"the cluster {cluster.name} has no nodes any more")
    if role_arn is None:
        raise NoRoleError(f"pods of the service account {namespace}/{account} are associated with no role")
    return Container(
        image=container["image"],
        command=tuple(container.get("args", ())),
        variables=texts(container.get("env")),
        role_arn=role_arn,
        puller_arn=str(nodes[0].node_role),
        subnets=tuple(cluster.resources_vpc_config.get("subnetIds", ())),
        logs=None,
    )


def _applied(cluster: Any) -> dict[tuple[str, str, str], Mapping[str, Any]]:
    """What was applied to *cluster*, by kind, namespace and name; it goes with the cluster."""
    applied: dict[tuple[str, str, str], Mapping[str, Any]] = vars(cluster).setdefault("applied", {})
    return applied
