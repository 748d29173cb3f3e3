/* Headings, substances, publication types, grants and keywords. */
#include "synth_indexing.h"

#include "synth_names.h"

enum { MOST_HEADINGS = 16, FEWEST_HEADINGS = 6 };

#define COUNT(table) ((uint32_t)(sizeof(table) / sizeof *(table)))

static const char *major(bool is) { return is ? "Y" : "N"; }

/* Real check tags with about their real share of all records. */
static const struct {
  const char *name, *ui;
  uint32_t percent;
} tags[] = {
    {"Humans", "D006801", 78},      {"Animals", "D000818", 26},    {"Male", "D008297", 45},
    {"Female", "D005260", 46},      {"Adult", "D000328", 28},      {"Middle Aged", "D008875", 25},
    {"Aged", "D000368", 17},        {"Adolescent", "D000293", 11}, {"Child", "D002648", 8},
    {"Young Adult", "D055815", 6},  {"Infant", "D007223", 4},      {"Mice", "D051379", 9},
    {"Rats", "D051381", 8},         {"Pregnancy", "D011247", 4},   {"Time Factors", "D013997", 6},
    {"Risk Factors", "D012307", 5},
};

static const struct {
  const char *name, *ui;
} qualifiers[] = {
    {"metabolism", "Q000378"},
    {"genetics", "Q000235"},
    {"drug effects", "Q000187"},
    {"therapeutic use", "Q000627"},
    {"methods", "Q000379"},
    {"pharmacology", "Q000494"},
    {"drug therapy", "Q000188"},
    {"diagnosis", "Q000175"},
    {"physiology", "Q000502"},
    {"immunology", "Q000276"},
    {"epidemiology", "Q000453"},
    {"adverse effects", "Q000009"},
    {"blood", "Q000097"},
    {"pathology", "Q000473"},
    {"analysis", "Q000032"},
    {"therapy", "Q000628"},
    {"administration &amp; dosage", "Q000008"},
    {"surgery", "Q000601"},
    {"physiopathology", "Q000503"},
    {"etiology", "Q000209"},
    {"prevention &amp; control", "Q000517"},
    {"complications", "Q000150"},
    {"mortality", "Q000401"},
    {"chemistry", "Q000737"},
};

static void qualifiers_put(random_stream *r, buffer *b) {
  uint32_t count = random_percent(r, 55) ? random_between(r, 1, 2) : 0,
           at = random_below(r, 23) * random_below(r, 24) / 23;
  for (uint32_t i = 0; i < count; i++)
    put(b, "<QualifierName UI=\"%s\" MajorTopicYN=\"%s\">%s</QualifierName>", qualifiers[at + i].ui,
        major(random_percent(r, 30)), qualifiers[at + i].name);
}

static void heading_put(synth_head *h, random_stream *r, uint32_t descriptor, buffer *b) {
  put(b, "<MeshHeading><DescriptorName UI=\"D9%05u\" MajorTopicYN=\"%s\">", descriptor,
      major(random_percent(r, 20)));
  descriptor_put(h->prose.lexicon, descriptor, b);
  buffer_put(b, "</DescriptorName>");
  qualifiers_put(r, b);
  buffer_put(b, "</MeshHeading>\n");
}

/* Three headings in four are of the record's own topics, with the first ones favoured. */
static uint32_t descriptor_choose(const synth_head *h, random_stream *r) {
  if (random_percent(r, 25)) return random_below(r, DESCRIPTORS);
  uint32_t topic = h->prose.topics[random_below(r, h->prose.topic_count)];
  return topic * DESCRIPTORS_A_TOPIC + random_below(r, DESCRIPTORS_A_TOPIC) *
                                           random_below(r, DESCRIPTORS_A_TOPIC) /
                                           DESCRIPTORS_A_TOPIC;
}

static bool chosen_before(const uint32_t *chosen, uint32_t count, uint32_t descriptor) {
  for (uint32_t i = 0; i < count; i++)
    if (chosen[i] == descriptor) return true;
  return false;
}

void headings_put(synth_head *h, random_stream *r, buffer *b) {
  uint32_t chosen[MOST_HEADINGS], count = 0;
  uint32_t left = random_between(r, FEWEST_HEADINGS, MOST_HEADINGS);
  buffer_put(b, "<MeshHeadingList>\n");
  for (uint32_t i = 0; i < COUNT(tags) && left > FEWEST_HEADINGS - 2; i++) {
    if (!random_percent(r, tags[i].percent)) continue;
    put(b,
        "<MeshHeading><DescriptorName UI=\"%s\" MajorTopicYN=\"N\">%s</DescriptorName>"
        "</MeshHeading>\n",
        tags[i].ui, tags[i].name);
    left--;
  }
  for (; left > 0; left--) {
    uint32_t descriptor = descriptor_choose(h, r);
    while (chosen_before(chosen, count, descriptor)) descriptor = random_below(r, DESCRIPTORS);
    chosen[count++] = descriptor;
    heading_put(h, r, descriptor, b);
  }
  buffer_put(b, "</MeshHeadingList>\n");
}

void substances_put(synth_head *h, random_stream *r, buffer *b) {
  if (!random_percent(r, 55)) return;
  uint32_t count = random_between(r, 1, SUBSTANCES_A_TOPIC), at = random_below(r, 4);
  buffer_put(b, "<ChemicalList>\n");
  for (uint32_t i = 0; i < count; i++) {
    uint32_t topic = h->prose.topics[i % h->prose.topic_count];
    uint32_t choice = (at + i) % SUBSTANCES_A_TOPIC;
    put(b, "<Chemical>\n<RegistryNumber>%s</RegistryNumber>\n<NameOfSubstance UI=\"C9%05u\">",
        choice == 2 ? "EC 9.9.-" : "0", topic * SUBSTANCES_A_TOPIC + choice);
    substance_put(h->prose.lexicon, topic, choice, b);
    buffer_put(b, "</NameOfSubstance>\n</Chemical>\n");
  }
  buffer_put(b, "</ChemicalList>\n");
}

void publication_types_put(random_stream *r, bool foreign, buffer *b) {
  static const struct {
    const char *name, *ui;
    uint32_t percent;
  } kinds[] = {
      {"Journal Article", "D016428", 96},
      {"Review", "D016454", 11},
      {"Case Reports", "D002363", 7},
      {"Comparative Study", "D003160", 6},
      {"Randomized Controlled Trial", "D016449", 4},
      {"Multicenter Study", "D016448", 3},
      {"Meta-Analysis", "D017418", 1},
      {"Research Support, Non-U.S. Gov't", "D013485", 30},
      {"Research Support, N.I.H., Extramural", "D052061", 9},
  };
  buffer_put(b, "<PublicationTypeList>\n");
  for (uint32_t i = 0; i < COUNT(kinds); i++)
    if (random_percent(r, kinds[i].percent))
      put(b, "<PublicationType UI=\"%s\">%s</PublicationType>\n", kinds[i].ui, kinds[i].name);
  if (foreign) put(b, "<PublicationType UI=\"D004740\">English Abstract</PublicationType>\n");
  buffer_put(b, "</PublicationTypeList>\n");
}

void grants_put(random_stream *r, buffer *b) {
  static const char *const institutes[] = {"CA", "HL", "AI", "GM", "MH", "DK", "NS", "AG"};
  if (!random_percent(r, 22)) return;
  buffer_put(b, "<GrantList CompleteYN=\"Y\">\n");
  for (uint32_t left = random_between(r, 1, 3); left > 0; left--) {
    const char *institute = institutes[random_below(r, COUNT(institutes))];
    put(b,
        "<Grant>\n<GrantID>R01 %s%06u</GrantID>\n<Acronym>%s</Acronym>\n"
        "<Agency>Invented Institutes of Health</Agency>\n<Country>United States</Country>\n"
        "</Grant>\n",
        institute, random_below(r, 200000), institute);
  }
  buffer_put(b, "</GrantList>\n");
}

void keywords_put(synth_head *h, random_stream *r, buffer *b) {
  uint32_t left = random_below(r, 7);
  if (left == 0 || h->year < 2005) return;
  buffer_put(b, "<KeywordList Owner=\"NOTNLM\">\n");
  for (; left > 0; left--) {
    buffer_put(b, "<Keyword MajorTopicYN=\"N\">");
    if (random_percent(r, 12)) {
      buffer_add(b, lexicon_compound(h->prose.topics[0], left % 2));
    } else if (random_percent(r, 50)) {
      lexicon_put(h->prose.lexicon, prose_draw_topical(&h->prose), false, b);
    } else {
      descriptor_put(h->prose.lexicon, descriptor_choose(h, r), b);
    }
    buffer_put(b, "</Keyword>\n");
  }
  buffer_put(b, "</KeywordList>\n");
}
