"""
What the embedded AWS does not look at; said at the end of every apply on it.
"""

from __future__ import annotations

NOT_MODELLED = (
    "signatures of requests (access key and session token alone say who calls)",
    "session policies and service control policies",
    "policies of VPC endpoints (the plan tests and the gate judge them)",
    "grants of keys (taking one is checked, the service's use of it is not)",
    "keys that are disabled or about to be deleted, where a service uses them for its caller",
    "callers and resources of other accounts",
    "resource policies of streams, functions, secrets and the catalog (those of buckets, keys, queues, topics, roles are)",
    "tags of resources and of requests in conditions (an error, never a decision)",
    "S3 access control lists and the effect of public access blocks",
    "images of containers, what containers are confined to, and how many of them run (one process runs functions/queue_worker)",
    "who applies a manifest to a cluster of EKS",
    "what Athena reads, writes and looks up for a query",
    "what services do among themselves: alarms to topics, topics to queues, access logs",
)
