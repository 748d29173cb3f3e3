# What may differ between two good runs of a transcript, made alike.
# How long something took.
s/[0-9][0-9.]* \(ms\|seconds\|s\)\b/N \1/g
# When something was done.
s/[0-9]\{4\}-[0-9][0-9]-[0-9][0-9]T[0-9:]*Z/DATE/g
s/^[0-9]\{4\}-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]\(  \|$\)/YYYY-MM-DD HH:MM\1/
# How large a file of the library is.
s/[0-9][0-9.]* \(bytes\|kB\|MB\|GB\|KiB\|MiB\|GiB\)\b/N \1/g
s/\("bytes":\)[0-9]*/\1N/
s/^\(Bytes on disk \).*/\1N/
# Versions of other people's libraries.
s/\(SQLite\|Snowball\|zlib\|expat\) [0-9][0-9.]*/\1 N/g
