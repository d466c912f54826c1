"""
Run a command for each deployment of a matrix, each with its own role of AWS: what GitLab has no matrix for.

Usage: each.py MATRIX ROLE COMMAND...; MATRIX is what `./millrace changed --matrix` printed, ROLE is plan_role or apply_role. Ends
with the first exit code that is not 0, after all have run.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path


def main(matrix: str, role: str, *command: str) -> int:
    """Every deployment gets its turn, also after one that failed."""
    code = 0
    for entry in json.loads(Path(matrix).read_text(encoding="utf-8"))["include"]:
        place = {"AWS_ROLE_ARN": entry[role], "AWS_REGION": entry["region"]}
        done = subprocess.run([*command, f"DEPLOYMENT={entry['deployment']}"], env={**os.environ, **place}, check=False)
        code = code or done.returncode
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
