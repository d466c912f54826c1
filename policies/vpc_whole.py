from __future__ import annotations

from collections import Counter
from ipaddress import ip_network

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, number

FIELDS = ("srcaddr", "dstaddr", "srcport", "dstport", "protocol", "action", "start", "end")
"""What tells, in a record of a flow log, who talked to whom, when, and whether it was let through."""
MOST_SECONDS = 60
LEAST_PREFIX, MOST_PREFIX = 16, 28  # bits, what AWS takes
LEAST_ZONES = 2


class VpcWhole(Policy):
    """
    A network resolves the names of its endpoints, has private addresses, spreads its subnets over zones, and its flow logs tell
    each minute who talked to whom.

    Why: without names everything that should use an endpoint fails or looks for another way; subnets of one zone fail together; a
    log without addresses tells nobody anything.
    Fix: leave enable_dns_support and enable_dns_hostnames on, put as many subnets into each zone, and leave log_format out.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a network resolves names, spreads over zones and is logged in full",
            id="MR_VPC_10",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_vpc"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Names, addresses, zones, and the form of the log.
        """
        here = [item for item in self.planned("aws_subnet") if item.get("vpc_id") == resource["id"]]
        zones = [str(item.get("availability_zone") or item.get("availability_zone_id")) for item in here]
        rules = {
            "does not resolve names": resource.get("enable_dns_support", True) is True,
            "gives no names": resource.get("enable_dns_hostnames") is True,
            "has more subnets in one zone than in another": len({*Counter(zones).values()}) <= 1,
            f"is in fewer than {LEAST_ZONES} zones": not zones or len({*zones}) >= LEAST_ZONES,
            f"has the range {resource.get('cidr_block')}, which is not private": _private(
                str(resource.get("cidr_block"))
            ),
        }
        problems = [problem for problem, held in rules.items() if not held]
        logs = [item for item in self.planned("aws_flow_log") if item.get("vpc_id") == resource["id"]]
        return problems + [problem for item in logs for problem in _log_problems(item)]


def _private(text: str) -> bool:
    if "/" not in text:
        return True
    network = ip_network(text, strict=False)
    return network.is_private and LEAST_PREFIX <= network.prefixlen <= MOST_PREFIX


def _log_problems(log: Resource) -> list[str]:
    form = str(log.get("log_format") or "")
    missing = [field for field in FIELDS if form and field not in form]
    seconds = number(log.get("max_aggregation_interval", 600))
    problems = [f"logs flows without {', '.join(missing)}"] if missing else []
    return [*problems, f"logs flows every {seconds:.0f} seconds"] if seconds > MOST_SECONDS else problems


check = VpcWhole()
