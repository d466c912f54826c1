"""
Plans that change what is there, made by hand.
"""

from __future__ import annotations

BUCKET = {"bucket": "con-orders-dev-curated-111122223333-eu-central-1", "tags": {"zone": "curated"}}


def change(kind, before, after=None, /, *, actions=None, unknown=None, name="it", **more):
    """
    One entry of a plan's changes: an update, or a deletion where nothing is left.
    """
    actions = actions or (["update"] if after is not None else ["delete"])
    about = {"actions": actions, "before": before, "after": after, "after_unknown": unknown or {}, **more}
    return {"address": f"{kind}.{name}", "type": kind, "name": name, "mode": "managed", "change": about}


def plan(*changes):
    return {"format_version": "1.2", "terraform_version": "1.11.4", "resource_changes": list(changes)}


def bucket(**more):
    """
    A bucket that stays as it is.
    """
    return change("aws_s3_bucket", BUCKET, BUCKET, actions=["no-op"], name="curated", **more)
