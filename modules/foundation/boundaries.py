"""
The permission boundaries of an account: one for each kind of role, since IAM takes 6144 characters for one.
"""

from __future__ import annotations

from bindings import Construct
from modules.environment import Environment
from modules.foundation.boundary import BOUNDARY, PEOPLE_BOUNDARY, Boundary, people_boundary, pipeline_boundary
from modules.foundation.learning_boundary import LEARNING_BOUNDARY, learning_boundary
from modules.foundation.serving_boundary import SERVING_BOUNDARY, serving_boundary


def boundaries(scope: Construct, *, environment: Environment) -> Boundary:
    """All of them in *scope*; gives the one of pipelines that neither train nor serve models."""
    made = {
        kind: Boundary(scope, kind, name=name, document=document(environment), bounds=bounds)
        for kind, name, document, bounds in (
            ("boundary", BOUNDARY, pipeline_boundary, "every role of every pipeline"),
            ("people_boundary", PEOPLE_BOUNDARY, people_boundary, "people's permission sets"),
            (
                "learning_boundary",
                LEARNING_BOUNDARY,
                learning_boundary,
                "every role of every pipeline that trains models",
            ),
            ("serving_boundary", SERVING_BOUNDARY, serving_boundary, "every role of every pipeline that serves models"),
        )
    }
    return made["boundary"]
