#!/usr/bin/env bash
# From a bare Debian to pictures in a notebook: builds the image of the Dockerfile where there is no Docker, by debootstrap and
# buildah, and works in it as a reader does; prints times and bytes. By hand, as root, with the bundle in target/bundle:
#
#     bare.sh [FOLDER]
#
# FOLDER keeps the Debian for the next time; without it a temporary one goes at the end. The numbers stand in docs/hosted.md.
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd)
given=${1:-}
bare=$(realpath "${given:-$(mktemp -d)}")
mirror=${MIRROR:-http://deb.debian.org/debian}
export BUILDAH_ISOLATION=chroot STORAGE_DRIVER=vfs
ls "$root"/target/bundle/*.tar.xz >/dev/null || { sed -n '2,7p' "$0"; exit 1; }
command -v buildah debootstrap >/dev/null || { echo "apt install buildah debootstrap"; exit 1; }

received() { awk -F'[: ]+' '$2 != "lo" && NR > 2 { sum += $3 } END { printf "%.0f", sum }' /proc/net/dev; }
# Lines of progress with the seconds and megabytes since the one before.
timed() {
    local step="" start=$EPOCHREALTIME bytes now
    bytes=$(received)
    while IFS= read -r line; do
        printf '%s\n' "$line" >>"$bare/log"
        case $line in *STEP*) ;; *) continue ;; esac
        now=$EPOCHREALTIME
        [ -z "$step" ] || printf '%7.1f s %6.1f MB  %s\n' "$(bc <<<"$now - $start")" "$(bc <<<"scale=1; ($(received) - $bytes) / 1000000")" "${step:0:110}"
        step=$line start=$now bytes=$(received)
    done
}
step() { # name, command...
    local name=$1
    shift
    { echo "STEP $name"; "$@" 2>&1 || touch "$bare/failed"; echo "STEP end"; } | timed
    [ ! -e "$bare/failed" ] || { tail -n 30 "$bare/log"; exit 1; }
}
inside() { buildah run "$container" -- /bin/bash -ec "$1"; }

mkdir -p "$bare"
rm -f "$bare/log" "$bare/failed"
[ -e "$bare/debian.made" ] || { rm -rf "$bare/debian"; step "Debian" debootstrap --variant=minbase bookworm "$bare/debian" "$mirror"; touch "$bare/debian.made"; }
# As debian:bookworm-slim has it.
printf 'path-exclude=/usr/share/%s/*\n' doc locale man >"$bare/debian/etc/dpkg/dpkg.cfg.d/slim"
rm -rf "$bare"/debian/usr/share/{doc,locale,man}/* "$bare"/debian/var/cache/apt/* "$bare"/debian/var/lib/apt/lists/*
# What this machine needs to reach the registries.
for file in /etc/pip.conf /etc/ssl/certs /usr/local/share/ca-certificates; do
    [ ! -e $file ] || { mkdir -p "$bare/debian$(dirname $file)"; cp -rL $file "$bare/debian$(dirname $file)/"; }
done
container=$(buildah from scratch)
tar -C "$bare/debian" -cf "$bare/debian.tar" .
buildah add --quiet "$container" "$bare/debian.tar" / >/dev/null
buildah commit --quiet --rm "$container" localhost/bare-debian >/dev/null

rm -rf "$bare/tutorial"
git clone --quiet --depth 1 "file://$root" "$bare/tutorial"
mkdir -p "$bare/tutorial/target"
cp -r "$root/target/bundle" "$bare/tutorial/target/"
step "the image" buildah bud --layers=false --build-arg BASE=localhost/bare-debian --tag breast-density "$bare/tutorial"
du -m "$root"/target/bundle/*.tar.xz | awk '{ print $1 " MB  the bundle" }'
buildah images --format '{{.Size}}  the image' breast-density

container=$(buildah from breast-density)
trap 'buildah rm "$container" >/dev/null; [ -n "$given" ] || rm -rf "$bare"' EXIT
step "a figure in a notebook" inside 'python - <<END
import sys; sys.path.insert(0, "helpers/notebook")
import bench
manager, client = bench.start_new_kernel(kernel_name="rust", cwd="notebooks")
for cell in [*bench.FIRST, *bench.LATER[-2:]]:
    bench.execute(client, cell)
manager.shutdown_kernel(now=True)
END'
step "JupyterLab answers, and has the kernel" inside '
    make lab LAB="--no-browser --port=8899 --IdentityProvider.token=none" &
    for i in $(seq 120); do
        sleep 0.5
        kernels=$(python -c "from urllib.request import urlopen; print(urlopen(\"http://127.0.0.1:8899/api/kernelspecs?token=none\").read())" 2>/dev/null) && break
    done
    kill %1
    grep rust <<<"$kernels"'
step "all notebooks in quick mode, hosts as well" inside "make test-notebooks"
