#!/usr/bin/env bash
# Starts a Slurm of two pretended machines on loopback, all of it in a temporary folder, runs helpers/crates/training/tests/slurm.rs on
# it, or the command that it is given (such as bash), and takes it down again. Needs no systemd, no control groups and no root, but for installing Slurm on Debian.
#   TRAINER         worker, target/release/trainer unless given; `stand-in` for a script that only pretends
#   RUN_SHORT       folder prepared for the worker, which trains some seconds; is copied, not changed
#   RUN_LONG        another one, which trains for longer than two minutes
#   STATUS_WORDS    what status.json holds while the worker trains, when it was told to stop, and when it has finished
#   KEEP=1          leaves the temporary folder with all logs
set -euo pipefail
started=$SECONDS
cd "$(dirname "$0")/../../../.."
say() { echo "test-slurm: $*" >&2; }

programs=(munged slurmctld slurmd sbatch squeue scancel sinfo srun)
missing() { for program in "${programs[@]}"; do command -v "$program" >/dev/null || echo "$program"; done; }
export PATH=$PATH:/usr/sbin:/sbin
if [ -n "$(missing)" ]; then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        say "missing:" $(missing)
        say "install Slurm and MUNGE, on Debian: apt install slurm-wlm munge"
        exit 1
    fi
    say "installing slurm-wlm and munge"
    export DEBIAN_FRONTEND=noninteractive
    install() { apt-get install -qq --no-install-recommends slurm-wlm munge >/dev/null; }
    install || { apt-get update -qq && install; }
    if [ -n "$(missing)" ]; then
        say "still missing:" $(missing)
        exit 1
    fi
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/slurm.XXXXXX")
daemons=()
tests=
finish() {
    code=$?
    trap - EXIT
    trap '' INT TERM HUP
    [ -z "$tests" ] || kill -- "-$tests" 2>/dev/null || true
    if [ -n "$(timeout 20 squeue --noheader 2>/dev/null)" ]; then
        timeout 20 scancel --user="$(id -un)" --signal=KILL --full || true
        timeout 20 scancel --user="$(id -un)" || true
        for _ in {1..40}; do
            [ -n "$(timeout 20 squeue --noheader 2>/dev/null)" ] || break
            sleep 0.5
        done
    fi
    # The last one started is the first to go.
    for ((i = ${#daemons[@]} - 1; i >= 0; i--)); do
        kill "${daemons[i]}" 2>/dev/null || true
        wait "${daemons[i]}" 2>/dev/null || true
    done
    if [ $code != 0 ]; then
        for log in "$folder"/*.log; do
            [ ! -s "$log" ] || { say "end of ${log##*/}:"; tail -n 15 "$log" >&2; }
        done
    fi
    if [ -n "${KEEP:-}" ]; then say "logs in $folder"; else rm -rf "$folder"; fi
    [ $code != 0 ] || code_word=passed
    say "${code_word:-failed} after $((SECONDS - started)) s"
    exit $code
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# ---- the worker -------------------------------------------------------------

export TRAINER=${TRAINER:-target/release/trainer}
export STATUS_WORDS=${STATUS_WORDS:-running stopped finished}
if [ "$TRAINER" = stand-in ]; then
    TRAINER=helpers/crates/training/tests/slurm/trainer.sh
    export RUN_SHORT=$folder/short RUN_LONG=$folder/long
    mkdir "$RUN_SHORT" "$RUN_LONG"
    echo '{"steps": 30}' > "$RUN_SHORT/config.json"
    echo '{"steps": 3000}' > "$RUN_LONG/config.json"
fi
if [ $# = 0 ]; then
    [ -x "$TRAINER" ] || { say "no program $TRAINER: build it, or TRAINER=stand-in"; exit 1; }
    for name in RUN_SHORT RUN_LONG; do
        [ -f "${!name:-}/config.json" ] || { say "$name='${!name:-}': give a run folder that holds config.json"; exit 1; }
        export "$name=$(realpath "${!name}")"
    done
    TRAINER=$(realpath "$TRAINER")

    # Built first, so that nobody waits for the compiler with a cluster at hand.
    cargo test --quiet --release -p training --test slurm --no-run
fi

# ---- the cluster ------------------------------------------------------------

# Three ports in a row that nobody listens on.
port=
for _ in {1..50}; do
    first=$((20000 + RANDOM % 9000))
    for p in $first $((first + 1)) $((first + 2)); do
        ! (exec 3<>"/dev/tcp/127.0.0.1/$p") 2>/dev/null || continue 2
    done
    port=$first
    break
done
[ -n "$port" ] || { say "no free ports"; exit 1; }

host=$(hostname -s)
mkdir "$folder/state"
# Control groups are not ours to use in a container. Older versions leave them alone when nothing asks for them.
version=$(slurmd -V | grep -o '[0-9][0-9]\.[0-9]*' | head -n 1)
if [ "$(printf '%s\n' 23.11 "$version" | sort -V | head -n 1)" = 23.11 ]; then
    echo "CgroupPlugin=disabled" > "$folder/cgroup.conf"
else
    echo > "$folder/cgroup.conf"
fi
# GPUs have to be devices, whichever.
echo "Name=gpu File=/dev/null,/dev/zero" > "$folder/gres.conf"
cat > "$folder/slurm.conf" <<END
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
SlurmctldPort=$port
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=$folder/munge.socket
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/%n
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/%n.pid
PlugStackConfig=/dev/null
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
ReturnToService=2
KillWait=30
GresTypes=gpu
NodeName=one NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + 1)) CPUs=16 Gres=gpu:2
NodeName=two NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + 2)) CPUs=16 Gres=gpu:2
PartitionName=test Nodes=ALL Default=YES MaxTime=60 State=UP
END
# A surrounding job's variables would change what the programs here do.
for name in "${!SLURM_@}" "${!SBATCH_@}" "${!SRUN_@}" "${!SQUEUE_@}"; do unset "$name"; done
export SLURM_CONF=$folder/slurm.conf

head -c 128 /dev/urandom > "$folder/munge.key"
chmod 400 "$folder/munge.key"
# MUNGE wants its socket where everybody can get at it, which mktemp's folder is not.
chmod 755 "$folder"
start() { # NAME COMMAND...
    local log=$folder/$1.log
    shift
    "$@" >"$log" 2>&1 &
    daemons+=($!)
}
until_true() { # SECONDS WHAT COMMAND...
    local end=$((SECONDS + $1)) what=$2
    shift 2
    until "$@"; do
        [ $SECONDS -lt $end ] || { say "gave up waiting for $what"; exit 1; }
        sleep 0.2
    done
}
start munged munged --foreground --force --key-file="$folder/munge.key" --socket="$folder/munge.socket" \
    --pid-file="$folder/munge.pid" --log-file="$folder/munge.log" --seed-file="$folder/munge.seed"
until_true 10 "MUNGE" test -S "$folder/munge.socket"
start slurmctld slurmctld -D
start one slurmd -D -N one
start two slurmd -D -N two
two_idle() { [ "$(timeout 10 sinfo --noheader --Node --format=%T 2>/dev/null | grep -c '^idle$')" = 2 ]; }
until_true 40 "two idle machines" two_idle
say "Slurm $(slurmd -V | cut -d' ' -f2) is up after $((SECONDS - started)) s"

if [ $# -gt 0 ]; then
    "$@"
    exit
fi
# A group of its own, so that the whole of it can be ended; and awaited, so that a signal is heard at once.
mkdir "$folder/runs"
set -m
# As if the notebook ran in a job itself: with these two passed on, srun would refuse to start.
SLURM_MEM_PER_CPU=10 SLURM_MEM_PER_NODE=20 TMPDIR=$folder/runs \
    cargo test --quiet --release -p training --test slurm -- --ignored --test-threads=8 &
tests=$!
set +m
wait "$tests"
