#!/bin/sh
# carrel-synth as a program: its files, its queries, and what it says to wrong arguments.
set -eu
source=${CARREL_SOURCE:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$source/tests/tap.sh"
synth=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

articles() { gzip -dc "$1" | grep -c '^<PubmedArticle>$'; }
sums() { cat "$1"/* | cksum; }
equal() { [ "$1" = "$2" ]; }
differ() { [ "$1" != "$2" ]; }

# Every line is its number, a tab, and so many words of letters.
queries_hold() { # FEWEST MOST
  awk -F '\t' -v fewest="$1" -v most="$2" '
    { words = split($2, word, " ") }
    $1 != NR || words < fewest || words > most || $2 !~ /^[a-z ]+$/ { bad = 1 }
    END { exit bad || NR != 200 }'
}
queries_short() { "$synth" --queries 200 4 | queries_hold 2 6; }
queries_long() { "$synth" --queries-long 200 4 | queries_hold 15 40; }

"$synth" 120 4 "$folder/once"
"$synth" 120 4 "$folder/again"
"$synth" 120 5 "$folder/other"
"$synth" --plain 120 4 "$folder/plain"
"$synth" --plain 30002 4 "$folder/two"

check 'one file for few records' equal "$(ls "$folder/once")" pubmed26n0001.xml.gz
check 'as many records as asked for' equal "$(articles "$folder/once/pubmed26n0001.xml.gz")" 120
check 'the same bytes for the same seed' equal "$(sums "$folder/once")" "$(sums "$folder/again")"
check 'others for another' differ "$(sums "$folder/once")" "$(sums "$folder/other")"
check 'plain files hold the same' equal "$(gzip -dc "$folder/once/"*.gz | cksum)" \
  "$(cksum <"$folder/plain/pubmed26n0001.xml")"
check 'a second file after 30,000' equal \
  "$(grep -c '<PMID Version="1">3000[12]<' "$folder/two/pubmed26n0002.xml")" 2
check 'short queries' queries_short
check 'long queries' queries_long
check_status 'no arguments' 2 "$synth"
check_status 'no number' 2 "$synth" many 1 "$folder/x"
check_status 'no folder' 2 "$synth" 10 1
check_status 'an unknown option' 2 "$synth" --quick 10 1 "$folder/x"
check_fails 'a folder that cannot be made' "$synth" 10 1 "$folder/none/x"
checks_end
