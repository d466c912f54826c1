#!/bin/sh
# Judge the deployments that differ from BASE (origin/main unless it is set). For .git/hooks/pre-push, or for pre-commit:
#
#   repos:
#     - repo: local
#       hooks:
#         - {id: millrace-gate, name: gate, entry: ci/pre-commit.sh, language: script, pass_filenames: false, stages: [pre-push]}
set -eu
cd "$(git rev-parse --show-toplevel)"
names="$(./millrace changed --base "${BASE:-origin/main}")"
for name in $names; do
  make plan DEPLOYMENT="$name"
done
