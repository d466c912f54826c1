"""
What exists once per region under all pipelines: detection, safe defaults, backups, and the network they share.
"""

from __future__ import annotations

from collections.abc import Mapping

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from blueprints.params.region_baseline import RegionBaselineParams
from modules.foundation.access_analyzers import AccessAnalyzers
from modules.foundation.alarms import Alarms
from modules.foundation.backup import COPY, Backup
from modules.foundation.catalog_settings import CatalogSettings
from modules.foundation.config_recorder import ConfigRecorder
from modules.foundation.findings_routing import FindingsRouting
from modules.foundation.guard_duty import GuardDuty
from modules.foundation.key import Keys
from modules.foundation.learning_logs import LearningLogs
from modules.foundation.macie import Macie
from modules.foundation.regional_defaults import RegionalDefaults
from modules.foundation.security_hub import SecurityHub
from modules.foundation.shared_network import SharedNetwork
from modules.pipeline import Pipeline


class RegionBaseline(Blueprint):
    """
    GuardDuty, Security Hub, Config, Macie and Access Analyzer watch the region, and what they find reaches people by how
    bad it is. Volumes are encrypted and instances hardened by default. Confidential and restricted stores are backed up
    daily. The Glue catalog is encrypted, and deploy roles administer Lake Formation. Logs of jobs that learn have a key and an
    end. Where the environment asks for it, one network with its endpoints serves all pipelines.
    """

    params_type = RegionBaselineParams
    takes_load = False

    @classmethod
    def regions(cls, params: RegionBaselineParams, pipeline: Pipeline) -> Mapping[str, str]:  # noqa: ARG003  # a choice
        return {COPY: params.backup.copy_region} if params.backup.copy_region else {}

    def __init__(self, scope: Stack, id: str, params: RegionBaselineParams, *, context: Context) -> None:
        super().__init__(scope, id, params, context=context)
        pipeline, home = self.pipeline, params.home
        key = Keys(self, "keys", pipeline=pipeline).pipeline_key
        alarms = Alarms(self, "alarms", pipeline=pipeline, key=key)
        shared = pipeline.environment.network.shared
        network = (
            SharedNetwork(self, "network", params.network, pipeline=pipeline, cidr_block=shared.cidr_block, key=key)
            if shared
            else None
        )
        RegionalDefaults(self, "defaults", params.defaults, pipeline=pipeline, key=key)
        CatalogSettings(self, "catalog", pipeline=pipeline, key=key)
        LearningLogs(self, "learning_logs", pipeline=pipeline, key=key)
        GuardDuty(self, "guard_duty", pipeline=pipeline)
        SecurityHub(self, "security_hub", pipeline=pipeline)
        config = ConfigRecorder(self, "config", params.config, home=home, pipeline=pipeline, key=key)
        Macie(self, "macie", pipeline=pipeline)
        AccessAnalyzers(self, "analyzers", params.analyzers, home=home, pipeline=pipeline)
        findings = FindingsRouting(self, "findings", pipeline=pipeline, key=key, alarms=alarms)
        backup = Backup(self, "backup", params.backup, pipeline=pipeline)
        self.output("config_bucket", config.bucket.name, "Where the history of settings is")
        for urgency, arn in findings.topic_arns.items():
            self.output(f"{urgency}_findings_topic", arn, f"The topic that {urgency} findings are sent to")
        facts = {"config_bucket": config.bucket.name, "backup_role": backup.role.arn}
        self.facts(facts | ({"network": network.facts()} if network else {}))
