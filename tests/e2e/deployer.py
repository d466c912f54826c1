"""
Who deploys, with the rights of the role that the account's baseline makes for it instead of an administrator's.
"""

from __future__ import annotations

import json

from blueprints import BLUEPRINTS
from blueprints.loading import load_deployment
from modules.foundation.deploy_actions import FAMILIES
from tests.checkout import Checkout
from tests.modules.deploying import deploying, rights
from workflow.apply import start_emulator


def deploy_with_the_actions_of_its_role(work: Checkout, deployment: str) -> None:
    """
    Start the embedded AWS of a planned pipeline, and leave who deploys there the actions of `deploy-apply` and no others.

    On any resource and without conditions: the embedded AWS does not model the resources of every service, nor tags and
    boundaries in conditions. Which resources they are on is held against AWS's reference in
    tests/modules/foundation/test_deploy_actions.py.
    """
    loaded = load_deployment(work.root, deployment, BLUEPRINTS)
    if loaded.deployment.blueprint not in FAMILIES:
        return
    statements = rights(deploying(loaded.deployment.blueprint, deployment))
    actions = sorted({action for statement in statements for action in statement["Action"]})
    document = {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": actions, "Resource": "*"}}
    emulator = start_emulator(work.place(deployment), loaded)
    arn = loaded.environment.deploy_roles[0]
    emulator.session(arn).client("iam").put_role_policy(
        RoleName=arn.rpartition("/")[2], PolicyName="bootstrap", PolicyDocument=json.dumps(document)
    )
