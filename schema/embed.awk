# Makes C out of SQL. With -v kind=script: one string, the whole file without its comments.
# With -v kind=names or -v kind=statements: the enum of, or the texts of, the statements that
# stand under "-- name: X".
function quote(line) {
  gsub(/\\/, "\\\\", line)
  gsub(/"/, "\\\"", line)
  return "\"" line "\\n\""
}
BEGIN {
  print "/* Made from " source " by schema/embed.awk. */"
  if (kind == "script") print "extern const char " symbol "[];\nconst char " symbol "[] ="
  if (kind == "names") print "#ifndef CARREL_STATEMENTS_H\n#define CARREL_STATEMENTS_H\n" \
    "typedef enum {"
  if (kind == "statements") print "extern const char *const statement_texts[];\n" \
    "const char *const statement_texts[] = {"
}
/^-- name: / {
  if (kind == "names") print "  STATEMENT_" toupper($3) ","
  if (kind == "statements") { if (count++) print "  ,"; }
  next
}
{
  if (kind == "script") { print quote($0); next }
  sub(/[ \t]*--.*/, "")
  if (kind == "statements" && $0 != "" && count) print "  " quote($0)
}
END {
  if (kind == "script") print ";"
  if (kind == "names") print "  STATEMENT_COUNT\n} statement_name;\n" \
    "extern const char *const statement_texts[];\n" \
    "extern const char schema_tables[];\nextern const char schema_index[];\n" \
    "extern const char schema_mesh[];\nextern const char schema_drop[];\n" \
    "extern const char schema_history[];\n#endif"
  if (kind == "statements") print "};"
}
