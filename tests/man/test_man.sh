#!/bin/sh
# The manual page names every command and every option that the program's own help names.
set -eu
source=${CARREL_SOURCE:-$(cd "$(dirname "$0")/../.." && pwd)}
program=${CARREL_BINARY:?says which program to run}
page=$source/src/man/carrel.1
. "$source/tests/tap.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$program" --help | awk '/^Commands/ { listed = 1; next } listed && !NF { exit }
  listed && /^  [a-z]/ { print $1 }' >"$work/commands"
{
  "$program" --help
  while read -r command; do "$program" help "$command"; done <"$work/commands"
} | awk '/^ +(-[A-Za-z], )?--[a-z]/ { sub(/^ +(-[A-Za-z], )?--/, ""); print $1 }' |
  sort -u >"$work/options"

# Lines of a list for which the page has no `.It` that begins so.
all_named() { # LIST SED-SCRIPT-THAT-MAKES-A-PATTERN
  sed "$2" "$1" | {
    missing=0
    while read -r pattern; do
      grep -q -e "$pattern" "$page" && continue
      echo "no line of the page is like: $pattern"
      missing=1
    done
    return "$missing"
  }
}
as_command='s/.*/^\\.It Cm &\\( \\|$\\)/'
as_option='s/.*/^\\.It .*Fl.* -&\\( \\|$\\)/'

check 'the help lists commands' grep -qx search "$work/commands"
check 'the help lists options' grep -qx limit "$work/options"
check 'the page names every command' all_named "$work/commands" "$as_command"
check 'the page names every option' all_named "$work/options" "$as_option"
"$program" formats --json | sed -n '/"written":"/s/^{"format":"\([^"]*\)".*/\1/p' >"$work/formats"
as_format='s/.*/^\\.It Cm \\(.* , \\)*&\\( \\|$\\)/'
check 'the program tells its formats' grep -qx jsonl "$work/formats"
check 'the page names every output format' all_named "$work/formats" "$as_format"
echo frobnicate >"$work/other"
check_fails 'a command that is not in the page is seen' all_named "$work/other" "$as_command"
check_fails 'an option that is not in the page is seen' all_named "$work/other" "$as_option"
checks_end
