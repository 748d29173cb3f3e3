#!/bin/sh
# The corpus: that every record says that it is invented, and that no identifier could be a real
# one. That its files can be read is tested by the transcripts.
set -eu
source=${CARREL_SOURCE:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$source/tests/tap.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

equal() { [ "$1" = "$2" ]; }
at_most() { [ "$1" -le "$2" ]; }
lines_of() { grep -c "$1" "$2" || true; }

# Continued lines of the tagged format are joined, as a mark may be broken.
cd "$source/corpus"
for file in pages/*.txt *.nbib *.xml; do
  awk '/^      / { sub(/^ +/, " "); printf "%s", $0; next }
    NR > 1 { print "" }
    { printf "%s", $0 }
    END { print "" }' "$file" >"$work/$(basename "$file")"
done
for file in *.xml.gz; do gzip -dc "$file" >"$work/${file%.gz}"; done

cd "$work"
all=0
for file in *; do
  case $file in
    *.txt) records=1 ;;
    *.nbib) records=$(lines_of '^PMID- ' "$file") ;;
    *.xml) records=$(lines_of '<Pubmed\(Book\)\{0,1\}Article>' "$file") ;;
  esac
  check "every record of $file is marked" equal "$(lines_of 'Invented for the Carrel corpus\.' \
    "$file")" "$records"
  all=$((all + records))
done
check '95 articles and a revision' equal "$all" 96

# A number that follows the word PMID or stands for one, outside of 90000001 to 90000199.
odd_pmids() {
  cat -- * | grep -oE '(PMID(- |: | Version="1">)|IdType="pubmed">)[0-9]+' |
    grep -vE '[^0-9]90000[01][0-9][0-9]$'
}
odd_dois() { cat -- * | grep -oE '10\.[0-9]{4,}/[^ <]+' | grep -v '^10\.5555/carrel\.'; }
check_fails 'no PMID of a real article' odd_pmids
check_fails 'no DOI of a real article' odd_dois
check 'small enough to be carried along' at_most "$(du -sk "$source/corpus" | cut -f 1)" 400
checks_end
