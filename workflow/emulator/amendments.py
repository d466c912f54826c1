"""
Corrections of moto, each a few lines: without them an apply fails, a second plan is not empty, or a destroy fails.

Every one was made for moto 5.2.5 and has a test that shows its symptom without it; it goes when moto needs it no more.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse
from moto.athena.exceptions import InvalidArgumentException
from moto.athena.responses import AthenaResponse
from moto.awslambda.models import LambdaFunction
from moto.ec2.models.flow_logs import FlowLogsBackend
from moto.ec2.models.security_groups import SecurityGroupRule
from moto.iam.models import User
from moto.iam.responses import IamResponse
from moto.kinesis.responses import KinesisResponse
from moto.logs.models import logs_backends

from workflow.emulator.amendments_batch import accept_state_machines, create_applications_that_wait
from workflow.emulator.amendments_compute import (
    enable_scaling_policies,
    keep_cluster_access,
    keep_group_lifetime,
    keep_node_group_settings,
    keep_service_settings,
    keep_tags_of_templates_apart,
)
from workflow.emulator.amendments_learning import (
    delete_model_groups,
    keep_deployment_of_endpoints,
    keep_isolation_of_models,
)
from workflow.emulator.amendments_pods import serve_pod_identities
from workflow.emulator.amendments_region import (
    configure_security_hub,
    find_tags_of_backups,
    keep_default_volume_key,
    keep_detector_features,
)
from workflow.emulator.amendments_storage import (
    deliver_no_access_logs,
    judge_log_delivery,
    keep_redrive_allow_policy,
    keep_rotation_period,
    leave_bucket_policies_to_the_authorizer,
    write_redrive_policy_compactly,
)
from workflow.emulator.amendments_trail import replace_insight_selectors, replace_metric_filters


def keep_stream_tags() -> None:
    """`aws_kinesis_stream`: `tags_all` differs on every plan; moto 5.2.5 drops the tags a stream is created with."""
    create = KinesisResponse.create_stream

    def create_stream(self: Any) -> Any:
        answer = create(self)
        stream = self.kinesis_backend.describe_stream(None, self._get_param("StreamName"))
        stream.tags.update(self._get_param("Tags") or {})
        return answer

    KinesisResponse.create_stream = create_stream


def keep_rule_descriptions() -> None:
    """
    `aws_vpc_security_group_*_rule`: `description` differs on every plan when the rule names a group or a prefix list.

    moto 5.2.5 keeps the description of address ranges only.
    """
    make = SecurityGroupRule.__init__

    def initialize(self: Any, *arguments: Any, **options: Any) -> None:
        make(self, *arguments, **options)
        prefix_list = options.get("prefix_list_id") or (arguments[7] if len(arguments) > 7 else None)
        self.prefix_list_description = (prefix_list or {}).get("Description")

    def description(self: Any) -> str | None:
        given = (self.ip_range.get("Description"), self.source_group.get("Description"), self.prefix_list_description)
        return next((text for text in given if text is not None), None)

    SecurityGroupRule.__init__ = initialize
    SecurityGroupRule.description = property(description)


def list_tags_of_scalable_targets() -> None:
    """`aws_appautoscaling_target`: an apply fails (HTTP 500); moto 5.2.5 has no ListTagsForResource."""

    def list_tags_for_resource(self: Any) -> str:
        return json.dumps({"Tags": getattr(self.applicationautoscaling_backend, "tags", {}).get(_arn(self), {})})

    def tag_resource(self: Any) -> str:
        backend = self.applicationautoscaling_backend
        backend.tags = getattr(backend, "tags", {})
        backend.tags.setdefault(_arn(self), {}).update(self._get_param("Tags"))
        return "{}"

    register = ApplicationAutoScalingResponse.register_scalable_target

    def register_scalable_target(self: Any) -> str:
        answer = str(register(self))
        tags = self._get_param("Tags")
        if tags:
            backend = self.applicationautoscaling_backend
            backend.tags = {**getattr(backend, "tags", {}), json.loads(answer)["ScalableTargetARN"]: tags}
        return answer

    ApplicationAutoScalingResponse.list_tags_for_resource = list_tags_for_resource
    ApplicationAutoScalingResponse.tag_resource = tag_resource
    ApplicationAutoScalingResponse.register_scalable_target = register_scalable_target


def _arn(response: Any) -> str:
    return str(response._get_param("ResourceARN"))  # noqa: SLF001


def delete_named_queries() -> None:
    """`aws_athena_named_query`: destroy fails (HTTP 500); moto 5.2.5 has no DeleteNamedQuery."""

    def delete_named_query(self: Any) -> str:
        if self.athena_backend.named_queries.pop(self._get_param("NamedQueryId"), None) is None:
            raise InvalidArgumentException("NamedQuery is not found")
        return "{}"

    AthenaResponse.delete_named_query = delete_named_query


def update_workgroups() -> None:
    """`aws_athena_workgroup`: a change fails (HTTP 500); moto 5.2.5 has no UpdateWorkGroup."""

    def update_work_group(self: Any) -> str:
        group = self.athena_backend.work_groups.get(self._get_param("WorkGroup"))
        if group is None:
            raise InvalidArgumentException("WorkGroup is not found")
        updates = dict(self._get_param("ConfigurationUpdates") or {})
        results = updates.pop("ResultConfigurationUpdates", {})
        group.configuration |= updates
        group.configuration["ResultConfiguration"] = group.configuration.get("ResultConfiguration", {}) | results
        group.description = self._get_param("Description") or group.description
        group.state = self._get_param("State") or group.state
        return "{}"

    AthenaResponse.update_work_group = update_work_group


def keep_function_settings() -> None:
    """
    `aws_lambda_function`: `dead_letter_config` and `logging_config` differ on every plan; moto 5.2.5 drops them.

    It also drops changes of the key and of tracing.
    """
    make, read, change = LambdaFunction.__init__, LambdaFunction.get_configuration, LambdaFunction.update_configuration

    def initialize(self: Any, account_id: str, spec: dict[str, Any], region: str, version: int = 1) -> None:
        make(self, account_id=account_id, spec=spec, region=region, version=version)
        self.further_settings = _further(spec)

    def get_configuration(self: Any, *arguments: Any, **options: Any) -> dict[str, Any]:
        return {**read(self, *arguments, **options), **self.further_settings}

    def update_configuration(self: Any, config_updates: dict[str, Any]) -> dict[str, Any]:
        change(self, config_updates)
        self.further_settings |= _further(config_updates)
        return get_configuration(self)

    LambdaFunction.__init__ = initialize
    LambdaFunction.get_configuration = get_configuration
    LambdaFunction.update_configuration = update_configuration


def _further(given: dict[str, Any]) -> dict[str, Any]:
    names = ("DeadLetterConfig", "KMSKeyArn", "LoggingConfig", "TracingConfig")
    return {name: given[name] for name in names if given.get(name)}


def find_log_group_of_flow_log() -> None:
    """
    `aws_flow_log`: `make verify` sees a flow log whose delivery has failed, though its log group is there.

    moto 5.2.5 looks for the group by `LogGroupName` only, and Terraform names it by `LogDestination`.
    """
    create = FlowLogsBackend.create_flow_logs

    def create_flow_logs(self: Any, *arguments: Any, **options: Any) -> Any:
        made, unsuccessful = create(self, *arguments, **options)
        groups = logs_backends[self.account_id][self.region_name].groups
        for log in made:
            if (log.log_destination or "").partition(":log-group:")[2].removesuffix(":*") in groups:
                log.deliver_logs_status, log.deliver_logs_error_message = "SUCCESS", None
        return made, unsuccessful

    FlowLogsBackend.create_flow_logs = create_flow_logs


def keep_boundaries_of_users() -> None:
    """
    `aws_iam_user`: `permissions_boundary` differs on every plan; moto 5.2.5 drops the boundary a user is created with.
    """
    create = IamResponse.create_user

    def create_user(self: Any) -> Any:
        answer = create(self)
        user = self.backend.get_user(self._get_param("UserName"))
        user.permissions_boundary_arn = self._get_param("PermissionsBoundary")
        return answer

    def permissions_boundary(self: Any) -> dict[str, str] | None:
        arn = getattr(self, "permissions_boundary_arn", None)
        return {"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": arn} if arn else None

    IamResponse.create_user = create_user
    User.permissions_boundary = property(permissions_boundary)


AMENDMENTS: tuple[Callable[[], None], ...] = (
    leave_bucket_policies_to_the_authorizer,
    judge_log_delivery,
    deliver_no_access_logs,
    keep_rotation_period,
    keep_stream_tags,
    keep_rule_descriptions,
    find_log_group_of_flow_log,
    write_redrive_policy_compactly,
    keep_redrive_allow_policy,
    list_tags_of_scalable_targets,
    delete_named_queries,
    update_workgroups,
    keep_function_settings,
    replace_metric_filters,
    replace_insight_selectors,
    keep_default_volume_key,
    configure_security_hub,
    keep_detector_features,
    find_tags_of_backups,
    keep_boundaries_of_users,
    keep_service_settings,
    keep_cluster_access,
    enable_scaling_policies,
    keep_group_lifetime,
    accept_state_machines,
    create_applications_that_wait,
    keep_tags_of_templates_apart,
    keep_node_group_settings,
    serve_pod_identities,
    delete_model_groups,
    keep_deployment_of_endpoints,
    keep_isolation_of_models,
)


def amend() -> None:
    """Apply every amendment to the moto of this process; once."""
    for amendment in AMENDMENTS:
        amendment()
