# Checks text files against the limits of this project. One line a violation, "FILE:LINE: [RULE]
# what"; exit status 1 where there is one. Run it with LC_ALL=C, so that awk sees bytes.
#
# Rules: lines (a file has fewer than 400), function (of C: fewer than 60 lines), columns (at most
# 100), opening (a comment first), space (no tab, nothing at the end of a line), words (none that
# marks unfinished work), silent (the library neither prints nor exits).
#
# Prose (*.md) may have long lines: a table row cannot be broken. SQL, C, awk, shell and meson not.
function violation(rule, what) {
  print FILENAME ":" FNR ": [" rule "] " what
  found = 1
}

# UTF-8: a character is one byte that does not continue another.
function columns(line) {
  gsub(/[\200-\277]/, "", line)
  return length(line)
}

function end_of_file() {
  if (file != "" && last >= 400) {
    print file ":" last ": [lines] " last " lines, 399 are the most"
    found = 1
  }
}

FNR == 1 {
  end_of_file()
  file = FILENAME
  is_c = FILENAME ~ /\.[ch]$/
  is_prose = FILENAME ~ /\.md$/
  is_library = is_c && FILENAME ~ /(^|\/)src\// && FILENAME !~ /(^|\/)src\/(cli|tui)\//
  head = 0
  in_body = 0
}
{ last = FNR }

# The opening comment; a script has its #! before it.
FNR == 1 && /^#!/ { next }
!head && NF {
  head = 1
  if (is_c && !/^\/\*/ || !is_c && !is_prose && !/^(#|--)/)
    violation("opening", "the file does not open with a comment")
}

/\t/ { violation("space", "a tab") }
/[ \r]$/ { violation("space", "space at the end") }
!is_prose && columns($0) > 100 { violation("columns", columns($0) " columns") }
/(^|[^A-Za-z0-9_])(T[O]DO|F[I]XME|X[X]X)([^A-Za-z0-9_]|$)/ { violation("words", "unfinished work") }

# A function: from the line that begins its signature to the brace that stands alone.
is_c && !in_body && /^[A-Za-z_]/ { start = FNR }
is_c && !in_body && /^[^ #\/*].*\{$|^ .*\) \{$/ { in_body = 1 }
is_c && in_body && /^}/ {
  in_body = 0
  size = FNR - start + 1
  if (/^}$/ && size >= 60) violation("function", size " lines, 59 are the most")
}

is_library && /(^|[^A-Za-z0-9_])(printf|puts|putchar|perror|exit|_exit|abort) ?\(/ {
  violation("silent", "the library neither prints nor exits")
}
is_library && /fprintf ?\( ?std(err|out)/ { violation("silent", "the library does not print") }

END {
  end_of_file()
  exit found
}
