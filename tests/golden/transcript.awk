# Runs the commands of a transcript and prints the transcript that comes of it.
#
#   awk -v kind=txt|md|7 -v runner=COMMAND -f transcript.awk FILE
#
# `runner` is run after each command, which it finds in the file $WORK/command. Of Markdown (md) and
# manual pages (7), the blocks whose first line begins "$ " are transcripts, and everything else
# stays as it is.
BEGIN {
  opens = closes = kind == "md" ? "^```" : "^\\.Bd -literal"
  if (kind == "7") closes = "^\\.Ed"
  in_block = kind == "txt"
  parted = 1
}

function part() {
  if (!parted) print ""
  parted = 0
}

# A backslash at the end: the command goes on in the next line.
function take(line) {
  print line
  continued = line ~ /\\$/
  if (continued) return
  print command >(ENVIRON["WORK"] "/command")
  close(ENVIRON["WORK"] "/command")
  fflush()
  system(runner)
}

# fence: 0 outside of blocks, 1 in the first line of one, 2 behind it.
!in_block && fence == 1 && /^\$ / { in_block = 1 }
!in_block {
  print
  if ($0 ~ (fence ? closes : opens)) fence = !fence
  else if (fence) fence = 2
  next
}

continued {
  command = command "\n" $0
  take($0)
  next
}
kind != "txt" && $0 ~ closes {
  print
  in_block = fence = 0
  parted = 1
  next
}
/^#: / {
  part()
  print
  parted = 1
  next
}
/^\$ / {
  part()
  command = substr($0, 3)
  take($0)
}
