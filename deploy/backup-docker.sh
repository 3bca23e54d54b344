#!/bin/sh
# Makes a backup with Docker and copies all of them out of the volume, for example every night from cron.
# Usage: deploy/backup-docker.sh <folder> [--rehearse]
set -eu
umask 077
[ $# -ge 1 ] || { echo "Usage: $0 <folder> [--rehearse]" >&2; exit 2; }
mkdir -p "$1"
folder=$(cd "$1" && pwd)
shift
cd "$(dirname "$0")/.."

docker compose exec -T cms node dist/src/cli/backup.js "$@"
docker compose cp cms:/data/backups/. "$folder"
# What has been erased since a backup is repeated when that is restored. There is no record before the first erasure.
if docker compose exec -T cms test -e /data/erasures.jsonl; then
  docker compose cp cms:/data/erasures.jsonl "$folder"
fi
# What was erased ends in the copies, too.
find "$folder" -name 'quiet-room-*.tar.gz*' -mtime +35 -delete
