"""
What watches a region: GuardDuty, Security Hub, Config, Macie, Access Analyzer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from workflow.probes.fact import Fact, same
from workflow.probes.live import Live, MissingError, Planned


def detector(live: Live, planned: Planned) -> Iterator[Fact]:
    found = _detector(live, planned["id"])
    yield Fact("enable", planned["enable"], found["Status"] == "ENABLED")
    yield from same(planned, found, {"finding_publishing_frequency": "FindingPublishingFrequency"})


def detector_feature(live: Live, planned: Planned) -> Iterator[Fact]:
    features = _detector(live, planned["detector_id"]).get("Features", [])
    found = live.only(iter(features), Name=planned["name"])
    yield from same(planned, found, {"status": "Status"})
    agents = {each["name"]: each["status"] for each in planned.get("additional_configuration") or []}
    there = {each["Name"]: each["Status"] for each in found.get("AdditionalConfiguration", [])}
    yield Fact("additional_configuration", agents, {name: there.get(name) for name in agents})


def _detector(live: Live, detector_id: str) -> dict[str, Any]:
    """GuardDuty calls one that is not there a bad request, so it is looked for first."""
    if detector_id not in live.pages("guardduty", "list_detectors", "DetectorIds"):
        raise MissingError
    found: dict[str, Any] = live.client("guardduty").get_detector(DetectorId=detector_id)
    return found


def hub(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("securityhub").describe_hub()
    settings = {"auto_enable_controls": "AutoEnableControls", "control_finding_generator": "ControlFindingGenerator"}
    yield from same(planned, found, settings)


def standard(live: Live, planned: Planned) -> Iterator[Fact]:
    subscriptions = live.pages("securityhub", "get_enabled_standards", "StandardsSubscriptions")
    found = live.only(subscriptions, StandardsArn=planned["standards_arn"])
    yield Fact("enabled", planned=True, live=found["StandardsStatus"] in ("INCOMPLETE", "PENDING", "READY"))


def recorder(live: Live, planned: Planned) -> Iterator[Fact]:
    answer = live.client("config").describe_configuration_recorders(ConfigurationRecorderNames=[planned["name"]])
    [found] = answer["ConfigurationRecorders"]
    yield from same(
        planned,
        found,
        {
            "role_arn": "roleARN",
            "recording_group[0].all_supported": "recordingGroup.allSupported",
            "recording_group[0].include_global_resource_types": "recordingGroup.includeGlobalResourceTypes",
        },
    )


def recorder_status(live: Live, planned: Planned) -> Iterator[Fact]:
    answer = live.client("config").describe_configuration_recorder_status(ConfigurationRecorderNames=[planned["name"]])
    [found] = answer["ConfigurationRecordersStatus"]
    yield from same(planned, found, {"is_enabled": "recording"})


def delivery_channel(live: Live, planned: Planned) -> Iterator[Fact]:
    answer = live.client("config").describe_delivery_channels(DeliveryChannelNames=[planned["name"]])
    [found] = answer["DeliveryChannels"]
    yield from same(planned, found, {"s3_bucket_name": "s3BucketName", "s3_kms_key_arn": "s3KmsKeyArn"})


def rule(live: Live, planned: Planned) -> Iterator[Fact]:
    rules = live.client("config").describe_config_rules(ConfigRuleNames=[planned["name"]])["ConfigRules"]
    found = live.only(iter(rules), ConfigRuleName=planned["name"])
    yield from same(
        planned,
        found,
        {"source[0].owner": "Source.Owner", "source[0].source_identifier": "Source.SourceIdentifier"},
    )
    yield Fact("state", "ACTIVE", found["ConfigRuleState"])
    yield Fact("input_parameters", _parsed(planned.get("input_parameters")), _parsed(found.get("InputParameters")))


def _parsed(document: str | None) -> Any:
    return json.loads(document) if document else {}


def macie(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("macie2").get_macie_session()
    settings = {"finding_publishing_frequency": "findingPublishingFrequency", "status": "status"}
    yield from same(planned, found, settings)


def job(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("macie2").describe_classification_job(jobId=planned["id"])
    if found["jobStatus"] in ("CANCELLED", "COMPLETE"):
        raise MissingError
    yield from same(planned, found, {"job_type": "jobType", "sampling_percentage": "samplingPercentage"})
    path = "s3_job_definition[0].bucket_criteria[0].includes[0].and[0].tag_criterion[0].tag_values[*].[key, value]"
    there = "s3JobDefinition.bucketCriteria.includes.and[0].tagCriterion.tagValues[*].[key, value]"
    yield from same(planned, found, {path: there})
    yield Fact("runs", planned=True, live=found["jobStatus"] in ("IDLE", "RUNNING"))


def analyzer(live: Live, planned: Planned) -> Iterator[Fact]:
    found = live.client("accessanalyzer").get_analyzer(analyzerName=planned["analyzer_name"])["analyzer"]
    yield from same(planned, found, {"type": "type"})
    yield Fact("status", "ACTIVE", found["status"])


PROBES = {
    "aws_accessanalyzer_analyzer": analyzer,
    "aws_config_config_rule": rule,
    "aws_config_configuration_recorder": recorder,
    "aws_config_configuration_recorder_status": recorder_status,
    "aws_config_delivery_channel": delivery_channel,
    "aws_guardduty_detector": detector,
    "aws_guardduty_detector_feature": detector_feature,
    "aws_macie2_account": macie,
    "aws_macie2_classification_job": job,
    "aws_securityhub_account": hub,
    "aws_securityhub_standards_subscription": standard,
}
