"""
The verdict on a CloudFormation template, failing closed as the one on a plan does.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from json import dumps
from typing import Any

from workflow.findings import Finding, Verdict
from workflow.foreign.template import addresses, unresolved
from workflow.gate_controls import Controls

CANARY: dict[str, Any] = {
    "AWSTemplateFormatVersion": "2010-09-09",
    "Resources": {
        "Bucket": {"Type": "AWS::S3::Bucket", "Properties": {"AccessControl": "PublicRead"}},
        "Queue": {"Type": "AWS::SQS::Queue", "Properties": {}},
        "Stream": {"Type": "AWS::Kinesis::Stream", "Properties": {"ShardCount": 1}},
    },
}
EXPECTED = {
    ("CKV_AWS_20", "AWS::S3::Bucket.Bucket"),
    ("CKV_AWS_27", "AWS::SQS::Queue.Queue"),
    ("CKV_AWS_43", "AWS::Kinesis::Stream.Stream"),
}
"""What has to be found on the canary, which is known to be bad."""


def verdict(
    template: Mapping[str, Any], judged: Mapping[str, Any], canary: Mapping[str, Any], controls: Controls
) -> Verdict:
    """*judged* and *canary* are what Checkov answered about the template and about the canary."""
    failed = {(entry["check"], entry["address"]) for entry in canary["failed"]}
    errors = _doubts(judged, addresses(template))
    errors += [f"canary: {error}" for error in _doubts(canary, addresses(CANARY))]
    errors += [
        f"canary: {at} passed {check}, so that check cannot be trusted" for check, at in sorted(EXPECTED - failed)
    ]
    resources = template["Resources"]
    return Verdict(
        findings=sorted({_finding(entry, resources, controls) for entry in judged["failed"]}),
        waived=[],
        exceptions=[],
        not_evaluated=unresolved(template),
        errors=errors,
        resources=len(judged["resources"]),
        passed_checks=len(judged["passed"]),
        checks=sorted({check for check, _ in judged["passed"]} | {entry["check"] for entry in judged["failed"]}),
    )


def _doubts(answer: Mapping[str, Any], expected: set[str]) -> list[str]:
    """What keeps a scan of a template from being believed."""
    errors = list(answer["errors"])
    if answer["type"] != "cloudformation":
        errors.append(f"Checkov gave a report of type {answer['type']}, not cloudformation")
    errors += [f"Checkov could not parse {path}" for path in answer["parsing_errors"]]
    errors += [f"{each}: in the template and not scanned" for each in sorted(expected - set(answer["resources"]))]
    return errors + [f"{address}: Checkov skipped {check}" for check, address in answer["skipped"]]


def _finding(entry: Mapping[str, Any], resources: Mapping[str, Any], controls: Controls) -> Finding:
    rating = controls.rating(entry["check"], entry["title"], entry["guideline"])
    address = str(entry["address"])
    about = dumps([entry["check"], address, resources.get(address.rpartition(".")[2])], sort_keys=True)
    return Finding(
        check=entry["check"],
        address=address,
        title=rating.title,
        message="; ".join(entry["details"]) or entry["title"],
        severity=rating.severity,
        fix=rating.fix,
        source="",
        digest=sha256(about.encode()).hexdigest()[:32],
        control=rating.control,
        frameworks=rating.frameworks,
    )
