"""
What Terraform needs for each blueprint: families of resource types, and the few actions whose conditions are of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from modules.foundation.account_actions import names
from modules.foundation.deploy_base import BASE
from modules.foundation.deploy_compute import (
    CLUSTERS,
    CONTAINERS,
    IMAGES,
    KUBERNETES,
    MACHINES,
    PROFILES,
    SCALED,
    TEMPLATES,
)
from modules.foundation.deploy_family import Family, together
from modules.foundation.deploy_learning import ANSWERING, LEARNING
from modules.foundation.deploy_streams import (
    CALLERS,
    CATALOG,
    CODE,
    DELIVERY,
    FUNCTIONS,
    JOBS,
    LAKE_FORMATION,
    NOTICES,
    QUERIES,
    QUEUES,
    RULES,
    SCALING,
    SERVERLESS_SPARK,
    SOURCES,
    STATES,
    STREAMS,
    TABLES,
)
from modules.foundation.deploy_warehouse import REPORTS, SCHEDULES, SECRETS, WAREHOUSES

BlueprintName = Literal[
    "batch_lakehouse",
    "container_workers",
    "event_store",
    "ml_serving",
    "ml_training",
    "spark_cluster",
    "stream_analytics",
    "warehouse_reporting",
]

FAMILIES: Final[Mapping[BlueprintName, Sequence[Family]]] = {
    "batch_lakehouse": (
        *(FUNCTIONS, SOURCES, QUEUES, NOTICES, STATES, CATALOG, QUERIES, JOBS, SERVERLESS_SPARK, LAKE_FORMATION, CODE),
    ),
    "container_workers": (*(QUEUES, IMAGES, CONTAINERS, SCALING, KUBERNETES, PROFILES, TEMPLATES, SCALED, MACHINES),),
    "event_store": (FUNCTIONS, SOURCES, QUEUES, DELIVERY, TABLES, SCALING),
    "ml_serving": (QUEUES, IMAGES, RULES, SCALING, CODE, ANSWERING),
    "ml_training": (FUNCTIONS, SOURCES, CALLERS, QUEUES, NOTICES, RULES, IMAGES, STATES, CODE, LEARNING),
    "spark_cluster": (RULES, CATALOG, QUERIES, PROFILES, CLUSTERS),
    "stream_analytics": (FUNCTIONS, SOURCES, QUEUES, STREAMS, DELIVERY, CATALOG, QUERIES),
    "warehouse_reporting": (FUNCTIONS, CALLERS, STREAMS, RULES, WAREHOUSES, REPORTS, SCHEDULES, SECRETS),
}
"""By blueprint, what its deployments consist of beside what every pipeline has."""

BUCKET_VERBS: Final = names(
    {"s3": "CreateBucket DeleteBucket* PutBucket* PutEncryptionConfiguration PutLifecycleConfiguration"}
)
"""How buckets are made and set up, in few words; none of these touches an object."""

OBJECTS: Final = names(
    {"s3": "DeleteObject DeleteObjectVersion GetObject GetObjectTagging ListBucketVersions PutObject PutObjectTagging"}
)
"""What puts scripts of jobs where jobs read them, and takes them away, every version of them."""

ROLES: Final = names({"iam": "DeleteRole TagRole UntagRole UpdateAssumeRolePolicy UpdateRole UpdateRoleDescription"})

BOUNDED_ROLES: Final = names({"iam": "CreateRole DeleteRolePolicy PutRolePermissionsBoundary PutRolePolicy"})
"""What IAM lets depend on the boundary that the role carries, or is given."""

LENT_KEYS: Final = names({"kms": "CreateGrant Decrypt Encrypt GenerateDataKey* ReEncrypt*"})
"""
What services ask of a key for whoever sets them up. Keys grant it, by their own policies; a boundary has to let it through
("Permissions boundaries for IAM entities": what a key's policy gives to a role is limited by the role's boundary).
"""


def needed(blueprints: Sequence[BlueprintName]) -> Family:
    """What deployments of some blueprints need."""
    return together([*BASE, *(family for name in blueprints for family in FAMILIES[name])])
