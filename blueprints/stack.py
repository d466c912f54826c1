"""
A deployment as one stack: its blueprint, its provider, its backend, and its dataflow graph checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bindings import App, Stack, escape
from blueprints import BLUEPRINTS
from blueprints.blueprint import Context
from blueprints.deployment import Deployment
from blueprints.versions import PROVIDER_SOURCE, PROVIDER_VERSION, TERRAFORM_VERSIONS
from modules.archive import Archive
from modules.dataflow import DataflowError, Graph
from modules.environment import Environment
from modules.errors import InputError
from modules.facts import Facts
from modules.params import Params
from modules.pipeline import Pipeline

NO_FACTS = Facts()


def add_stack(
    app: App,
    deployment: Deployment[Params],
    environment: Environment,
    archives: Mapping[str, Archive],
    facts: Facts = NO_FACTS,
) -> tuple[Stack, Graph]:
    """
    Compose *deployment* in *app*.

    Raises `InputError` when data would flow where it must not.
    """
    pipeline = Pipeline(deployment.name, environment, deployment.owner, deployment.classification, facts)
    stack = Stack(app, deployment.name)
    stack.terraform(terraform_settings(deployment, environment))
    settings = provider_settings(deployment, environment)
    stack.provider("aws", settings)
    blueprint = BLUEPRINTS[deployment.blueprint]
    for alias, region in blueprint.regions(deployment.parameters, pipeline).items():
        stack.provider("aws", {**settings, "alias": alias, "region": region})
    try:
        blueprint(
            stack, deployment.blueprint, deployment.parameters, context=Context(pipeline, deployment.load, archives)
        )
        pipeline.graph.check()
    except (DataflowError, InputError) as error:
        raise InputError(f"deployments/{deployment.name}.yaml: {error}") from error
    return stack, pipeline.graph


def terraform_settings(deployment: Deployment[Params], environment: Environment) -> dict[str, Any]:
    """
    State lies in the environment's bucket, locked by a file beside it.

    It names no encryption, since that would override what the bucket does by itself: its own key, and no other.
    """
    return {
        "required_version": TERRAFORM_VERSIONS,
        "required_providers": {"aws": {"source": PROVIDER_SOURCE, "version": PROVIDER_VERSION}},
        "backend": {
            "s3": {
                "bucket": environment.state_bucket,
                "key": f"{deployment.name}/terraform.tfstate",
                "region": environment.region,
                "use_lockfile": True,
                "allowed_account_ids": [environment.account_id],
            }
        },
    }


def provider_settings(deployment: Deployment[Params], environment: Environment) -> dict[str, Any]:
    tags = {
        "blueprint": deployment.blueprint,
        "classification": deployment.classification.value,
        "deployment": deployment.name,
        "environment": environment.name,
        "managed-by": "millrace",
        "owner": escape(deployment.owner),
    }
    return {
        "region": environment.region,
        "allowed_account_ids": [environment.account_id],
        "default_tags": [{"tags": tags}],
    }
