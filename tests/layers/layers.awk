# Checks the #includes of C files against the layers that src/README.md draws under "## Layers":
# a folder includes only itself and what stands on a lower line.
#
#   awk -f layers.awk src/README.md src/FOLDER/FILE...
#
# One line a violation; exit status 1 where there is one, 2 where the drawing is missing.
function violation(what) {
  print FILENAME ":" FNR ": " what
  found = 1
}

function folder_of(path) {
  if (path !~ /\//) return ""
  sub(/\/[^\/]*$/, "", path)
  sub(/^.*\//, "", path)
  return path
}

FNR == 1 { file++ }

# The drawing: lines from top to bottom, in the first code block after the headline.
file == 1 && /^## / { drawing = ($0 == "## Layers") ? 1 : 0 }
file == 1 && drawing && /^```/ { drawing = drawing == 1 ? 2 : 0; next }
file == 1 && drawing == 2 && NF {
  lines++
  for (i = 1; i <= NF; i++) layer[$i] = lines
}
file == 1 { next }

FNR == 1 {
  own = folder_of(FILENAME)
  if (!(own in layer)) violation("src/README.md draws no layer \"" own "\"")
}

# Made from schema/ at build time: belongs to whoever embeds it.
/^[ \t]*#[ \t]*include[ \t]*"statements\.h"/ { next }

/^[ \t]*#[ \t]*include[ \t]*"/ {
  split($0, parts, "\"")
  other = folder_of(parts[2])
  if (other == own || !(own in layer)) next
  if (other == "") violation("\"" parts[2] "\" does not say its folder")
  else if (!(other in layer)) violation("\"" parts[2] "\" is in no layer")
  else if (layer[other] <= layer[own])
    violation(own " may not include " other ", which is not below it")
}

END {
  if (!lines) { print "no layers are drawn"; exit 2 }
  exit found
}
