"""
What the functions' environment variables say.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from .statement import IMAGE


class SettingsError(Exception):
    """An environment variable is missing or says something impossible; the message names it."""


@dataclass(frozen=True)
class Settings:
    """*images* are the containers that may hold a model, each by its digest; the one that registers has exactly one."""

    dataset: str
    key: str
    group: str
    models: str
    images: tuple[str, ...]

    @classmethod
    def load(cls, environment: Mapping[str, str], images: str) -> Self:
        """The settings in *environment*; *images* is the text of the variable with the images. Raises SettingsError."""
        try:
            named = json.loads(images) if images.startswith("[") else [images]
        except ValueError as error:
            raise SettingsError(f"environment variable PINNED_IMAGES is not JSON: {error}") from error
        wrong = [image for image in named if not isinstance(image, str) or not IMAGE.fullmatch(image)]
        if wrong or not named:
            raise SettingsError(
                f"{wrong or named!r} is no image by its digest; expected <repository>@sha256:<64 hex digits>"
            )
        return cls(
            dataset=required(environment, "DATASET"),
            key=required(environment, "SIGNING_KEY_ID"),
            group=required(environment, "MODEL_PACKAGE_GROUP"),
            models=required(environment, "MODELS_BUCKET"),
            images=tuple(named),
        )


def required(environment: Mapping[str, str], name: str) -> str:
    """The value of the variable *name*; raises SettingsError when there is none."""
    value = environment.get(name, "")
    if not value:
        raise SettingsError(f"environment variable {name} is missing or empty; set it on the function")
    return value
