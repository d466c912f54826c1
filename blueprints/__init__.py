"""
Named graphs of modules. A deployment picks one by its name here.
"""

from __future__ import annotations

from blueprints.account_baseline import AccountBaseline
from blueprints.batch_lakehouse import BatchLakehouse
from blueprints.blueprint import Blueprint
from blueprints.container_workers import ContainerWorkers
from blueprints.event_store import EventStore
from blueprints.identity_center import IdentityCenter
from blueprints.ml_serving import MlServing
from blueprints.ml_training import MlTraining
from blueprints.region_baseline import RegionBaseline
from blueprints.spark_cluster import SparkClusterBlueprint
from blueprints.stream_analytics import StreamAnalytics
from blueprints.warehouse_reporting import WarehouseReporting

BLUEPRINTS: dict[str, type[Blueprint]] = {
    "account_baseline": AccountBaseline,
    "region_baseline": RegionBaseline,
    "identity_center": IdentityCenter,
    "event_store": EventStore,
    "stream_analytics": StreamAnalytics,
    "warehouse_reporting": WarehouseReporting,
    "container_workers": ContainerWorkers,
    "spark_cluster": SparkClusterBlueprint,
    "batch_lakehouse": BatchLakehouse,
    "ml_training": MlTraining,
    "ml_serving": MlServing,
}
