"""
Named graphs of modules. A deployment picks one by its name here.
"""

from __future__ import annotations

from blueprints.account_baseline import AccountBaseline
from blueprints.batch_lakehouse import BatchLakehouse
from blueprints.blueprint import Blueprint
from blueprints.event_store import EventStore
from blueprints.identity_center import IdentityCenter
from blueprints.region_baseline import RegionBaseline
from blueprints.stream_analytics import StreamAnalytics

BLUEPRINTS: dict[str, type[Blueprint]] = {
    "account_baseline": AccountBaseline,
    "region_baseline": RegionBaseline,
    "identity_center": IdentityCenter,
    "event_store": EventStore,
    "stream_analytics": StreamAnalytics,
    "batch_lakehouse": BatchLakehouse,
}
