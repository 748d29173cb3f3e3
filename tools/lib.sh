# shellcheck shell=sh
# What the scripts of this folder share: the packages they need, and quiet builds. Sourced.
# `root` is the source tree, where builds live in build/NAME; `work` is a folder that goes at exit.
root=$(cd "$(dirname "$0")/.." && pwd)
lists=$root/tools/packages
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 3
}

# Runs a command and shows what it printed only where it failed.
quietly() {
  output=$("$@" 2>&1) && return
  printf '%s\n' "$output" | tail -n 60 >&2
  fail "this has failed: $*"
}

packages_listed() { awk '!/^#/ && NF { print $1 }' "$lists"; }

packages_missing_here() {
  packages_listed >"$work/listed"
  # shellcheck disable=SC2016 # dpkg's own variables
  xargs dpkg-query -W -f '${db:Status-Status} ${Package}\n' <"$work/listed" 2>/dev/null |
    awk '$1 == "installed" { print $2 }' >"$work/installed"
  grep -vxF -f "$work/installed" "$work/listed"
}

# On systems without dpkg: whether what the package brings can be found.
package_is_there() { # HOW WHAT
  case $1 in
  command) command -v "$2" ;;
  module) pkg-config --exists "$2" ;;
  header) printf '#include <%s>\n' "$2" | cc -E - ;;
  esac >/dev/null 2>&1
}

packages_missing_elsewhere() {
  awk '!/^#/ && NF' "$lists" | while read -r package how what; do
    package_is_there "$how" "$what" || say "$package"
  done
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

# Installs with apt; asks for newer package lists only where the lists at hand do not do.
packages_install() {
  say "installing: $*"
  install="env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends
    -o DPkg::Lock::Timeout=120 install"
  # shellcheck disable=SC2086 # $install is several words
  as_root $install "$@" >"$work/apt" 2>&1 && return
  quietly as_root apt-get -qq update
  # shellcheck disable=SC2086
  quietly as_root $install "$@"
}

# Sees to it that every package of the list is there.
need_packages() {
  if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    missing=$(packages_missing_here | tr '\n' ' ')
  else
    missing=$(packages_missing_elsewhere | tr '\n' ' ')
  fi
  if [ -z "$missing" ]; then return; fi
  if ! command -v apt-get >/dev/null || ! as_root true 2>/dev/null; then
    fail "please install these packages (named as Debian does): $missing"
  fi
  # shellcheck disable=SC2086 # one word a package
  packages_install $missing
}

# build NAME OPTION...: configures build/NAME where that is new or the options have changed, builds.
build() {
  folder=$root/build/$1
  shift
  if [ ! -f "$folder/build.ninja" ]; then
    quietly meson setup "$folder" "$root" "$@"
  elif [ "$(cat "$folder/options" 2>/dev/null)" != "$*" ]; then
    quietly meson configure "$folder" "$@"
  fi
  say "$*" >"$folder/options"
  quietly ninja -C "$folder"
}
