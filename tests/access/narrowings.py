"""
Policies of a deployment that no longer allow what its graph declares: each changes the synthesized stack.
"""

from __future__ import annotations

from tests.access.widenings import BUCKET_POLICY, KEY, POLICY, ROLE, rewrite
from tests.gate.real_weakenings import pick
from tests.gate.weakenings import Weakening

NARROWED: dict[str, Weakening] = {}

rewrite("role: may not read", POLICY, "owner_repair", lambda s: s.pop(0), table=NARROWED)
rewrite("role: may do nothing", POLICY, "producer", lambda s: s.clear(), table=NARROWED)
rewrite("key: no users", KEY, "token", lambda s: s.pop(), table=NARROWED)
rewrite("key: no administrators", KEY, "token", lambda s: s.pop(0), table=NARROWED)
rewrite("logs: no delivery", BUCKET_POLICY, "lake_logs", lambda s: s.pop(), table=NARROWED)
rewrite("topic: no alarms", "aws_sns_topic_policy", "", lambda s: s.pop(0), table=NARROWED)
rewrite("trust: nobody", ROLE, "producer", lambda s: s.clear(), argument="assume_role_policy", table=NARROWED)
rewrite(
    "role: refused without condition",
    POLICY,
    "owner_repair",
    lambda s: s.append({"Effect": "Deny", "Action": "s3:*", "Resource": "*"}),
    table=NARROWED,
)
rewrite(
    "bucket: everybody refused",
    BUCKET_POLICY,
    "lake_quarantine",
    lambda s: s.append(
        {"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::con-orders-dev-*"}
    ),
    table=NARROWED,
)
NARROWED["role: no policy"] = lambda stack: stack[POLICY].pop(pick(stack, POLICY, "producer")[0])
