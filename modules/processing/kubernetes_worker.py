"""
What runs on a cluster: the worker on every node, as `kubectl apply -f` takes it.
"""

from __future__ import annotations

import json
from typing import Any, Final

from modules.processing.work import STOP_SECONDS, USER, Work

NAMESPACE: Final = "default"
"""The cluster runs the workers only, so it needs no second namespace."""

SERVICE_ACCOUNT: Final = "worker"


def worker_manifest(work: Work, memory_mib: int, cpu_millicores: int) -> str:
    """A service account and a daemon set, as JSON, which is YAML too."""
    named = {"namespace": NAMESPACE, "name": "worker", "labels": {"app": "worker"}}
    account = {
        "apiVersion": "v1",
        "kind": "ServiceAccount",
        "metadata": {**named, "name": SERVICE_ACCOUNT},
        "automountServiceAccountToken": False,
    }
    workers = {
        "apiVersion": "apps/v1",
        "kind": "DaemonSet",
        "metadata": named,
        "spec": {
            "selector": {"matchLabels": {"app": "worker"}},
            "updateStrategy": {"type": "RollingUpdate", "rollingUpdate": {"maxUnavailable": 1}},
            "template": {
                "metadata": {"labels": {"app": "worker"}},
                "spec": _pod(work, memory_mib, cpu_millicores),
            },
        },
    }
    return json.dumps({"apiVersion": "v1", "kind": "List", "items": [account, workers]}, separators=(",", ":"))


def _pod(work: Work, memory_mib: int, cpu_millicores: int) -> dict[str, Any]:
    """What Kubernetes calls restricted ("Pod Security Standards"), with a root that is read-only on top."""
    user = int(USER.partition(":")[0])
    memory = f"{memory_mib}Mi"
    return {
        "serviceAccountName": SERVICE_ACCOUNT,
        "automountServiceAccountToken": False,
        "terminationGracePeriodSeconds": STOP_SECONDS,
        "securityContext": {
            "runAsNonRoot": True,
            "runAsUser": user,
            "runAsGroup": user,
            "seccompProfile": {"type": "RuntimeDefault"},
        },
        "containers": [
            {
                "name": "worker",
                "image": work.image,
                "env": [{"name": name, "value": value} for name, value in sorted(work.variables.items())],
                "resources": {
                    "requests": {"cpu": f"{cpu_millicores}m", "memory": memory},
                    "limits": {"memory": memory},
                },
                "securityContext": {
                    "allowPrivilegeEscalation": False,
                    "readOnlyRootFilesystem": True,
                    "capabilities": {"drop": ["ALL"]},
                },
            }
        ],
    }
