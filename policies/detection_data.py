from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks, tag

UNSEARCHED = {("zone", "audit"), ("zone", "config"), ("zone", "logs")}
OFTEN = {"confidential": ("daily_schedule", "weekly_schedule"), "restricted": ("daily_schedule",)}


def _class_of(job: Resource) -> str:
    """
    The class whose buckets a job looks through; empty when it looks at fewer.
    """
    definition = block(job.get("s3_job_definition"))
    includes = blocks(block(block(definition.get("bucket_criteria")).get("includes")).get("and"))
    if definition.get("scoping") or len(includes) != 1:
        return ""
    criterion = block(includes[0].get("tag_criterion"))
    tags = [(item.get("key"), item.get("value")) for item in blocks(criterion.get("tag_values"))]
    if criterion.get("comparator") != "EQ" or len(tags) != 1 or tags[0][0] != "classification":
        return ""
    return str(tags[0][1]) if _leaves_out(definition) <= UNSEARCHED else ""


def _leaves_out(definition: Resource) -> set[tuple[str, str]]:
    """
    The tags whose buckets are left out; something else than tags is none that may be.
    """
    excludes = blocks(block(block(definition.get("bucket_criteria")).get("excludes")).get("and"))
    found = set()
    for each in excludes:
        criterion = block(each.get("tag_criterion"))
        equal = criterion.get("comparator") == "EQ" and not each.get("simple_criterion")
        tags = [(str(item.get("key")), str(item.get("value"))) for item in blocks(criterion.get("tag_values"))]
        found |= {*tags} if equal and tags else {("", "")}
    return found


def _often(job: Resource, classification: str) -> bool:
    schedule = block(job.get("schedule_frequency"))
    on = job.get("job_type") == "SCHEDULED" and job.get("job_status", "RUNNING") == "RUNNING"
    return on and any(schedule.get(name) for name in OFTEN[classification])


class DetectionData(Policy):
    """
    Macie is on and looks through every confidential bucket weekly, and every restricted one daily.

    Why: sensitive data in a place where nobody expects it has none of the protection it needs.
    Fix: leave status ENABLED and add scheduled jobs whose only criterion is the tag classification; they may leave out
    the zones audit, config and logs, which hold records and no data.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure strict buckets are searched for sensitive data",
            id="MR_DETECT_3",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["aws_macie2_account"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        On, a job for confidential data, and one for restricted data where the stack backs such data up.
        """
        problems = [] if resource.get("status", "ENABLED") == "ENABLED" else ["is paused"]
        jobs = self.planned("aws_macie2_classification_job")
        vaults = {tag(item, "classification") for item in self.planned("aws_backup_vault")}
        for classification in sorted({"confidential", *vaults} & {*OFTEN}):
            found = [job for job in jobs if _class_of(job) == classification]
            if not any(_often(job, classification) for job in found):
                problems.append(f"{classification} buckets are not searched often enough")
        return problems


check = DetectionData()
