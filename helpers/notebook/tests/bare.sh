#!/usr/bin/env bash
# From a bare Debian to a first picture in a notebook, with a bundle: times and bytes. Run by hand, as root:
#
#     bare.sh BUNDLE [FOLDER]
#
# FOLDER (default: a temporary one) becomes the root of a bookworm; one that is there already is used again. Rust is copied from here in
# place of being fetched, as an image with the toolchain would have it.
set -euo pipefail
[ $# -ge 1 ] && [ -f "$1" ] || { sed -n '2,8p' "$0"; exit 1; }
bundle=$(realpath "$1")
root=$(cd "$(dirname "$0")/../../.." && pwd)
bare=${2:-$(mktemp -d)}
mirror=${MIRROR:-http://deb.debian.org/debian}

step() { # name, command...
    local name=$1 start end
    shift
    start=$(date +%s.%N)
    "$@" >"$bare.log" 2>&1 || { tail -n 20 "$bare.log"; echo "FAILED: $name"; exit 1; }
    end=$(date +%s.%N)
    printf '%-46s %6.1f s\n' "$name" "$(echo "$end - $start" | bc)"
}
size() { printf '%-46s %6d MB\n' "$1" $(($(du -sxm --exclude=proc "$2" | cut -f1))); }
inside() {
    env -i HOME=/home/reader PATH=/opt/rust/bin:/usr/bin:/bin LANG=C.UTF-8 ${PIP_INDEX_URL:+PIP_INDEX_URL="$PIP_INDEX_URL"} \
        "$(command -v chroot)" --userspec=1000:1000 "$bare" /bin/bash -ec "cd ~/tutorial && $1"
}

[ -x "$bare/usr/bin/make" ] || step "Debian with make, gcc, Python and git" debootstrap --variant=minbase \
    --include=make,gcc,libc6-dev,python3,python3-venv,git,ca-certificates bookworm "$bare" "$mirror"
size "Debian" "$bare"
mountpoint -q "$bare/proc" || mount -t proc proc "$bare/proc"
trap 'umount "$bare/proc"' EXIT
cp /etc/resolv.conf /etc/hosts "$bare/etc/"
[ ! -f /etc/pip.conf ] || cp /etc/pip.conf "$bare/etc/"
cp -r /etc/ssl/certs/. "$bare/etc/ssl/certs/"
rust=$(rustc --print sysroot)
mkdir -p "$bare/opt/rust/lib" "$bare/home/reader"
step "Rust, copied" bash -c "cp -r '$rust/bin' '$bare/opt/rust/' && cp -r '$rust'/lib/*.so* '$rust/lib/rustlib' '$bare/opt/rust/lib/'"
rm -rf "$bare/home/reader/tutorial"
git clone --quiet "$root" "$bare/home/reader/tutorial"
cp "$bundle" "$bare/home/reader/tutorial/"
chown -R 1000:1000 "$bare/home/reader"
size "the bundle" "$bundle"
step "Jupyter into .venv" inside "make .venv/installed"
step "make setup with the bundle" inside "make setup"
grep -q "compiled files from" "$bare.log" || { echo "FAILED: the bundle was not used"; tail -n 20 "$bare.log"; exit 1; }
step "notebook 3 in quick mode" inside ".venv/bin/python - <<'END'
import sys; sys.path.insert(0, 'helpers/notebook')
import execute
execute.execute(execute.ROOT / 'notebooks' / '3_Figure_merit.ipynb', execute.ROOT / 'notebooks', quick=True)
END"
step "all notebooks in quick mode, hosts' too" inside "make test-notebooks"
size "the tutorial's folder, set up" "$bare/home/reader/tutorial"
