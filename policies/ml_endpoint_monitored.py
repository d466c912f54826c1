from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from ml_monitors import defined_name, planned_monitors
from planned import Policy, Resource, block

KINDS = {
    "data_quality": "DataQuality",
    "model_bias": "ModelBias",
    "model_explainability": "ModelExplainability",
    "model_quality": "ModelQuality",
}


class MlEndpointMonitored(Policy):
    """
    An endpoint has all four monitors: quality of data and of the model, bias and explanations; each on a schedule, with an alarm.

    Why: a model gets worse without any change of its own, and first for those whom it knows least.
    Fix: define the four jobs for the endpoint, an aws_sagemaker_monitoring_schedule for each, and a metric alarm with the
    dimension MonitoringSchedule.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure a model in use is watched for drift of data, quality, bias and explanations",
            id="MR_SERVE_8",
            categories=[CheckCategories.LOGGING],
            supported_resources=["aws_sagemaker_endpoint"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Each kind: definition for this endpoint, schedule, alarm.
        """
        return [f"{kind.replace('_', ' ')}: {problem}" for kind in KINDS if (problem := self._problem(resource, kind))]

    def _problem(self, endpoint: Resource, kind: str) -> str:
        name = endpoint.get("name")
        defined = {
            defined_name(monitor)
            for monitor in planned_monitors(self)
            if monitor.kind == kind
            and block(monitor.part("job_input").get("endpoint_input")).get("endpoint_name") == name
        }
        if not defined:
            return "nothing looks at what the endpoint answers"
        schedules = {
            item.get("name") for item in self.planned("aws_sagemaker_monitoring_schedule") if _of(item, defined, kind)
        }
        if not schedules:
            return "no schedule runs the monitor"
        alarms = self.planned("aws_cloudwatch_metric_alarm")
        rung = {block(item.get("dimensions")).get("MonitoringSchedule") for item in alarms if item.get("alarm_actions")}
        return "" if schedules <= rung else "no alarm tells of what the monitor finds"


def _of(schedule: Resource, defined: set[str], kind: str) -> bool:
    said = block(schedule.get("monitoring_schedule_config"))
    runs = block(said.get("schedule_config")).get("schedule_expression")
    named = said.get("monitoring_job_definition_name") in defined
    return bool(runs) and named and said.get("monitoring_type") == KINDS[kind]


check = MlEndpointMonitored()
