"""
Customer managed keys: one for the pipeline, and one of its own for every store whose class demands it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, Literal

from bindings import Construct, Deferred
from bindings.aws import KmsAlias, KmsKey
from bindings.aws.kms_key import KmsKeyArguments
from modules.dataflow import Classification, Process, Statement
from modules.foundation.exports import key_statements
from modules.foundation.key_administration import administration
from modules.grants import Asset, Duty, Grant
from modules.params import Name, Params
from modules.pipeline import Pipeline
from modules.protection import PROFILES

DELETION_WINDOW_DAYS = 30  # the longest KMS offers, so that a deletion can still be cancelled

USAGES: Final = {
    "SYMMETRIC_DEFAULT": "ENCRYPT_DECRYPT",
    "HMAC_256": "GENERATE_VERIFY_MAC",
    "ECC_NIST_P256": "SIGN_VERIFY",
}


class KeyParams(Params):
    purpose: Name
    """What the key is for; it is found as `alias/<deployment>/<purpose>`."""

    spec: Literal["SYMMETRIC_DEFAULT", "HMAC_256", "ECC_NIST_P256"] = "SYMMETRIC_DEFAULT"
    """
    Encryption, keyed hashing (HMAC) or signatures (ECC). KMS rotates keys for encryption only; users of an HMAC key version it
    by a label, and a signature names the key it was made with.
    """


class Key(Construct):
    """
    A key whose administrators cannot use it and whose users cannot administer it.

    Users are the processes of the graph whose statements name the key, so nobody lists them by hand.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: KeyParams,
        *,
        pipeline: Pipeline,
        classification: Classification,
    ) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        self._service_statements: list[dict[str, Any]] = []
        rotates = params.spec == "SYMMETRIC_DEFAULT"
        arguments: KmsKeyArguments = {
            "description": f"{pipeline.name}: {params.purpose}",
            "customer_master_key_spec": params.spec,
            "key_usage": USAGES[params.spec],
            "enable_key_rotation": rotates,
            "deletion_window_in_days": DELETION_WINDOW_DAYS,
            "policy": Deferred(lambda: json.dumps(self.policy())),
            "tags": {"classification": classification},
        }
        if rotates and PROFILES[classification].backed_up:
            self._let_backups_read()
        if rotates:
            arguments["rotation_period_in_days"] = PROFILES[classification].key_rotation_days
        self.key = KmsKey(self, "key", provider=pipeline.provider, **arguments)
        KmsAlias(
            self,
            "alias",
            provider=pipeline.provider,
            name=f"alias/{pipeline.name}/{params.purpose}",
            target_key_id=self.key.key_id,
        )
        self.arn = self.key.arn
        pipeline.graph.grants.add_asset(
            Asset(f"key-{params.purpose}", "key", classification.value, self.arn, self._grants)
        )

    def use(self, service: str, *actions: str) -> Statement:
        """What somebody needs to use this key through *service* (`s3`, `kinesis`, ...)."""
        return Statement(actions, (self.arn,), {"StringEquals": {"kms:ViaService": self._pipeline.service(service)}})

    def encrypt(self, service: str) -> Statement:
        return self.use(service, "kms:Decrypt", "kms:GenerateDataKey")

    def decrypt(self, service: str) -> Statement:
        return self.use(service, "kms:Decrypt")

    def grant(self, service: str) -> Statement:
        """What somebody needs to let *service* itself use this key, which takes a grant that is for services of AWS alone."""
        use = self.use(service, "kms:CreateGrant")
        return Statement(use.actions, use.resources, {**use.condition, "Bool": {"kms:GrantIsForAWSResource": "true"}})

    def serve(self, service: str, actions: list[str], condition: dict[str, Any]) -> None:
        """Let an AWS service that acts by itself use this key, under *condition*."""
        self._service_statements.append(
            {
                "Effect": "Allow",
                "Principal": {"Service": service},
                "Action": actions,
                "Resource": "*",
                "Condition": condition,
            }
        )

    def admit(self, principals: list[str], service: str, actions: list[str], **conditions: dict[str, str]) -> None:
        """Let roles of other stacks (ARNs, maybe patterns) use this key through *service*, under *conditions*."""
        equal = {
            "kms:CallerAccount": self._pipeline.environment.account_id,
            "kms:ViaService": self._pipeline.service(service),
        }
        self._service_statements.append(
            {
                "Effect": "Allow",
                "Principal": {"AWS": self._pipeline.global_arn("iam", "root")},
                "Action": actions,
                "Resource": "*",
                "Condition": {"ArnLike": {"aws:PrincipalArn": principals}, "StringEquals": equal, **conditions},
            }
        )

    def _let_backups_read(self) -> None:
        """The environment's backup role, once there is one; the deployment that makes it grants it by its graph."""
        region = self._pipeline.facts.region_baseline
        if region and not region.backup_role.startswith(
            self._pipeline.global_arn("iam", f"role/{self._pipeline.name}-")
        ):
            self.admit([region.backup_role], "s3", ["kms:Decrypt", "kms:DescribeKey"])

    def deployed_with(self, service: str, actions: list[str], condition: dict[str, Any]) -> None:
        """Let whoever deploys use this key through *service*, which asks for that of the maker of a resource."""
        through = {"StringEquals": {"kms:ViaService": self._pipeline.service(service), **condition}}
        self._service_statements.append(
            {
                "Effect": "Allow",
                "Principal": {"AWS": sorted(self._pipeline.environment.deploy_roles)},
                "Action": actions,
                "Resource": "*",
                "Condition": through,
            }
        )

    def policy(self) -> dict[str, Any]:
        """In a key policy, `Resource: "*"` is this key."""
        return {
            "Version": "2012-10-17",
            "Statement": [
                *administration(self._pipeline),
                *self._users(),
                *self._service_statements,
                *self._readers_elsewhere(),
            ],
        }

    def _grants(self) -> list[Grant]:
        """What the policy says beside what follows from the graph's flows."""
        duties: dict[str, Duty] = {"FunctionEnvironment": "use", "SettingsAreNoSecret": "look"}
        administering = [
            Grant(duties.get(statement["Sid"], "administer"), statement, self.arn)
            for statement in administration(self._pipeline)
        ]
        return [
            *administering,
            *(Grant(_duty(statement), statement, self.arn) for statement in self._service_statements),
            *(Grant("read", statement, self.arn) for statement in self._readers_elsewhere()),
        ]

    def _readers_elsewhere(self) -> list[dict[str, Any]]:
        return key_statements(self._pipeline, self.arn)

    def _users(self) -> list[dict[str, Any]]:
        """One statement for each set of actions and condition, with the principals of the processes that need it."""
        needs: dict[str, set[str]] = {}
        for process, statement in self._needs():
            condition = {operator: dict(keys) for operator, keys in statement.condition.items()}
            shape = json.dumps([sorted(statement.actions), condition], sort_keys=True)
            needs.setdefault(shape, set()).add(str(process.principal))
        return [
            self._user_statement(actions, condition, sorted(principals))
            for shape, principals in sorted(needs.items())
            for actions, condition in [json.loads(shape)]
        ]

    def _needs(self) -> list[tuple[Process, Statement]]:
        return [
            (process, statement)
            for process in self._pipeline.graph.processes
            if process.principal
            for statement in process.statements()
            if self.arn in statement.resources
        ]

    def _user_statement(self, actions: list[str], condition: dict[str, Any], principals: list[str]) -> dict[str, Any]:
        """
        The account's root with a condition on the caller, since AWS refuses a policy that names a role which is not there yet.
        """
        return {
            "Effect": "Allow",
            "Principal": {"AWS": self._pipeline.global_arn("iam", "root")},
            "Action": actions,
            "Resource": "*",
            "Condition": {
                **condition,
                "ArnEquals": {**condition.get("ArnEquals", {}), "aws:PrincipalArn": principals},
                "StringEquals": {
                    **condition.get("StringEquals", {}),
                    "kms:CallerAccount": self._pipeline.environment.account_id,
                },
            },
        }


def _duty(statement: Mapping[str, Any]) -> Duty:
    """Who makes grants decides who uses the key, if only for what AWS does with it."""
    return "administer" if "kms:CreateGrant" in statement["Action"] else "use"


class Keys(Construct):
    """The pipeline's key, and a key for each store of a class that demands one of its own."""

    def __init__(self, scope: Construct, id: str, *, pipeline: Pipeline) -> None:
        super().__init__(scope, id)
        self._pipeline = pipeline
        self.pipeline_key = Key(
            self, "pipeline", KeyParams(purpose="pipeline"), pipeline=pipeline, classification=pipeline.classification
        )

    def of(self, store: str, classification: Classification) -> Key:
        """The key of the store named *store*."""
        if not PROFILES[classification].own_key:
            return self.pipeline_key
        return Key(self, store, KeyParams(purpose=store), pipeline=self._pipeline, classification=classification)
