"""
Thin, typed Terraform resources; the only place that imports CDKTF.
"""

from bindings.construct import Construct
from bindings.resource import Deferred, Lifecycle, Reference, Resource, escape
from bindings.seam import App
from bindings.stack import Stack

__all__ = ["App", "Construct", "Deferred", "Lifecycle", "Reference", "Resource", "Stack", "escape"]
