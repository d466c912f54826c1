"""
Named graphs of modules. A deployment picks one by its name here.
"""

from __future__ import annotations

from blueprints.blueprint import Blueprint
from blueprints.stream_analytics import StreamAnalytics

BLUEPRINTS: dict[str, type[Blueprint]] = {
    "stream_analytics": StreamAnalytics,
}
