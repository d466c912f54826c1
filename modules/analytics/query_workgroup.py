"""
An Athena workgroup for one persona: its settings cannot be overridden, its results are encrypted and its own.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bindings import Construct
from bindings.aws import AthenaWorkgroup
from modules.dataflow import Classification, Statement, Store
from modules.foundation.persona import PersonaName
from modules.params import Params
from modules.pipeline import Pipeline
from modules.storage.bucket import Bucket

GIB = 1024**3


class QueryWorkgroupParams(Params):
    scan_limit_gib: Annotated[int, Field(ge=1, le=10_240)] = 100
    """GiB that one query may read before it is stopped, 1 to 10240."""


class QueryWorkgroup(Construct):
    """Queries of *persona*, with results under a prefix of their own in *results*."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: QueryWorkgroupParams,
        *,
        persona: PersonaName,
        pipeline: Pipeline,
        classification: Classification,
        results: Bucket,
        retention_days: int,
    ) -> None:
        super().__init__(scope, id)
        prefix = f"{persona}/"
        self.workgroup = AthenaWorkgroup(
            self,
            "workgroup",
            name=pipeline.resource_name(persona),
            description=f"{pipeline.name}: queries of the {persona}",
            force_destroy=False,
            configuration={
                "enforce_workgroup_configuration": True,
                "publish_cloudwatch_metrics_enabled": True,
                "requester_pays_enabled": False,
                "bytes_scanned_cutoff_per_query": params.scan_limit_gib * GIB,
                "result_configuration": {
                    "output_location": f"s3://{results.name}/{prefix}",
                    "encryption_configuration": {"encryption_option": "SSE_KMS", "kms_key_arn": results.key.arn},
                },
            },
            tags={"classification": classification},
        )
        self.store = pipeline.graph.add_store(
            Store(
                name=f"results-{persona}",
                kind="bucket",
                classification=classification,
                owner=pipeline.owner,
                retention_days=retention_days,
                read_statements=results.read_statements(prefix),
                write_statements=results.write_statements(prefix),
                persona_readers=frozenset({persona}),
            )
        )
        arn = pipeline.arn("athena", f"workgroup/{self.workgroup.name}")
        self.query_statements = (
            Statement(
                (
                    "athena:GetQueryExecution",
                    "athena:GetQueryResults",
                    "athena:GetWorkGroup",
                    "athena:StartQueryExecution",
                    "athena:StopQueryExecution",
                ),
                (arn,),
            ),
            Statement(("s3:GetBucketLocation",), (results.arn(),)),
            # "Configure access to databases and tables in the AWS Glue Data Catalog": Athena looks at the default database
            Statement(
                ("glue:GetDatabase",), (pipeline.arn("glue", "catalog"), pipeline.arn("glue", "database/default"))
            ),
        )
