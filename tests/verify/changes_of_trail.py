"""
What somebody might change about the audit trail, and about what is looked for in it.
"""

from __future__ import annotations

from tests.verify.resources_trail import put_filter, put_selectors

TRAIL = ("trail", "cloudtrail", "aws_cloudtrail.t", "name")
FILTER = ("trail", "logs", "aws_cloudwatch_log_metric_filter.f", "log_group_name")

CHANGES_OF_TRAIL = {
    "trail stopped": (
        *TRAIL,
        lambda cloudtrail, it: cloudtrail.stop_logging(Name=it),
        "aws_cloudtrail: enable_logging",
    ),
    "trail deleted": (*TRAIL, lambda cloudtrail, it: cloudtrail.delete_trail(Name=it), "aws_cloudtrail: exists"),
    "trail of one region": (
        *TRAIL,
        lambda cloudtrail, it: cloudtrail.update_trail(Name=it, IsMultiRegionTrail=False),
        "aws_cloudtrail: is_multi_region_trail",
    ),
    "trail without digests": (
        *TRAIL,
        lambda cloudtrail, it: cloudtrail.update_trail(Name=it, EnableLogFileValidation=False),
        "aws_cloudtrail: enable_log_file_validation",
    ),
    "trail narrowed": (
        *TRAIL,
        lambda cloudtrail, it: put_selectors(cloudtrail, it, ["arn:aws:s3:::con-"]),
        "aws_cloudtrail: advanced_event_selector",
    ),
    "another selector": (
        *TRAIL,
        lambda cloudtrail, it: cloudtrail.put_event_selectors(
            TrailName=it, EventSelectors=[{"ReadWriteType": "WriteOnly", "IncludeManagementEvents": True}]
        ),
        "aws_cloudtrail: event_selector",
    ),
    "filter that finds nothing": (
        *FILTER,
        lambda logs, it: put_filter(logs, it, "{ $.eventName = Nothing }"),
        "aws_cloudwatch_log_metric_filter: pattern",
    ),
    "filter removed": (
        *FILTER,
        lambda logs, it: logs.delete_metric_filter(logGroupName=it, filterName="stopped"),
        "aws_cloudwatch_log_metric_filter: exists",
    ),
}
