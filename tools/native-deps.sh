# Sourced by ./zonewerk and ./test. The solver HiGHS is C++: its build needs
# cmake and libclang. Uses those of the machine; gets what is missing, says so.
# Where they are private, .cargo/config.toml tells cargo.

native_deps_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
native_deps_private="$native_deps_root/.build-tools"

native_deps_say() { echo "zonewerk build: $*" >&2; }

native_deps_fail() {
  native_deps_say "$*"
  native_deps_say "install cmake and libclang (Debian: apt-get install cmake libclang1-14), then run this again"
  return 1
}

native_deps_system_libclang() {
  [ -n "${LIBCLANG_PATH:-}" ] && return 0
  command -v llvm-config >/dev/null 2>&1 && set -- "$(llvm-config --libdir)" || set --
  local dir file
  for dir in "$@" /usr/lib/llvm-*/lib /usr/lib/*-linux-gnu /usr/lib64 /usr/lib /usr/local/lib; do
    for file in "$dir"/libclang.so "$dir"/libclang.so.* "$dir"/libclang-[0-9]*.so "$dir"/libclang-[0-9]*.so.*; do
      [ -e "$file" ] && return 0
    done
  done
  return 1
}

native_deps_private_cmake() { echo "$native_deps_private/cmake/data/bin/cmake"; }
native_deps_private_libclang() { echo "$native_deps_private/clang/native"; }

native_deps_have_cmake() {
  [ -n "${CMAKE:-}" ] || command -v cmake >/dev/null 2>&1 || [ -x "$(native_deps_private_cmake)" ]
}

native_deps_have_libclang() {
  native_deps_system_libclang || [ -e "$(native_deps_private_libclang)/libclang.so" ]
}

# Python packages first: a private folder, no root, nothing of the machine changes.
native_deps_from_pip() {
  python3 -m pip --version >/dev/null 2>&1 || return 1
  native_deps_say "getting $* from PyPI into ${native_deps_private#"$native_deps_root"/} (nothing else changes)"
  python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
    --upgrade --target "$native_deps_private" "$@" >&2
}

native_deps_from_apt() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
  native_deps_say "installing $* with apt-get"
  apt-get update -qq >&2 && apt-get install -y -qq --no-install-recommends "$@" >&2
}

# A file for cargo, so that plain cargo commands in this folder find the same tools. One that
# somebody wrote by hand is left alone.
native_deps_tell_cargo() {
  local mark="# Written by tools/native-deps.sh"
  local file="$native_deps_root/.cargo/config.toml"
  local lines=()
  [ -z "${CMAKE:-}" ] && ! command -v cmake >/dev/null 2>&1 && lines+=("CMAKE = \"$(native_deps_private_cmake)\"")
  native_deps_system_libclang || lines+=("LIBCLANG_PATH = \"$(native_deps_private_libclang)\"")
  [ "${#lines[@]}" -gt 0 ] || return 0
  if [ -e "$file" ] && [ "$(head -n 1 "$file")" != "$mark" ]; then
    local line value
    for line in "${lines[@]}"; do
      grep -qF "$line" "$file" && continue
      native_deps_say "for plain cargo commands add $line under [env] of .cargo/config.toml"
      value=${line#*\"}
      export "${line%% *}=${value%\"}"
    done
    return 0
  fi
  mkdir -p "$native_deps_root/.cargo"
  printf '%s\n' "$mark" "[env]" "${lines[@]}" > "$file"
}

native_deps() {
  local pip_wanted=() apt_wanted=()
  native_deps_have_cmake || { native_deps_say "no cmake here"; pip_wanted+=(cmake); apt_wanted+=(cmake); }
  native_deps_have_libclang || { native_deps_say "no libclang here"; pip_wanted+=(libclang); apt_wanted+=(libclang1-14); }
  if [ "${#pip_wanted[@]}" -gt 0 ]; then
    native_deps_from_pip "${pip_wanted[@]}" || native_deps_from_apt "${apt_wanted[@]}" \
      || native_deps_fail "could not get: ${pip_wanted[*]}" || return 1
  fi
  native_deps_tell_cargo
  command -v cargo >/dev/null 2>&1 || { [ -f "$HOME/.cargo/env" ] && . "$HOME/.cargo/env"; }
  command -v cargo >/dev/null 2>&1 || native_deps_fail "no cargo here: see https://rustup.rs"
}
