#!/bin/sh
# The layers of src/: that they are kept, and that this test would see where they are not.
set -eu
source=${CARREL_SOURCE:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$source/tests/tap.sh"
rules=$source/tests/layers/layers.awk
samples=$(mktemp -d)
trap 'rm -rf "$samples"' EXIT

layers_of() { awk -f "$rules" "$@"; }

cd "$source"
check 'folders of src/ include only what is below them' \
  layers_of src/README.md $(find src -name '*.[ch]' | sort)

cd "$samples"
mkdir -p src/base src/read src/write src/cli src/odd
cat >README.md <<'END'
## Layers

```
cli
read write
base
```
END

# sample FILE NAME LINE: one file with one line of C.
sample() { printf '/* A sample. */\n%s\n' "$2" >"$1"; }

sample src/read/good.c '#include "base/text.h"'
check 'what is below is fine' layers_of README.md src/read/good.c
sample src/cli/good.c '#include "read/reader.h"'
check 'what is far below is fine' layers_of README.md src/cli/good.c
sample src/read/own.c '#include "read/reader.h"'
check 'the own folder is fine' layers_of README.md src/read/own.c
sample src/base/system.c '#include <cli/anything.h>'
check 'system headers are nobody'"'"'s layer' layers_of README.md src/base/system.c

sample src/base/up.c '#include "read/reader.h"'
check_fails 'what is above is seen' layers_of README.md src/base/up.c
sample src/read/beside.c '  #  include "write/writer.h"'
check_fails 'what is beside is seen' layers_of README.md src/read/beside.c
sample src/odd/alone.c 'int x;'
check_fails 'a folder without a layer is seen' layers_of README.md src/odd/alone.c
sample src/read/odd.c '#include "odd/alone.h"'
check_fails 'an include from a folder without a layer is seen' layers_of README.md src/read/odd.c
sample src/read/bare.c '#include "reader.h"'
check_fails 'an include without a folder is seen' layers_of README.md src/read/bare.c

echo 'Nothing is drawn here.' >empty.md
check_status 'a map without a drawing is not taken for a good one' 2 \
  layers_of empty.md src/read/good.c
checks_end
