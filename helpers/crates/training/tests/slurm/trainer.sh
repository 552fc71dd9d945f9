#!/usr/bin/env bash
# Stands in for the trainer: counts the steps that config.json asks for, tells about it in status.json and log.txt, and
# stops on SIGTERM. Saving takes it some seconds, as it does with real weights.
set -euo pipefail
cd "$1"
tell() {
    [ "$SLURM_PROCID" = 0 ] || return 0
    echo "{\"state\": \"$1\", \"step\": $step}" > status.json.part
    mv status.json.part status.json
    echo "$1 at step $step" >> log.txt
}
stop=
trap 'stop=1' TERM
step=0
steps=$(sed -n 's/.*"steps": *\([0-9]*\).*/\1/p' config.json)
tell running
while [ $((step += 1)) -lt "$steps" ]; do
    # A signal ends the wait; sleep itself may be hit by it as well.
    sleep 0.1 & wait $! || true
    if [ -n "$stop" ]; then
        sleep 3
        tell stopped
        exit
    fi
done
tell finished
