"""
Where the code of jobs lies that Glue and EMR fetch when they start one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bindings import Construct, escape
from bindings.aws import S3Object
from bindings.aws.s3_object import S3ObjectArguments
from modules.archive import Archive
from modules.dataflow import Classification, Store
from modules.foundation.key import Key
from modules.foundation.network import Network
from modules.pipeline import Pipeline
from modules.storage.bucket import Bucket, BucketParams
from modules.storage.log_bucket import LogBucket

CODE_CLASSIFICATION = Classification.INTERNAL  # our own scripts, and no data
SHOWN = 16  # hexadecimal digits of a digest in a name
FOREVER_DAYS = 36_500  # a job needs its code for as long as it is there


@dataclass(frozen=True)
class Script:
    """Where a job's code lies: the script that starts it, and the archives that the script imports from."""

    entry: str
    archives: tuple[str, ...]


class CodeStore(Construct):
    """A bucket that Terraform fills and jobs read; what is in it is named by its digest, so it never changes."""

    def __init__(
        self, scope: Construct, id: str, *, pipeline: Pipeline, key: Key, network: Network, logs: LogBucket
    ) -> None:
        super().__init__(scope, id)
        self._key = key
        self._bucket = Bucket(
            self,
            "bucket",
            BucketParams(zone="code", retention_days=FOREVER_DAYS),
            pipeline=pipeline,
            classification=CODE_CLASSIFICATION,
            key=key,
            network=network,
            logs=logs,
        )
        self.store = pipeline.graph.add_store(
            Store(
                name="code",
                kind="bucket",
                classification=CODE_CLASSIFICATION,
                owner=pipeline.owner,
                retention_days=FOREVER_DAYS,
                read_statements=self._bucket.read_statements(),
                write_statements=(),
                persona_readers=frozenset(),
            )
        )
        pipeline.process("deployment", "terraform", classification=CODE_CLASSIFICATION).writes(self.store)
        key.admit(
            sorted(pipeline.environment.deploy_roles),
            "s3",
            ["kms:Decrypt", "kms:GenerateDataKey"],
            ArnEquals={"kms:EncryptionContext:aws:s3:arn": self._bucket.arn()},
        )
        self._there: dict[str, str] = {}

    def script(self, scope: Construct, module: str, archives: Sequence[Archive]) -> Script:
        """Put *archives* and a script that runs `main` of *module*, which is in one of them."""
        text = f"from {module} import main\n\nmain()\n"
        entry = self._put(scope, "entry", f"{module}.py", {"content": text})
        return Script(entry, tuple(self._archive(scope, archive) for archive in archives))

    def settings(self, scope: Construct, name: str, text: str) -> str:
        """Put *text*, which users have a hand in, as a file of its own; its address says what is in it."""
        digest = hashlib.sha256(text.encode()).hexdigest()[:SHOWN]
        return self._put(scope, "settings", f"{name}-{digest}.json", {"content": escape(text)})

    def _archive(self, scope: Construct, archive: Archive) -> str:
        """Two jobs may share one; it is put once."""
        name = archive.path.rpartition("/")[2]
        if name not in self._there:
            file = {"source": archive.path, "source_hash": archive.sha256_base64}
            self._there[name] = self._put(scope, archive.handler.partition(".")[0], name, file)
        return self._there[name]

    def _put(self, scope: Construct, id: str, name: str, what: Mapping[str, str]) -> str:
        complete: S3ObjectArguments = {
            "bucket": self._bucket.name,
            "key": name,
            "kms_key_id": self._key.arn,
            "server_side_encryption": "aws:kms",
        }
        complete.update(what)  # type: ignore[typeddict-item]  # where its bytes come from, by either argument
        made = S3Object(scope, id, depends_on=[self._bucket.policy], **complete)
        return f"s3://{made.bucket}/{made.key}"
