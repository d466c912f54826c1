"""
What a machine does when it starts: sign in to ECR, fetch the image by its digest, and run it as a service that is restarted.
"""

from __future__ import annotations

import shlex

from modules.pipeline import Pipeline
from modules.processing.work import STOP_SECONDS, USER, Work

FETCH = """\
#!/bin/bash
set -euo pipefail
metadata=http://169.254.169.254/latest
export DOCKER_CONFIG=$(mktemp -d)
trap 'rm -rf "$DOCKER_CONFIG"' EXIT
session=$(curl -sf -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 300' $metadata/api/token)
ask() { curl -sf -H "X-aws-ec2-metadata-token: $session" "$metadata/meta-data/iam/security-credentials/$1"; }
value() { sed -n "s/.*\\"$1\\" *: *\\"\\([^\\"]*\\)\\".*/\\1/p"; }
credentials=$(ask "$(ask '')")
key=$(value AccessKeyId <<<"$credentials"):$(value SecretAccessKey <<<"$credentials")
answer=$(curl -sf https://api.ecr.$REGION.$SUFFIX/ --aws-sigv4 "aws:amz:$REGION:ecr" --config - \\
  -H "X-Amz-Security-Token: $(value Token <<<"$credentials")" -H 'Content-Type: application/x-amz-json-1.1' \\
  -H 'X-Amz-Target: AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken' -d '{}' <<<"user = \\"$key\\"")
value authorizationToken <<<"$answer" | base64 -d | cut -d: -f2 |
  docker login --username AWS --password-stdin "${IMAGE%%/*}"
docker pull --quiet "$IMAGE"
"""
"""
The machine image has Docker and curl and no AWS command line, so curl signs the one request itself. Keys go by standard input:
arguments of a process can be read by others.
"""


def start_script(work: Work, pipeline: Pipeline, log_group: str) -> str:
    """The user data of a machine; it holds no secret."""
    place = pipeline.environment
    variables = {
        "IMAGE": work.image,
        "REGION": place.region,
        "SUFFIX": pipeline.service("ecr").split(place.region + ".")[1],
    }
    settings = "\n".join(f"{name}={value}" for name, value in {**variables, **work.variables}.items())
    return "\n".join(
        [
            "#!/bin/bash",
            "set -euo pipefail",
            "systemctl disable --now ecs || true",
            "mkdir -p /etc/millrace",
            f"cat >/etc/millrace/worker.env <<'SETTINGS'\n{settings}\nSETTINGS",
            f"cat >/usr/local/bin/fetch-image <<'FETCH'\n{FETCH}FETCH",
            "chmod 0755 /usr/local/bin/fetch-image",
            f"cat >/etc/systemd/system/worker.service <<'UNIT'\n{_unit(work, place.region, log_group)}UNIT",
            "systemctl daemon-reload",
            "systemctl enable --now worker",
            "",
        ]
    )


def _unit(work: Work, region: str, log_group: str) -> str:
    """The container: no root, no capability, nothing writable, on the network of the machine so that one hop is enough."""
    logs = {"awslogs-group": log_group, "awslogs-region": region, "tag": "worker/{{.ID}}"}
    options = [
        *("--name", "worker", "--rm", "--network", "host", "--user", USER, "--read-only"),
        *("--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--env-file", "/etc/millrace/worker.env"),
        *(
            "--log-driver",
            "awslogs",
            *(part for name, value in logs.items() for part in ("--log-opt", f"{name}={value}")),
        ),
    ]
    return "\n".join(
        [
            "[Unit]",
            "Requires=docker.service",
            "After=docker.service network-online.target",
            "StartLimitIntervalSec=0",
            "[Service]",
            "EnvironmentFile=/etc/millrace/worker.env",
            "ExecStartPre=/usr/local/bin/fetch-image",
            f"ExecStart=/usr/bin/docker run {shlex.join(options)} {work.image}",
            f"ExecStop=/usr/bin/docker stop --time {STOP_SECONDS} worker",
            f"TimeoutStopSec={STOP_SECONDS + 15}",
            "TimeoutStartSec=600",
            "Restart=always",
            "RestartSec=15",
            "[Install]",
            "WantedBy=multi-user.target",
            "",
        ]
    )
