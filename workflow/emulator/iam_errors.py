"""
What the authorizer says when it cannot decide.
"""

from __future__ import annotations


class NotModelledError(Exception):
    """
    A policy or a request uses something the authorizer does not model.

    The request is refused with `InternalFailure`, so that nobody takes the refusal for a decision of AWS.
    """
