from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import ARCHIVES, Policy, Resource, blocks, listed, tag

STRICT = ("con-", "res-")
WRITTEN = "int-"
OPERATORS = (
    *("equals", "not_equals", "starts_with", "not_starts_with", "ends_with", "not_ends_with"),
)  # of a field selector


def _fields(selector: Resource) -> dict[tuple[str, str], list[str]]:
    """
    The values of a selector by field and operator.
    """
    return {
        (str(item["field"]), operator): [str(value) for value in listed(item.get(operator))]
        for item in blocks(selector.get("field_selector"))
        for operator in OPERATORS
        if listed(item.get(operator))
    }


OBJECTS = {("eventCategory", "equals"): ["Data"], ("resources.type", "equals"): ["AWS::S3::Object"]}
STARTS = ("resources.ARN", "starts_with")
EXCEPT = ("resources.ARN", "not_starts_with")
READ_ONLY = ("readOnly", "equals")


class TrailSelectors(Policy):
    """
    The audit trail records every management event, every object-level event of confidential and restricted stores, and
    every write to internal ones.

    Why: a selector with one more field records less, and looks almost the same. Buckets say their class at the start
    of their names, so that a trail selects those that are made later too.
    Fix: one advanced_event_selector with eventCategory Management alone; one for AWS::S3::Object whose resources.ARN
    starts with arn:<partition>:s3:::con- and res-, except the archive itself; one for int- with readOnly false.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure the audit trail leaves nothing out",
            id="MR_TRAIL_3",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_cloudtrail"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Selectors without other limits than those named cover each kind of event.
        """
        selectors = [_fields(item) for item in blocks(resource.get("advanced_event_selector"))]
        problems = []
        if {("eventCategory", "equals"): ["Management"]} not in selectors:
            problems.append("does not record every management event")
        whole = [start for each in selectors if self._whole(each) for start in each[STARTS]]
        problems += [f"does not record all use of {start} buckets" for start in STRICT if not _has(whole, start)]
        written = [start for each in selectors if self._whole(each, READ_ONLY) for start in each[STARTS]]
        return (
            problems if _has(whole + written, WRITTEN) else [*problems, f"does not record writes of {WRITTEN} buckets"]
        )

    def _whole(self, selector: dict[tuple[str, str], list[str]], *more: tuple[str, str]) -> bool:
        """
        Whether it selects objects by the start of their ARN and by nothing else, an archive of the stack excepted.
        """
        archives = [item["arn"] for item in self.planned("aws_s3_bucket") if tag(item, "zone") in ARCHIVES]
        excepted = all(start in [f"{arn}/" for arn in archives] for start in selector.get(EXCEPT, []))
        objects = all(selector.get(field) == values for field, values in OBJECTS.items())
        writes = all(selector.get(field, ["false"]) == ["false"] for field in more)
        return bool(
            objects and excepted and writes and STARTS in selector and {*selector} <= {*OBJECTS, STARTS, EXCEPT, *more}
        )


def _has(starts: list[str], prefix: str) -> bool:
    return any(start.endswith(f":s3:::{prefix}") for start in starts)


check = TrailSelectors()
