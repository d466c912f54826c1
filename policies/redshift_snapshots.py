from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, number

LEAST_DAYS = 7


class RedshiftSnapshots(Policy):
    """
    A cluster keeps automatic snapshots for a week or more and one when it is deleted; copies elsewhere are kept as long, under
    a key there, and are made where a grant for them is there.

    Why: a cluster that is deleted by mistake is gone with its automatic snapshots; a copy without a grant is under a key of AWS.
    Fix: set automated_snapshot_retention_period, skip_final_snapshot = false with final_snapshot_identifier, and the grant of a
    snapshot copy.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a cluster keeps snapshots, a last one too, and copies them under a key of the stack",
            id="MR_REDSHIFT_6",
            categories=[CheckCategories.BACKUP_AND_RECOVERY],
            supported_resources=["aws_redshift_cluster"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Snapshots are there after a mistake, here and where they are copied.
        """
        days = number(resource.get("automated_snapshot_retention_period", 1))
        problems = [] if days >= LEAST_DAYS else [f"keeps snapshots for {days:.0f} days"]
        last = resource.get("skip_final_snapshot") is False and resource.get("final_snapshot_identifier")
        problems += [] if last else ["makes no snapshot when it is deleted"]
        return problems + self._copy_problems(resource)

    def _copy_problems(self, cluster: Resource) -> list[str]:
        """
        What is wrong with copies elsewhere; a grant for them that no copy uses is what is left of one.
        """
        there = self.planned("aws_redshift_snapshot_copy_grant")
        grants = {str(item.get("snapshot_copy_grant_name")): item for item in there}
        copies = self.planned("aws_redshift_snapshot_copy")
        used = {str(copy.get("snapshot_copy_grant_name")) for copy in copies}
        problems = [f"copies no snapshots, though {name} is for that" for name in sorted({*grants} - used)]
        for copy in copies:
            if copy.get("cluster_identifier") != cluster.get("cluster_identifier"):
                continue
            grant: Resource = grants.get(str(copy.get("snapshot_copy_grant_name")), {})
            problem = self.key_problem(grant.get("kms_key_id"))
            problems += [f"copies snapshots under a key of others: {problem}"] if problem else []
            days = number(copy.get("retention_period", LEAST_DAYS))
            problems += [] if days >= LEAST_DAYS else [f"keeps copies for {days:.0f} days"]
            region = str(grant.get("kms_key_id") or "").split(":")[3:4]
            if not problem and region != [copy.get("destination_region")]:
                problems.append(
                    f"copies snapshots to {copy.get('destination_region')}, where the key of the grant is not"
                )
        return problems


check = RedshiftSnapshots()
