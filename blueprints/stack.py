"""
A deployment as one stack: its blueprint, its provider, its backend, and its dataflow graph checked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from bindings import App, Stack, escape
from blueprints import BLUEPRINTS
from blueprints.blueprint import Context
from blueprints.deployment import Deployment
from blueprints.versions import PROVIDER_SOURCE, PROVIDER_VERSION, TERRAFORM_VERSIONS
from modules.archive import Archive
from modules.dataflow import DataflowError, Graph
from modules.environment import Environment
from modules.errors import CompositionError, InputError, SettingError
from modules.facts import Facts
from modules.foundation.exports import Reader, export
from modules.imported import Imported, bring_in
from modules.params import Params
from modules.pipeline import Pipeline

NO_FACTS = Facts()


@dataclass(frozen=True)
class Exchange:
    """What a deployment reads of others, and who reads which of its stores."""

    imports: Mapping[str, Imported] = field(default_factory=dict)
    exports: Mapping[str, Sequence[Reader]] = field(default_factory=dict)


NO_EXCHANGE: Final = Exchange()


def add_stack(
    app: App,
    deployment: Deployment[Params],
    environment: Environment,
    archives: Mapping[str, Archive],
    facts: Facts = NO_FACTS,
    exchange: Exchange = NO_EXCHANGE,
) -> tuple[Stack, Graph]:
    """
    Compose *deployment* in *app*, with what it has from others and what others have from it.

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
        stores = {name: bring_in(pipeline, name, imported) for name, imported in exchange.imports.items()}
        context = Context(pipeline, deployment.load, archives, stores)
        blueprint(stack, deployment.blueprint, deployment.parameters, context=context)
        export(pipeline, exchange.exports)
        pipeline.graph.check()
    except SettingError:
        raise
    except DataflowError as error:
        raise CompositionError(deployment.name, str(error), error.names) from error
    except InputError as error:
        raise CompositionError(deployment.name, str(error)) from error
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
