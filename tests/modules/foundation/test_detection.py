from __future__ import annotations

from tests.modules.region import region as build

ON = {"additional_configuration": [], "status": "ENABLED"}


def test_the_detector_tells_of_findings_soon(region):
    """
    GuardDuty is on and publishes updated findings every fifteen minutes.
    """
    detector = region["guard_duty/detector"]

    assert (True, "FIFTEEN_MINUTES") == (detector["enable"], detector["finding_publishing_frequency"])


def test_the_detector_has_every_protection(region):
    """
    Each protection that the provider knows is on, for the one detector.
    """
    features = region.of_type("aws_guardduty_detector_feature").values()

    assert {"<guard_duty/detector.id>"} == {feature["detector_id"] for feature in features}
    assert {"ENABLED"} == {feature["status"] for feature in features}
    assert {feature["name"] for feature in features} == {
        "EBS_MALWARE_PROTECTION",
        "EKS_AUDIT_LOGS",
        "LAMBDA_NETWORK_LOGS",
        "RDS_LOGIN_EVENTS",
        "RUNTIME_MONITORING",
        "S3_DATA_EVENTS",
    }


def test_runtime_monitoring_keeps_its_agents(region):
    """
    GuardDuty installs the agents that runtime monitoring needs on instances, tasks and clusters.
    """
    agents = region["guard_duty/runtime_monitoring"]["additional_configuration"]

    assert ["EC2_AGENT_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EKS_ADDON_MANAGEMENT"] == [
        agent["name"] for agent in agents
    ]
    assert {"ENABLED"} == {agent["status"] for agent in agents}


def test_the_foundational_standard_is_checked(region):
    """
    Security Hub checks the standard of the region, and turns its new controls on.
    """
    assert region["security_hub/account"]["auto_enable_controls"]
    assert (
        "arn:aws:securityhub:eu-central-1::standards/aws-foundational-security-best-practices/v/1.0.0"
        == region["security_hub/foundational"]["standards_arn"]
    )


def test_buckets_are_searched_by_their_class(region):
    """
    Confidential buckets are searched weekly and restricted ones daily, whenever they were made.
    """
    found = {}
    for job in region.of_type("aws_macie2_classification_job").values():
        [criterion] = job["s3_job_definition"]["bucket_criteria"]["includes"]["and"]
        [tag] = criterion["tag_criterion"]["tag_values"]
        found[tag["key"], tag["value"]] = job["schedule_frequency"]

    assert {
        ("classification", "confidential"): {"weekly_schedule": "MONDAY"},
        ("classification", "restricted"): {"daily_schedule": True},
    } == found


def test_classes_that_may_not_enter_are_not_searched():
    """
    Where the environment refuses restricted data, there is no job for it.
    """
    weak = build({"allowed_classifications": ["public", "confidential"]})

    assert ["macie/confidential_job"] == [*weak.of_type("aws_macie2_classification_job")]


def test_records_are_not_searched(region):
    """
    A job leaves out buckets of access logs, and the archives that nobody but the auditor reads.
    """
    [excluded] = region["macie/confidential_job"]["s3_job_definition"]["bucket_criteria"]["excludes"]["and"]

    assert [{"key": "zone", "value": zone} for zone in ("audit", "config", "logs")] == excluded["tag_criterion"][
        "tag_values"
    ]


def test_access_is_analyzed(region):
    """
    One analyzer looks for access from outside, one for access nobody has used for 90 days.
    """
    external, unused = region["analyzers/external"], region["analyzers/unused"]

    assert ("ACCOUNT", "ACCOUNT_UNUSED_ACCESS") == (external["type"], unused["type"])
    assert {"unused_access": {"unused_access_age": 90}} == unused["configuration"]


def test_unused_access_is_looked_for_once():
    """
    Identities have no region, so only the home region looks for access that nobody uses.
    """
    other = build(home=False)

    assert ["analyzers/external"] == [*other.of_type("aws_accessanalyzer_analyzer")]
