"""
What the image does when nobody names a program: SageMaker's hosting starts it with `serve`, its monitors with nothing.
"""

from __future__ import annotations

import functools
import logging
import os
import sys
from pathlib import Path

from functions.model_monitoring.run import run
from functions.model_serving.inference import model_fn
from functions.model_serving.server import serve

BASE = Path("/opt/ml")


def main(arguments: list[str]) -> None:
    logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)s %(message)s")
    if arguments == ["serve"]:
        serve(functools.partial(model_fn, str(BASE / "model")))
    elif not arguments:
        run(os.environ, BASE)
    else:
        raise SystemExit(f"{' '.join(arguments)} is none of the image's programs: serve, or nothing for a monitor")


if __name__ == "__main__":
    main(sys.argv[1:])
