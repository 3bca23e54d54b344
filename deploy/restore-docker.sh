#!/bin/sh
# Restores a backup with Docker, over the site that is there or into nothing, and starts the site. A file erasures.jsonl
# beside the backup is used where the site has none of its own.
# Usage: deploy/restore-docker.sh <backup> [--yes] [--discard-present]
set -eu
[ -f "${1:-}" ] || { echo "Usage: $0 <backup> [--yes] [--discard-present]" >&2; exit 2; }
name=$(basename "$1")
beside=$(cd "$(dirname "$1")" && pwd)
shift
cd "$(dirname "$0")/.."

# Files of root can't be read by the user in the container, so it writes them itself. It reads all of what it is sent
# also when the file is there already, because some engines fail otherwise.
put() {
  docker compose run --rm -T cms sh -c 'umask 077; mkdir -p /data/backups
    if [ -e "$0" ]; then cat > /dev/null; else cat > "$0.part" && mv "$0.part" "$0"; fi' "$2" < "$1"
}
docker compose stop cms
put "$beside/$name" "/data/backups/$name"
if [ -f "$beside/erasures.jsonl" ]; then put "$beside/erasures.jsonl" /data/erasures.jsonl; fi
# Its last line, because not every engine hands on its exit code, and a site that was not restored must not be started.
docker compose run --rm -T cms node dist/src/cli/restore.js "/data/backups/$name" "$@" | tee -a /dev/stderr |
  grep '^Start the site now' > /dev/null || { echo "Not restored. docker compose up -d starts what was there." >&2; exit 1; }
docker compose up -d
