# Adds up meson's test log (testlog.json, one test a line): every check of every suite.
#
#   awk -v broken=N -f count.awk testlog.json...
#
# prints `N passed, N failed` or `N passed, N failed, N skipped`. A suite that ends badly without a
# failed check (it has crashed, or ran out of time) is one failure, and so is a run that ended badly
# (there are `broken` of these) where nothing else explains it.
# Exit status 1 where anything has failed, or where nothing was run at all.

# The value of a key that is a string, still with its escapes.
function string_of(key,    rest, end) {
  if (!match($0, "\"" key "\": \"")) return ""
  rest = substr($0, RSTART + RLENGTH)
  gsub(/\\\\/, "\001", rest)
  gsub(/\\"/, "\002", rest)
  end = index(rest, "\"")
  return substr(rest, 1, end - 1)
}

{
  result = string_of("result")
  count = split(string_of("stdout"), lines, /\\n/)
  checks = bad = 0
  for (i = 1; i <= count; i++) {
    if (lines[i] !~ /^(not )?ok( |$)/) continue
    checks++
    if (lines[i] ~ /# SKIP/) skipped++
    else if (lines[i] ~ /^ok/) passed++
    else bad++
  }
  failed += bad
  if (result == "SKIP") { if (!checks) skipped++ }
  else if (result == "OK") { if (!checks) passed++ }
  else if (!bad) failed++
}

END {
  if (!failed) failed = broken + 0
  printf "%d passed, %d failed", passed, failed
  if (skipped) printf ", %d skipped", skipped
  printf "\n"
  exit failed > 0 || passed == 0
}
