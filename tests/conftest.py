"""
Which tests run: `--all` runs every one; without it, one in ten of the slow ones and one deployment end to end.
"""

from __future__ import annotations

import zlib

import pytest

SAMPLE = 10  # one slow test in so many runs by default


def pytest_addoption(parser):
    parser.addoption("--all", action="store_true", help="run every slow test, and every deployment end to end")
    parser.addoption("--seed", type=int, default=1, help="which of the slow tests are sampled (default: 1)")


def pytest_report_header(config):
    if config.getoption("--all"):
        return "slow tests: all"
    return f"slow tests: one in {SAMPLE}, --seed={config.getoption('--seed')}"


def pytest_collection_modifyitems(config, items):
    if config.getoption("--all"):
        return
    seed = config.getoption("--seed")
    for item in items:
        if item.get_closest_marker("slow") and (item.get_closest_marker("e2e") or not sampled(item.nodeid, seed)):
            item.add_marker(pytest.mark.skip(reason="slow; --all runs it"))


def sampled(nodeid: str, seed: int) -> bool:
    """Whether a slow test is in the sample of *seed*; the same everywhere, whatever other tests there are."""
    return zlib.crc32(f"{seed} {nodeid}".encode()) % SAMPLE == 0
