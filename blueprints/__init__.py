"""
Named graphs of modules. A deployment picks one by its name here.
"""

from __future__ import annotations

from blueprints.blueprint import Blueprint
from blueprints.event_store import EventStore
from blueprints.stream_analytics import StreamAnalytics

BLUEPRINTS: dict[str, type[Blueprint]] = {
    "event_store": EventStore,
    "stream_analytics": StreamAnalytics,
}
