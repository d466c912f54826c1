"""
What a delivery stream's S3 destination says, out of moto's copy of what Terraform sent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from workflow.emulator.delivery_parquet import Failure
from workflow.emulator.delivery_prefix import check_prefix
from workflow.emulator.problems import NotEmulatedError

DEFAULT_BUFFER = 5  # MiB, as AWS
_PAIR = re.compile(r"\s*([A-Za-z_]\w*)\s*:\s*\.([A-Za-z_]\w*)\s*", re.ASCII)
_EXTENSIONS = {"UNCOMPRESSED": "", "GZIP": ".gz"}
_PARQUET_COMPRESSIONS = {"SNAPPY": "snappy", "GZIP": "gzip", "UNCOMPRESSED": "none"}


@dataclass(frozen=True)
class Destination:
    """An S3 destination; *settings* is an ExtendedS3DestinationConfiguration."""

    settings: Mapping[str, Any]

    @classmethod
    def of(cls, stream: Any) -> Destination:
        """The destination of moto's *stream*."""
        [destination, *_] = stream.destinations
        return cls(destination.get("ExtendedS3") or destination.get("S3") or {})

    def check(self) -> None:
        """Raise NotEmulatedError when the destination asks for what is not emulated."""
        unknown = [kind for kind in self._processors if kind not in ("MetadataExtraction", "AppendDelimiterToRecord")]
        if unknown:
            raise NotEmulatedError(f"the processor {unknown[0]} is not emulated")
        if self.settings.get("CustomTimeZone", "UTC") != "UTC":
            raise NotEmulatedError("time zones other than UTC are not emulated")
        if self.settings.get("CompressionFormat", "UNCOMPRESSED") not in _EXTENSIONS:
            raise NotEmulatedError(f"compression {self.settings['CompressionFormat']} is not emulated")
        if self.schema and "ParquetSerDe" not in self._serializer:
            raise NotEmulatedError("of the output formats only Parquet is emulated")
        check_prefix(self.prefix, frozenset(self._query))
        check_prefix(self.error_prefix, frozenset())

    @property
    def bucket(self) -> str:
        """The bucket's name."""
        return str(self.settings["BucketARN"]).rsplit(":", 1)[-1]

    @property
    def role_arn(self) -> str:
        """The role that writes."""
        return str(self.settings["RoleARN"])

    @property
    def prefix(self) -> str:
        """The template of the keys, before it is evaluated."""
        return str(self.settings.get("Prefix") or "")

    @property
    def error_prefix(self) -> str:
        """As *prefix*, for failed records."""
        return str(self.settings.get("ErrorOutputPrefix") or "")

    @property
    def buffer_bytes(self) -> int:
        """The size at which a buffer is written in any case."""
        hints = self.settings.get("BufferingHints") or {}
        return int(hints.get("SizeInMBs") or DEFAULT_BUFFER) * 1024 * 1024

    @property
    def encryption(self) -> dict[str, str]:
        """The arguments of PutObject for the destination's key; none where the bucket's default applies."""
        key = ((self.settings.get("EncryptionConfiguration") or {}).get("KMSEncryptionConfig") or {}).get(
            "AWSKMSKeyARN"
        )
        return {"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": str(key)} if key else {}

    @property
    def gzip(self) -> bool:
        """Whether objects that are not converted are compressed."""
        return self.settings.get("CompressionFormat") == "GZIP"

    @property
    def extension(self) -> str:
        """The end of the keys of delivered objects."""
        if self.settings.get("FileExtension"):
            return str(self.settings["FileExtension"])
        if self.schema:
            return ".parquet"
        return _EXTENSIONS[self.settings.get("CompressionFormat") or "UNCOMPRESSED"]

    @property
    def delimiter(self) -> bytes:
        """What stands after each record of an object that is not converted."""
        parameters = self._processors.get("AppendDelimiterToRecord")
        if parameters is None:
            return b""
        return parameters.get("Delimiter", "\\n").encode().decode("unicode_escape").encode()

    @property
    def schema(self) -> Mapping[str, Any]:
        """The SchemaConfiguration of the format conversion; empty where there is none."""
        found: Mapping[str, Any] = self._conversion.get("SchemaConfiguration") or {}
        return found

    @property
    def schema_role(self) -> str:
        """The role that reads the schema; the one that writes, unless the schema names its own."""
        return str(self.schema.get("RoleARN") or self.role_arn)

    @property
    def deserializer(self) -> Mapping[str, Any]:
        """OpenXJsonSerDe or HiveJsonSerDe, with its settings."""
        found: Mapping[str, Any] = (self._conversion.get("InputFormatConfiguration") or {}).get("Deserializer") or {}
        return found

    @property
    def parquet_compression(self) -> str:
        """The codec as pyarrow calls it."""
        return _PARQUET_COMPRESSIONS[(self._serializer.get("ParquetSerDe") or {}).get("Compression") or "SNAPPY"]

    @property
    def _conversion(self) -> Mapping[str, Any]:
        conversion: Mapping[str, Any] = self.settings.get("DataFormatConversionConfiguration") or {}
        return conversion if conversion.get("Enabled", bool(conversion)) else {}

    @property
    def _serializer(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = (self._conversion.get("OutputFormatConfiguration") or {}).get("Serializer") or {}
        return found

    @property
    def _processors(self) -> dict[str, dict[str, str]]:
        processing = self.settings.get("ProcessingConfiguration") or {}
        if not processing.get("Enabled"):
            return {}
        return {
            item["Type"]: {p["ParameterName"]: p["ParameterValue"] for p in item.get("Parameters") or []}
            for item in processing.get("Processors") or []
        }

    @cached_property
    def _query(self) -> dict[str, str]:
        """Partition key -> field, of a query such as `{event_date:.event_date}`; empty without partitioning."""
        if not (self.settings.get("DynamicPartitioningConfiguration") or {}).get("Enabled"):
            return {}
        query = self._processors.get("MetadataExtraction", {}).get("MetadataExtractionQuery", "").strip()
        pairs = [_PAIR.fullmatch(pair) for pair in query.removeprefix("{").removesuffix("}").split(",")]
        if not (query.startswith("{") and query.endswith("}")) or not all(pairs):
            raise NotEmulatedError(f"the metadata extraction query {query!r}; only {{name:.field,...}} is emulated")
        return {pair[1]: pair[2] for pair in pairs if pair}

    def partition_of(self, data: bytes) -> dict[str, str] | Failure:
        """The partition keys of a record, or why it has none. A key is text, a number or a boolean, and not empty."""
        if not self._query:
            return {}
        code = "DynamicPartitioning.MetadataExtractionFailed"
        try:
            row = json.loads(data)
        except (ValueError, RecursionError):
            return Failure(data, code, "the record is not one JSON document")
        if not isinstance(row, dict):
            return Failure(data, code, "the record is not a JSON object")
        keys = {}
        for name, field in self._query.items():
            value = row.get(field)
            if value in (None, "") or isinstance(value, dict | list):
                return Failure(data, code, f"partition key {name} is null, empty or no scalar")
            keys[name] = value if isinstance(value, str) else json.dumps(value)
        return keys
