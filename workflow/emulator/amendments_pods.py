"""
Who the pods of a cluster of EKS are; `amendments.py` lists it and says what an amendment is.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.eks import urls
from moto.eks.exceptions import ResourceInUseException, ResourceNotFoundException
from moto.eks.responses import EKSResponse

COLLECTION = "{0}/clusters/(?P<name>[^/]+)/pod-identity-associations"
ROUTES = (f"{COLLECTION}$", f"{COLLECTION}/(?P<associationId>[^/]+)$")


def serve_pod_identities() -> None:
    """
    `aws_eks_pod_identity_association`: HTTP 404.

    moto 5.2.5 knows no associations. They are kept on the cluster and go with it.
    """
    for route in ROUTES:
        urls.url_paths[route] = urls.response.dispatch
    EKSResponse.create_pod_identity_association = _create
    EKSResponse.update_pod_identity_association = _update
    EKSResponse.describe_pod_identity_association = _describe
    EKSResponse.list_pod_identity_associations = _list
    EKSResponse.delete_pod_identity_association = _delete


def pod_role(cluster: Any, namespace: str, service_account: str) -> str | None:
    """The ARN of the role of the pods with *service_account* on *cluster*, moto's model of one; None when they have none."""
    for held in list(_held(cluster).values()):
        if (held["namespace"], held["serviceAccount"]) == (namespace, service_account):
            return str(held["roleArn"])
    return None


def _held(cluster: Any) -> dict[str, dict[str, Any]]:
    """Associations of *cluster*, as AWS describes them, by their ids."""
    held: dict[str, dict[str, Any]] = vars(cluster).setdefault("pod_identities", {})
    return held


def _create(self: Any) -> ActionResult:
    cluster = self.eks_backend.describe_cluster(self._get_param("name"))
    namespace, account = self._get_param("namespace"), self._get_param("serviceAccount")
    if pod_role(cluster, namespace, account):
        raise ResourceInUseException(message=f"Association already exists for {namespace}/{account}")
    identity = f"a-{uuid.uuid4().hex[:17]}"
    now = utcnow()
    association = {
        "clusterName": cluster.name,
        "namespace": namespace,
        "serviceAccount": account,
        "roleArn": self._get_param("roleArn"),
        "associationArn": f"{cluster.arn.replace(':cluster/', ':podidentityassociation/')}/{identity}",
        "associationId": identity,
        "tags": self._get_param("tags") or {},
        "createdAt": now,
        "modifiedAt": now,
        "disableSessionTags": bool(self._get_param("disableSessionTags")),
    }
    _held(cluster)[identity] = association
    return ActionResult({"association": association})


def _update(self: Any) -> ActionResult:
    association = _find(self)
    association["roleArn"] = self._get_param("roleArn") or association["roleArn"]
    association["modifiedAt"] = utcnow()
    return ActionResult({"association": association})


def _describe(self: Any) -> ActionResult:
    return ActionResult({"association": _find(self)})


def _list(self: Any) -> ActionResult:
    cluster = self.eks_backend.describe_cluster(self._get_param("name"))
    wanted = {name: self._get_param(name) for name in ("namespace", "serviceAccount") if self._get_param(name)}
    found = [held for held in _held(cluster).values() if wanted.items() <= held.items()]
    return ActionResult({"associations": found})


def _delete(self: Any) -> ActionResult:
    association = _find(self)
    cluster = self.eks_backend.describe_cluster(association["clusterName"])
    del _held(cluster)[association["associationId"]]
    return ActionResult({"association": association})


def _find(self: Any) -> dict[str, Any]:
    held: Mapping[str, dict[str, Any]] = _held(self.eks_backend.describe_cluster(self._get_param("name")))
    identity = self._get_param("associationId")
    if identity not in held:
        raise ResourceNotFoundException(message=f"No association found for id: {identity}.")
    return held[identity]
