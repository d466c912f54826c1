"""
A plugin that hides CDKTF, so that what is tested runs on CDK Terrain: `pytest -p tests.without_cdktf tests/modules`.
"""

from __future__ import annotations

import sys

sys.modules["cdktf"] = None  # type: ignore[assignment]  # importing it fails, as if it were not installed
