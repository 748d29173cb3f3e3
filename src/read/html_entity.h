/* The character entities of HTML, which old XML uses without declaring them. */
#ifndef CARREL_READ_HTML_ENTITY_H
#define CARREL_READ_HTML_ENTITY_H

/* The code point of "nbsp", "alpha" ...; 0 where there is no such entity. */
unsigned html_entity(const char *name);

#endif
