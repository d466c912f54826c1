"""
Every deployment as one stack: what `cdktf synth` runs.
"""

from __future__ import annotations

import sys
from pathlib import Path

from blueprints.loading import deployment_names
from blueprints.synthesis import synthesize
from modules.errors import MillraceError

ROOT = Path(__file__).resolve().parent


def main() -> int:
    try:
        synthesize(ROOT, deployment_names(ROOT))
    except MillraceError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
