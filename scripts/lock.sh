#!/usr/bin/env bash
# Resolves pyproject.toml into the lock files anew: versions and hashes, no hosts. Needs uv (pip install uv).
# `scripts/lock.sh --upgrade` takes newer versions where the ranges allow them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

compile() {
  uv pip compile --quiet --no-config --universal --python-version 3.11 \
    --generate-hashes --no-emit-index-url --no-header "$@"
}

compile pyproject.toml --extra migrations --extra dev --output-file requirements.lock "$@"
compile --group pyproject.toml:node --output-file requirements-node.lock "$@"
