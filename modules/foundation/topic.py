"""
An encrypted topic that a service of AWS publishes to and the environment's receivers get.
"""

from __future__ import annotations

import json
from typing import Any

from bindings import Construct
from bindings.aws import SnsTopic, SnsTopicPolicy, SnsTopicSubscription
from modules.foundation.key import Key
from modules.grants import Asset, Grant
from modules.pipeline import Pipeline


class Topic(Construct):
    """
    Only *service* publishes, under *condition*, which has to narrow it to this account; people get a mail each, unless they are
    not *told*, since another receiver is added.
    """

    def __init__(  # collaborators are named one by one
        self,
        scope: Construct,
        id: str,
        *,
        name: str,
        pipeline: Pipeline,
        key: Key,
        service: str,
        condition: dict[str, Any],
        told: bool = True,
    ) -> None:
        super().__init__(scope, id)
        self.topic = SnsTopic(
            self, "topic", name=pipeline.resource_name(name), kms_master_key_id=key.arn, provider=pipeline.provider
        )
        self.arn = pipeline.arn("sns", str(self.topic.name))
        key.serve(service, ["kms:Decrypt", "kms:GenerateDataKey"], condition)
        publish = {
            "Sid": "Publish",
            "Effect": "Allow",
            "Principal": {"Service": service},
            "Action": "sns:Publish",
            "Resource": self.arn,
            "Condition": condition,
        }
        tls_only = {
            "Sid": "TlsOnly",
            "Effect": "Deny",
            "Principal": "*",
            "Action": "sns:Publish",
            "Resource": self.arn,
            "Condition": {"Bool": {"aws:SecureTransport": "false"}},
        }
        document = {"Version": "2012-10-17", "Statement": [publish, tls_only]}
        SnsTopicPolicy(self, "policy", arn=self.topic.arn, policy=json.dumps(document), provider=pipeline.provider)
        asset = Asset(name, "topic", pipeline.classification.value, self.arn, lambda: [Grant("use", publish)])
        pipeline.graph.grants.add_asset(asset)
        pipeline.graph.grants.refuse(lambda: [tls_only])
        for number, receiver in enumerate(pipeline.environment.alarm_receivers if told else (), start=1):
            SnsTopicSubscription(
                self,
                f"receiver_{number}",
                topic_arn=self.topic.arn,
                protocol="email",
                endpoint=receiver,
                provider=pipeline.provider,
            )
