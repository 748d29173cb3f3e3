# The Test Anything Protocol for test scripts. Sourced.
# check NAME COMMAND...      passes where the command succeeds
# check_fails NAME COMMAND.. passes where the command fails with status 1, as a check that has found
#                            something does, and not where it could not run
# Where a check does not pass, standard error gets what the command printed. checks_end closes.
checks=0
failures=0

check_status() { # NAME EXPECTED COMMAND...
  name=$1
  expected=$2
  shift 2
  checks=$((checks + 1))
  status=0
  output=$("$@" 2>&1) || status=$?
  if [ "$status" -eq "$expected" ]; then
    echo "ok $checks - $name"
    return
  fi
  failures=$((failures + 1))
  echo "not ok $checks - $name"
  printf '%s\n' "$name: status $status, expected $expected" "$output" >&2
}

check() {
  name=$1
  shift
  check_status "$name" 0 "$@"
}

check_fails() {
  name=$1
  shift
  check_status "$name" 1 "$@"
}

checks_end() {
  echo "1..$checks"
  [ "$failures" -eq 0 ]
}
