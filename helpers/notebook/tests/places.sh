#!/usr/bin/env bash
# Copies what `make setup` built to where readers have it, and executes a notebook's first cells and a training there:
#   beside     in the folder that holds the Rust toolchain's, a home as a rule
#   blank      in a path with a blank and an umlaut, the kernel started elsewhere
#   account    in the home of another user, toolchain and all, with nothing but a plain search path: no LANG, umask 077,
#              no network and nothing in cargo's cache
#   read-only  the same user in a folder that is somebody else's
# The last two need root, who alone can become another user. Arguments name the places to try, all unless given.
set -euo pipefail
cd "$(dirname "$0")/../../.."
root=$PWD
started=$SECONDS
[ $# != 0 ] || set -- beside blank account read-only
wanted=" $* "
say() { echo "test-places: $*"; }

sysroot=$(rustc --print sysroot)
case $sysroot in
*/toolchains/*) parent=$(dirname "$(dirname "$(dirname "$sysroot")")") ;;
*) parent=$(dirname "$sysroot") ;;
esac
[ -w "$parent" ] || parent=$HOME
target=$(cargo metadata --no-deps --offline --format-version 1 | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p')

places=$(mktemp -d "$parent/.places.XXXXXX")
others=$(mktemp -d "${TMPDIR:-/tmp}/places.XXXXXX")
trap 'rm -rf "$places" "$others"' EXIT
trap 'exit 130' INT TERM HUP

# ---- the copy, which moves from place to place --------------------------------

tutorial=$places/tutorial
mkdir "$tutorial"
git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
    [ ! -e "$file" ] || printf '%s\0' "$file"
done | tar --create --null --files-from=- --file=- | tar --extract --directory="$tutorial" --file=-
cp -a .venv .kernel "$tutorial"
release=$tutorial/target/release
mkdir -p "$release/deps"
cp -a "$target"/release/lib*.rlib "$target/release/trainer" "$release"
find "$target/release/deps" \( -name '*.rlib' -o -name '*.so' -o -name '*.dylib' \) -exec cp -a {} "$release/deps" \;

move() {
    mkdir -p "$(dirname "$1")"
    mv "$tutorial" "$1"
    tutorial=$1
}

# `make setup` would do no more, but for asking cargo whether something changed.
describe() { ".venv/bin/python" helpers/notebook/kernelspec.py write "$(cat .kernel/evcxr_jupyter)" "$PWD/target" >/dev/null; }

in_place() {
    name=$1
    shift
    say "$name"
    (cd "$tutorial" && "$@") || {
        say "FAILED in the place \`$name\`"
        exit 1
    }
}

try_here() { describe && .venv/bin/python helpers/notebook/tests/place.py "$@"; }

if [[ $wanted == *" beside "* ]]; then
    in_place beside try_here
fi
if [[ $wanted == *" blank "* ]]; then
    move "$places/ein Ort für Bilder"
    in_place blank try_here /
fi

# ---- another user -------------------------------------------------------------

if [[ $wanted == *" account "* || $wanted == *" read-only "* ]]; then
    if [ "$(id -u)" != 0 ] || ! command -v setpriv >/dev/null; then
        say "SKIPPED: another user's home and a read-only folder, which need root and setpriv"
        say "passed after $((SECONDS - started)) s"
        exit 0
    fi
    user=54321
    chmod 755 "$others"
    home=$others/home/reader
    mkdir -p "$home/.rustup/toolchains"
    toolchain=$home/.rustup/toolchains/$(basename "$sysroot")
    mkdir "$toolchain"
    # Links where the file system can.
    link() { cp -al "$@" 2>/dev/null || cp -a "$@"; }
    link "$sysroot/bin" "$sysroot/lib" "$toolchain"
    [ ! -d "$sysroot/libexec" ] || link "$sysroot/libexec" "$toolchain"
    move "$home/tutorial"
    # The user's own Python, a copy of ours: that may lie in a home.
    base=$("$root/.venv/bin/python" -c 'import sys; print(sys.base_prefix)')
    python=$(readlink -f "$root/.venv/bin/python")
    case $base in
    /usr | /usr/local) ;;
    *)
        link "$base" "$home/python"
        python=$home/python${python#"$base"}
        ;;
    esac
    rm -f "$tutorial"/.venv/bin/python*
    "$python" -m venv --without-pip "$tutorial/.venv"
    chown -R "$user:$user" "$tutorial"
    chown "$user:$user" "$home"

    as_reader() {
        env -i HOME="$home" PATH="$1:/usr/bin:/bin" CARGO_NET_OFFLINE=true TMPDIR="$home" \
            setpriv --reuid="$user" --regid="$user" --clear-groups \
            bash -c 'umask 077; set -e; eval "$1"' bash "$2"
    }
    if [[ $wanted == *" account "* ]]; then
        # The search path has the toolchain for set-up alone, not when the kernel is started.
        in_place account as_reader "$toolchain/bin" "$(declare -f describe); describe"
        in_place account as_reader /usr/bin ".venv/bin/python helpers/notebook/tests/place.py"
    fi
    if [[ $wanted == *" read-only "* ]]; then
        in_place read-only as_reader "$toolchain/bin" "$(declare -f describe); describe"
        chown -R 0:0 "$tutorial"
        chmod -R a+rX,go-w "$tutorial"
        rm -rf "$tutorial/notebooks/.evcxr"
        in_place read-only as_reader /usr/bin ".venv/bin/python helpers/notebook/tests/place.py"
    fi
fi
say "passed after $((SECONDS - started)) s"
