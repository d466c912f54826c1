"""
A small blueprint that reads a store of another deployment, for tests: one job copies it into a zone of its own.
"""

from __future__ import annotations

from bindings import Stack
from blueprints.blueprint import Blueprint, Context
from modules.foundation.key import Keys
from modules.foundation.network import network
from modules.foundation.role import Role, service_trust
from modules.params import Params
from modules.storage.history import History, HistoryParams


class LakeReaderParams(Params):
    """
    Nothing to choose.
    """


class LakeReader(Blueprint):
    """
    A job that reads the import `orders` and writes a zone of its own.
    """

    params_type = LakeReaderParams
    takes_load = False

    def __init__(self, scope: Stack, id: str, params: LakeReaderParams, *, context: Context) -> None:
        super().__init__(scope, id, params, context=context)
        pipeline = self.pipeline
        keys = Keys(self, "keys", pipeline=pipeline)
        net = network(self, "network", pipeline=pipeline, key=keys.pipeline_key)
        history = History(self, "history", HistoryParams(), pipeline=pipeline, keys=keys, network=net)
        self.orders = self.imported("orders")
        job = pipeline.process("copy", "spark_job")
        job.reads(self.orders.store)
        job.writes(history.raw_store)
        Role(
            self,
            "role",
            pipeline=pipeline,
            process=job,
            trust=[service_trust("emr-serverless.amazonaws.com", pipeline)],
        )
        self.output("files", self.orders.files, "Where the job reads")
        self.output("table", ".".join(self.orders.table or ()), "What the job reads")
