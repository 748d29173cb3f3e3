#!/bin/sh
# The limits of style: that every file keeps them, that src/README.md names every folder and file,
# and that this test would see where it is otherwise.
set -eu
source=${CARREL_SOURCE:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$source/tests/tap.sh"
rules=$source/tests/style/style.awk
samples=$(mktemp -d)
trap 'rm -rf "$samples"' EXIT

# What people write here: not the corpus, not the transcripts, whose lines are as long as they are.
own_files() {
  find src include schema tests tools .ci meson.build meson_options.txt README.md CHANGELOG.md \
    -type f ! -path 'tests/golden/*' ! -path 'src/man/*' 2>/dev/null |
    grep -E '\.(c|h|awk|sh|sql|md)$|^(tools|\.ci)/[a-z-]+$|meson(\.build|_options\.txt)$' |
    LC_ALL=C sort
}

# Violations of one rule, in all files given.
keeps() { # RULE FILE...
  rule=$1
  shift
  found=$(LC_ALL=C awk -f "$rules" "$@" | grep "\[$rule\]") || return 0
  printf '%s\n' "$found"
  return 1
}

# Folders and files of C that the map, src/README.md, does not name: a folder has a headline
# "### `FOLDER`", and what stands below it names its files in backquotes, without ending; * is any
# number of characters.
maps_everything() { # FOLDER-OF-SRC
  missing=0
  for folder in "$1"/*/; do
    name=$(basename "$folder")
    named=$(awk -v head="### \`$name\`" '/^#/ { inside = index($0, head) == 1; next }
      inside { while (match($0, /`[^`]*`/)) {
        print substr($0, RSTART + 1, RLENGTH - 2); $0 = substr($0, RSTART + RLENGTH) } }' \
      "$1/README.md")
    if ! grep -q "^### \`$name\`" "$1/README.md"; then
      echo "$1/README.md has no headline for \`$name\`"
      missing=1
    fi
    for file in "$folder"*.[ch]; do
      if [ -e "$file" ] && ! is_named "$(basename "${file%.*}")" "$named"; then
        echo "$1/README.md, \`$name\`, does not name ${file#"$folder"}"
        missing=1
      fi
    done
  done
  return "$missing"
}

is_named() ( # NAME PATTERNS, one a line; in a shell of its own, where patterns stay patterns
  set -f
  for pattern in $2; do
    # shellcheck disable=SC2254 # it is a pattern
    case $1 in $pattern) exit 0 ;; esac
  done
  exit 1
)

cd "$source"
for rule in lines function columns opening space words silent; do
  check "every file keeps the rule: $rule" keeps "$rule" $(own_files)
done
check 'src/README.md names every folder and file' maps_everything src

cd "$samples"
mkdir -p src/base src/cli
opening='/* A sample. */'
repeat() { awk -v count="$1" -v line="$2" 'BEGIN { while (count-- > 0) print line }'; }
# sample FILE LINE...: a C file that opens well.
sample() {
  file=$1
  shift
  printf '%s\n' "$opening" "$@" >"$file"
}
function_of() { # LINES
  printf '%s\n' "$opening" 'static int f(int a,' '             int b) {'
  repeat $(($1 - 3)) '  a++;'
  echo '}'
}
hundred=$(printf '%0100d' 0)

{ echo "$opening"; repeat 398 'int x;'; } >src/base/lines.c
check '399 lines are fine' keeps lines src/base/lines.c
echo 'int x;' >>src/base/lines.c
check_fails '400 lines are seen' keeps lines src/base/lines.c
sample short.c
check_fails '400 lines are seen before another file' keeps lines src/base/lines.c short.c

function_of 59 >function.c
check 'a function of 59 lines is fine' keeps function function.c
function_of 60 >function.c
check_fails 'a function of 60 lines is seen' keeps function function.c
{ echo "$opening"; echo 'static const int x[] = {'; repeat 70 '    1,'; echo '};'; } >table.c
check 'a long table is not a function' keeps function table.c
{ function_of 40; function_of 40; } >two.c
check 'two short functions are not a long one' keeps function two.c

sample columns.c "$hundred"
check '100 columns are fine' keeps columns columns.c
sample columns.c "${hundred}0"
check_fails '101 columns are seen' keeps columns columns.c
sample columns.c "$(printf '%099d' 0)é"
check 'columns are characters, not bytes' keeps columns columns.c

echo 'int x;' >opening.c
check_fails 'a C file without an opening comment is seen' keeps opening opening.c
printf '#!/bin/sh\nset -eu\n' >opening.sh
check_fails 'a script without an opening comment is seen' keeps opening opening.sh
printf '#!/bin/sh\n# A sample.\nset -eu\n' >opening.sh
check 'an opening comment below #! is fine' keeps opening opening.sh

sample space.c "$(printf '\tint x;')"
check_fails 'a tab is seen' keeps space space.c
sample space.c 'int x; '
check_fails 'a space at the end is seen' keeps space space.c
for word in TO''DO FIX''ME XX''X; do
  sample word.c "/* $word: later */"
  check_fails "a word for unfinished work is seen: $word" keeps words word.c
done
sample word.c "mkstemp(\"nameXX""XXXX\");"
check 'a part of a word is no such word' keeps words word.c

sample src/base/silent.c '  printf("%d", 1);'
check_fails 'a library that prints is seen' keeps silent src/base/silent.c
sample src/base/silent.c '  fprintf(stderr, "no");'
check_fails 'a library that prints to standard error is seen' keeps silent src/base/silent.c
sample src/base/silent.c '  exit(1);'
check_fails 'a library that exits is seen' keeps silent src/base/silent.c
sample src/base/silent.c '  buffer_printf(b, "%d", 1);' '  snprintf(s, 9, "exit");'
check 'printing into memory is fine' keeps silent src/base/silent.c
sample src/cli/main.c '  printf("%d", 1);'
check 'the command line may print' keeps silent src/cli/main.c

rm -rf src
mkdir -p src/base src/cli
touch src/base/text.c src/base/text.h src/cli/cmd_one.c src/cli/cmd_two.c
map() { printf '%s\n' "$@" >src/README.md; }
map '### `base`: things' '- `text`: texts' '### `cli`' 'The `cmd_*`.'
check 'a whole map is fine' maps_everything src
map '### `base`: things' '- `text`: texts'
check_fails 'a folder that the map lacks is seen' maps_everything src
map '### `base`: things' '- `text`: texts' '### `cli`' 'Just `cmd_one`.'
check_fails 'a file that the map lacks is seen' maps_everything src
map '### `base`: things' '- `texts`' '### `cli`' 'The `text` and `cmd_*`.'
check_fails 'a file that another folder names is seen' maps_everything src
checks_end
