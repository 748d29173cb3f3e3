/* A record in few words, as reference lists print it: shared by the writers for people. */
#ifndef CARREL_WRITE_CITATION_H
#define CARREL_WRITE_CITATION_H

#include "model/hit.h"

/* The title, or the title of the book, or the one in the original language; may be empty. */
text citation_title(const record *r);
/* The book that it is a part of; empty where it is the book itself. */
text citation_book(const record *r);
/* With a period unless it has an end of its own, or is empty. */
text citation_sentence(text words, arena *a);
/* The abbreviated or, without one, the full name of the journal; may be empty. */
text citation_journal(const record *r);
/* "Smith J, Jones B, Miller C, et al.": at most `most` names (0: all) and a full stop. Editors
 * stand in for missing authors. Empty where nobody is named. */
text citation_authors(const record *r, size_t most, arena *a);
/* "Adv Exp Med Biol. 2025;34(2):1-9." with the date as printed or, shorter, its year alone;
 * "In: Book. Publisher; 2025. p. 1-9." for a chapter. Empty where nothing is known. */
text citation_source(const record *r, bool whole_date, arena *a);
/* "PMID 39821040", "PMC6055010", "doi 10.1/x", "arXiv 2503.11731", "pii S0140": an identifier as
 * people write it. */
text citation_identifier(identifier id, arena *a);
/* A link's title and citation, with its identifiers as PubMed prints them behind it. */
text citation_of_link(const link *l, arena *a);
/* "J Invent. 2017 Nov;56(11):1234-1239. doi: 10.5555/x. Epub 2017 Aug 8." as PubMed's text formats
 * begin or end with it; of a chapter "Book [Internet]. Place: Publisher; 2025." */
text citation_of_pubmed(const record *r, arena *a);

#endif
