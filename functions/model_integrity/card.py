"""
The model card: what the model is for, what it learned from and how good it is, for those who decide about it.

The provider of Terraform has no resource for it, and what it says is known only once a model is evaluated, so that it is written
here, a version for each model that is registered ("Model card JSON schema").
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from botocore.exceptions import ClientError

from .settings import required
from .statement import RefusedError, Statement

WAITING = "PendingReview"


@dataclass(frozen=True)
class Card:
    """*name* is that of the card, *key* the one that it is encrypted with; *purpose* and *risk* are the deployment's words."""

    name: str
    key: str
    purpose: str
    risk: str

    @classmethod
    def load(cls, environment: Mapping[str, str]) -> Self:
        """What the variables in *environment* say; raises SettingsError."""
        names = ("MODEL_CARD", "MODEL_CARD_KEY_ID", "MODEL_PURPOSE", "MODEL_RISK")
        return cls(*(required(environment, name) for name in names))

    def write(self, sagemaker: Any, content: Mapping[str, Any]) -> None:
        """A new version that waits for review; the first one makes the card."""
        said = {"ModelCardName": self.name, "Content": json.dumps(content, sort_keys=True), "ModelCardStatus": WAITING}
        try:
            sagemaker.create_model_card(**said, SecurityConfig={"KmsKeyId": self.key})
        except ClientError as error:
            if error.response["Error"]["Code"] != "ConflictException":
                raise
            sagemaker.update_model_card(**said)

    def content(
        self, statement: Statement, model: str, evaluation: bytes, reports: Mapping[str, str]
    ) -> dict[str, Any]:
        """
        The card of the model that *statement* is about and that is at *model*, with the figures of *evaluation*; *reports* are
        places by name. Raises RefusedError when the evaluation holds no figures.
        """
        return {
            "model_overview": {
                "model_description": f"Learnt from {statement.dataset}, batch {statement.batch}",
                "model_artifact": [model],
                "inference_environment": {"container_image": [statement.image]},
            },
            "intended_uses": {"purpose_of_model": self.purpose, "risk_rating": self.risk},
            "evaluation_details": [
                {
                    "name": "held-out rows",
                    "datasets": [f"{statement.dataset}/{statement.batch}"],
                    "metadata": {"report": reports["evaluation.json"]},
                    "metric_groups": [{"name": "quality", "metric_data": _figures(evaluation)}],
                }
            ],
            "additional_information": {
                "custom_details": {
                    "artefact_sha256": statement.artefact,
                    "execution": statement.execution,
                    "bias report": reports["bias.json"],
                    "explainability report": reports["explainability.json"],
                }
            },
        }


def _figures(evaluation: bytes) -> list[dict[str, Any]]:
    try:
        metrics = json.loads(evaluation)["metrics"]
        figures = [{"name": name, "type": "number", "value": float(metrics[name]["value"])} for name in sorted(metrics)]
    except (ValueError, KeyError, TypeError) as error:
        raise RefusedError("unevaluated", f"evaluation.json is no report of an evaluation: {error!r}") from error
    if not figures:
        raise RefusedError("unevaluated", "evaluation.json holds no figures")
    return figures
