from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from modules.errors import SettingError
from modules.serving.endpoint_params import EndpointParams
from modules.serving.monitor_definitions import snake
from modules.serving.monitor_params import ModelMonitorParams
from tests.modules.sample import ACCOUNT, REGION
from tests.modules.serving_sample import DEPLOYMENT, DIGEST, WAY, build

KINDS = ("DataQuality", "ModelQuality", "ModelBias", "ModelExplainability")
FILES = {"parameters": {"endpoint": {"asynchronous": True}}}


@pytest.fixture(name="built", scope="module")
def _built():
    return build()


@pytest.fixture(name="files", scope="module")
def _files():
    return build(**FILES)


def definitions(built):
    """
    The four definitions by kind, all as Terraform writes them.
    """
    made = json.loads(built["monitor/definitions"]["template_body"])["Resources"]
    found = {name.removesuffix("JobDefinition"): snake(each["Properties"]) for name, each in made.items()}
    return {"DataQuality": built["monitor/data_quality"], **found}


def allowed(built, action):
    """
    Who may do something, and on what.
    """
    paths = built.of_type("aws_iam_role_policy")
    return {path: built.allowed(path)[action] for path in paths if action in built.allowed(path)}


def test_the_model_is_what_was_released(built):
    """
    The file by its digest in the bucket of releases, the image by its digest, and which version was approved.
    """
    model = built["endpoint/model/model"]

    assert (
        f"s3://int-churn-dev-released-{ACCOUNT}-{REGION}/released/churn/{DIGEST}/model.tar.gz"
        == (model["primary_container"]["model_data_url"])
    )
    assert model["primary_container"]["image"].endswith(f"/scoring-dev-serving@sha256:{DIGEST}")
    assert {"MODEL_MANIFEST_SHA256": "1c" * 32} == model["primary_container"]["environment"]
    assert DEPLOYMENT["parameters"]["model"]["package"] == model["tags"]["model_package"]


def test_the_model_reaches_nobody(built):
    """
    Isolated, in three subnets, in a group that lets out to S3 and nothing else.
    """
    model = built["endpoint/model/model"]
    ways = [
        rule
        for rule in built.of_type("aws_vpc_security_group_egress_rule").values()
        if rule["security_group_id"] == model["vpc_config"]["security_group_ids"][0]
    ]

    assert model["enable_network_isolation"] is True
    assert 3 == len(model["vpc_config"]["subnets"])
    assert ["<network/s3_endpoint.prefix_list_id>"] == [rule["prefix_list_id"] for rule in ways]


def test_a_version_of_others_is_refused():
    """
    What is imported and what is named have to be of one training deployment.
    """
    package = f"arn:aws:sagemaker:{REGION}:{ACCOUNT}:model-package/fraud-dev-models/3"
    with pytest.raises(SettingError, match=r"parameters.model.package.*no version of the models of churn-dev"):
        build(parameters={"model": {"package": package}})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"artefact_sha256": "latest"}, "model.artefact_sha256"),
        ({"manifest_sha256": ""}, "model.manifest_sha256"),
        (
            {"package": "arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/churn-dev-models"},
            "model.package",
        ),
    ],
)
def test_a_model_is_named_by_digests(change, message):
    """
    No name that could mean another model tomorrow.
    """
    with pytest.raises(ValidationError, match=message):
        build(parameters={"model": change})


def test_nobody_reads_models_that_are_not_released(built):
    """
    Of the buckets of training, one role reads, and only what is released.
    """
    reads = allowed(built, "s3:GetObject")
    others = {path: [arn for arn in arns if "churn-dev" in arn] for path, arns in reads.items()}

    assert {
        "endpoint/role/role/policy": [f"arn:aws:s3:::int-churn-dev-released-{ACCOUNT}-{REGION}/released/churn/*"]
    } == {path: arns for path, arns in others.items() if arns}


def test_callers_ask_through_named_ways_only(built, files):
    """
    Asking takes a VPC endpoint that the deployment names, at once and by file.
    """
    for each, action in ((built, "sagemaker:InvokeEndpoint"), (files, "sagemaker:InvokeEndpointAsync")):
        [statement] = [item for item in each.statements("caller/role/policy") if action in item["Action"]]

        assert {"StringEquals": {"aws:SourceVpce": [WAY]}} == statement["Condition"]
        assert [f"arn:aws:sagemaker:{REGION}:{ACCOUNT}:endpoint/scoring-dev-endpoint"] == statement["Resource"]


def test_what_is_asked_and_answered_is_captured(built):
    """
    Both sides, all of it, under the bucket's key.
    """
    capture = built["endpoint/configuration"]["data_capture_config"]

    assert (True, 100) == (capture["enable_capture"], capture["initial_sampling_percentage"])
    assert ["Input", "Output"] == [each["capture_mode"] for each in capture["capture_options"]]
    assert "/captured" == capture["destination_s3_uri"].partition(REGION)[2]
    assert capture["kms_key_id"]


def test_another_setting_makes_another_configuration(built):
    """
    The name says what is in it, so that the endpoint moves, and moves back, instead of being changed under the callers.
    """
    other = build(parameters={"endpoint": {"captured_percent": 50}})
    names = [each["endpoint/configuration"]["name"] for each in (built, other)]

    assert names[0] != names[1]
    assert {"create_before_destroy": True} == built.rendered("endpoint/configuration")["lifecycle"]


def test_a_new_model_is_tried_first(built):
    """
    Ten per cent for ten minutes; the alarms that take it back are on this endpoint.
    """
    deployment = built["endpoint/endpoint"]["deployment_config"]
    routing = deployment["blue_green_update_policy"]["traffic_routing_configuration"]
    alarms = {each["alarm_name"]: each for each in built.of_type("aws_cloudwatch_metric_alarm").values()}
    named = [each["alarm_name"] for each in deployment["auto_rollback_configuration"]["alarms"]]

    assert ("CANARY", 600) == (routing["type"], routing["wait_interval_in_seconds"])
    assert {"type": "CAPACITY_PERCENT", "value": 10} == routing["canary_size"]
    assert ["scoring-dev-endpoint-slow", "scoring-dev-endpoint-fails"] == named
    assert {"scoring-dev-endpoint"} == {alarms[name]["dimensions"]["EndpointName"] for name in named}


def test_machines_follow_the_requests(built):
    """
    Between floor and ceiling; 20 requests a second of a machine, half of it, in a minute.
    """
    target, policy = built["endpoint/target"], built["endpoint/scaling"]
    tracking = policy["target_tracking_scaling_policy_configuration"]

    assert (2, 8) == (target["min_capacity"], target["max_capacity"])
    assert 600 == tracking["target_value"]
    assert (
        "SageMakerVariantInvocationsPerInstance"
        == (tracking["predefined_metric_specification"]["predefined_metric_type"])
    )


def test_a_peak_that_no_ceiling_carries_is_refused():
    """
    The workload that the deployment states has to fit; the error says how many machines it takes.
    """
    with pytest.raises(SettingError, match=r"parameters.endpoint.ceiling.*raise it to 40 or more"):
        build(workload={"records_per_second": 100})


def test_a_ceiling_below_the_floor_is_refused():
    """
    Bounds that hold nothing.
    """
    with pytest.raises(ValidationError, match="ceiling is 1, below the floor of 2"):
        EndpointParams.model_validate({"floor": 2, "ceiling": 1})


def test_files_are_answered_encrypted_and_told(files):
    """
    Answers and failures under the bucket's key, a topic for each, and as many at a time as the deployment says.
    """
    settings = files["endpoint/configuration"]["async_inference_config"]
    output = settings["output_config"]

    assert {"max_concurrent_invocations_per_instance": 4} == settings["client_config"]
    assert output["kms_key_id"]
    assert output["s3_output_path"].endswith("/predictions/answers/")
    assert output["s3_failure_path"].endswith("/predictions/failures/")
    assert {
        "success_topic": "<endpoint/files/successes/topic.arn>",
        "error_topic": "<endpoint/files/failures/topic.arn>",
    } == output["notification_config"]


def test_machines_follow_waiting_files(files):
    """
    Asynchronous endpoints count what waits.
    """
    tracking = files["endpoint/scaling"]["target_tracking_scaling_policy_configuration"]

    assert "ApproximateBacklogSizePerInstance" == tracking["customized_metric_specification"]["metric_name"]


def test_people_get_no_mail_for_an_answer(files):
    """
    Answers go to a queue, failures to people.
    """
    told = {
        each["protocol"]
        for path, each in files.of_type("aws_sns_topic_subscription").items()
        if path.startswith("endpoint/files/") and "failures" not in path
    }

    assert {"sqs"} == told


@pytest.mark.parametrize("kind", KINDS)
def test_monitors_are_isolated_encrypted_and_bounded(built, kind):
    """
    All four, whichever tool makes them.
    """
    said = definitions(built)[kind]
    network, machine = said["network_config"], said["job_resources"]["cluster_config"]
    [part] = [value for name, value in said.items() if name.endswith("_job_output_config")]

    assert network["enable_network_isolation"] is True
    assert network["enable_inter_container_traffic_encryption"] is True
    assert 3 == len(network["vpc_config"]["subnets"])
    assert machine["volume_kms_key_id"]
    assert part["kms_key_id"]
    assert 1_800 == said["stopping_condition"]["max_runtime_in_seconds"]


def test_every_monitor_is_scheduled_and_rings(built):
    """
    Four schedules of four types, daily, each of the definition that is there, and an alarm for each.
    """
    names = {kind: said.get("job_definition_name") or said["name"] for kind, said in definitions(built).items()}
    schedules = built.of_type("aws_sagemaker_monitoring_schedule").values()
    planned = {each["monitoring_schedule_config"]["monitoring_type"]: each for each in schedules}
    rung = [
        each["dimensions"].get("MonitoringSchedule") for each in built.of_type("aws_cloudwatch_metric_alarm").values()
    ]

    assert names == {
        kind: each["monitoring_schedule_config"]["monitoring_job_definition_name"] for kind, each in planned.items()
    }
    assert {each["name"] for each in planned.values()} == {name for name in rung if name}


def test_another_setting_makes_another_definition(built):
    """
    Neither SageMaker nor CloudFormation changes a definition; what is new gets a new name.
    """
    other = build(parameters={"monitor": {"longest_seconds": 3_600}})
    names = [
        {said.get("job_definition_name") or said["name"] for said in definitions(each).values()}
        for each in (built, other)
    ]

    assert set() == names[0] & names[1]


def test_an_hourly_monitor_ends_before_the_next_one():
    """
    The time of a run is held to the hour.
    """
    params = ModelMonitorParams(label="left", schedule="hourly", longest_seconds=7_200)

    assert 3_600 == params.runtime


def test_a_worse_model_is_trained_anew(built):
    """
    Three alarms start the pipeline of training under a role that does nothing else; what fails waits in a queue.
    """
    pattern = json.loads(built["retraining/rule"]["event_pattern"])
    target = built["retraining/training"]
    arn = f"arn:aws:sagemaker:{REGION}:{ACCOUNT}:pipeline/churn-dev-training"

    assert [f"scoring-dev-{kind}-drifts" for kind in ("model-quality", "bias", "explainability")] == (
        pattern["detail"]["alarmName"]
    )
    assert {"value": ["ALARM"]} == pattern["detail"]["state"]
    assert (arn, [{"name": "Batch", "value": "2026-11-25"}]) == (
        target["arn"],
        target["sagemaker_pipeline_target"]["pipeline_parameter_list"],
    )
    assert {"sagemaker:StartPipelineExecution": [arn]} == built.allowed("retraining/role/policy")
    assert target["dead_letter_config"]["arn"]


def test_bad_requests_train_nothing(built):
    """
    Data quality is about those who ask; it tells people, and no model learns from it.
    """
    names = json.loads(built["retraining/rule"]["event_pattern"])["detail"]["alarmName"]

    assert "scoring-dev-data-quality-drifts" not in names


def test_a_page_shows_what_monitors_find(built):
    """
    The dashboard has the violations of all four.
    """
    widgets = json.loads(built["dashboard/dashboard"]["dashboard_body"])["widgets"]
    [found] = [each for each in widgets if "Violations" in each["properties"]["title"]]

    assert 4 == len(found["properties"]["metrics"])


def test_data_of_serving_has_the_class_of_the_deployment():
    """
    What is asked, answered and found is as sensitive as the deployment says, whatever the model learnt from.
    """
    made = build(classification="restricted", **FILES)
    stores = {store.name: store.classification for store in made.graph.stores if store.name != "released"}

    assert {"restricted"} == {
        stores[name] for name in ("requests", "predictions", "captured", "truth", "baseline", "monitored")
    }
