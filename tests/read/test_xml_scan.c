/* The XML scanner: what each input becomes, wherever what is read at once ends. Invented input. */
#include "read/xml_events.h"

#define COUNT(cases) (sizeof cases / sizeof *cases)

typedef struct {
  const char *bytes, *events;
} scan_case;

static void check_scan(text bytes, const char *expected) {
  buffer out = {0};
  error e;
  scan(&out, bytes, &e);
  const char *problem = e.message;
  if (text_starts(text_of(problem), TEXT("malformed XML: "))) problem += strlen("malformed XML: ");
  if (*problem) buffer_printf(&out, "!%lu %s", e.line, problem);
  assert_text(buffer_text(&out), expected);
  buffer_finish(&out);
}

static void check_cases(const scan_case *cases, size_t count) {
  for (size_t i = 0; i < count; i++) check_scan(text_of(cases[i].bytes), cases[i].events);
}

START_TEST(what_is_well_formed) {
  static const scan_case cases[] = {
      {"<a/>", "<a></>"},
      {"<a></a>", "<a></>"},
      {"<a ></a\n>", "<a></>"},
      {"<a\n/>", "<a></>"},
      {"<a.b-c:d_1>x</a.b-c:d_1>", "<a.b-c:d_1>x</>"},
      {"<\xC3\xA4>x</\xC3\xA4>", "<\xC3\xA4>x</>"},
      {"<a>x<b>y</b>z</a>", "<a>x<b>y</>z</>"},
      {"<a> \n\t </a>", "<a> \n\t </>"},
      {"<a>1\r\n2\r3\n4\r\r\n5</a>", "<a>1\n2\n3\n4\n\n5</>"},
      {"<a b='1' c=\"2\"/>", "<a b=[1] c=[2]></>"},
      {"<a b = '1'\nc\n=\n'2' />", "<a b=[1] c=[2]></>"},
      {"<a b='x\ty\nz'/>", "<a b=[x y z]></>"},
      {"<a b='>\"'/>", "<a b=[>\"]></>"},
      {"<a b=''/>", "<a b=[]></>"},
      {"<a b='&lt;&#65;&#x42;&amp;&#10;'/>", "<a b=[<AB&\n]></>"},
      {"<a b='&alpha;&nothing;'/>", "<a b=[\xCE\xB1&nothing;]></>"},
      {"<a>&lt;&gt;&amp;&quot;&apos;</a>", "<a><>&\"'</>"},
      {"<a>&#65;&#x1F600;&#9;</a>", "<a>A\xF0\x9F\x98\x80\t</>"},
      {"<a>x&alpha;&nothing;y</a>", "<a>x\xCE\xB1&nothing;y</>"},
      {"<a>]] ]> ]]&gt;</a>", "<a>]] ]> ]]></>"},
      {"<a><!-- - > -->x<!----></a>", "<a>x</>"},
      {"<a><?b?>x<?b c ? > ?></a>", "<a>x</>"},
      {"<a><![CDATA[<b>&amp;]]]]><![CDATA[>]]></a>", "<a><b>&amp;]]></>"},
      {"<a><![CDATA[]]></a>", "<a></>"},
      {"<a/><b/>\n <c>1</c>", "<a></><b></><c>1</>"},
      {"<a/><!-- the end --> <?b?>\n", "<a></>"},
      {"<!-- first --><?b?>\n<a/>", "<a></>"},
      {"\n<?xml version='1.0'?>\n<a/>\n<?xml version='1.0' standalone='no' ?><b/>", "<a></><b></>"},
      {"<a/>\xEF\xBB\xBF<?xml version='1.0'?><b/>", "<a></><b></>"},
  };
  check_cases(cases, COUNT(cases));
}
END_TEST

START_TEST(document_types) {
  static const scan_case cases[] = {
      {"<!DOCTYPE a><a/>", "<a></>"},
      {"<!DOCTYPE a SYSTEM 'x>y'><a/>", "<a></>"},
      {"<!DOCTYPE a PUBLIC \"-//X//EN\" \"https://x.example/\" ><a/>", "<a></>"},
      {"<!DOCTYPE a[<!-- ]> --><?b ]>?><!ELEMENT a (b|c)*>\n<!ATTLIST a b CDATA '>'>]><a/>",
       "<a></>"},
      {"<!DOCTYPE a [<!ENTITY e 'x'><!ENTITY e 'y'>]><a b='&e;'>&e;</a>", "<a b=[x]>x</>"},
      {"<!DOCTYPE a [<!ENTITY e '<b>x</b>'>]><a>1&e;2</a>", "<a>1<b>x</>2</>"},
      {"<!DOCTYPE a [<!ENTITY e 'x&#10;&#65;'>]><a b='&e;'>&e;</a>", "<a b=[x A]>x\nA</>"},
      {"<!DOCTYPE a [<!ENTITY e ''><!ENTITY alpha 'A'>]><a>1&e;&alpha;</a>", "<a>1A</>"},
      {"<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>1&e;2</a>", "<a>12</>"},
      {"<!DOCTYPE a [<!ENTITY % p SYSTEM 'p'>%p;<!ENTITY e 'x'>]><a>&e;</a>", "<a>&e;</>"},
      {"<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a><a>&e;</a>", "<a>x</><a>&e;</>"},
      {"<!DOCTYPE a [<!ENTITY e '<b>'>]><a>&e;</a>", "<a><b>!1 asynchronous entity"},
      {"<!DOCTYPE a [<!ENTITY e '</b>'>]><a><b>&e;</a>", "<a><b>!1 asynchronous entity"},
      {"<!DOCTYPE a [<!ENTITY e '<b'>]><a>\n&e;></a>", "<a>!2 unclosed token"},
      {"<!DOCTYPE a [<!ENTITY e '<'>]><a b='&e;'/>", "!1 not well-formed (invalid token)"},
      {"<!DOCTYPE a><!DOCTYPE a><a/>", "!1 syntax error"},
      {"<!DOCTYPE a [<!NOTHING>]><a/>", "!1 syntax error"},
      {"<!DOCTYPE a [x]><a/>", "!1 syntax error"},
      {"<!ELEMENT a><a/>", "!1 syntax error"},
      {"<!DOCTYPE a", "!1 unclosed token"},
#define REFUSED \
  "!1 refused: it declares entities of its own, as no bibliography does and as an attack would"
      {"<!DOCTYPE a [<!ENTITY e '&f;'>]><a/>", REFUSED},
      {"<!DOCTYPE a [<!ENTITY e '&#38;f;'>]><a/>", REFUSED},
      {"<!DOCTYPE a [<!ENTITY % p '&#37;q;'>]><a/>", REFUSED},
  };
  check_cases(cases, COUNT(cases));
}
END_TEST

START_TEST(entities_have_limits) {
  for (unsigned extra = 0; extra < 2; extra++) {
    buffer many = {0}, large = {0};
    buffer_put(&many, "<!DOCTYPE a [");
    for (unsigned i = 0; i < XML_ENTITIES_MOST + extra; i++)
      buffer_printf(&many, "<!ENTITY e%u 'x'>", i);
    buffer_put(&many, "]><a/>");
    buffer_put(&large, "<!DOCTYPE a [<!ENTITY e '");
    for (unsigned i = 0; i < XML_ENTITY_SIZE + extra; i++) buffer_put(&large, "x");
    buffer_put(&large, "'>]><a/>");
    check_scan(buffer_text(&many), extra ? REFUSED : "<a></>");
    check_scan(buffer_text(&large), extra ? REFUSED : "<a></>");
    buffer_finish(&many);
    buffer_finish(&large);
  }
}
END_TEST

START_TEST(encodings) {
  static const scan_case cases[] = {
      {"<?xml version='1.0' encoding='utf-8'?><a>\xC3\xA4</a>", "<a>\xC3\xA4</>"},
      {"<?xml version='1.0' encoding='ISO-8859-1'?><a b='\xE4'>\xE4\xFF</a>",
       "<a b=[\xC3\xA4]>\xC3\xA4\xC3\xBF</>"},
      /* Each document is in an encoding of its own. */
      {"<?xml version='1.0' encoding='iso-8859-1'?><a>\xE4</a><a>\xC3\xA4</a>",
       "<a>\xC3\xA4</><a>\xC3\xA4</>"},
      {"<?xml version='1.0' encoding='us-ascii'?><a>x</a>", "<a>x</>"},
      {"<?xml version='1.0' encoding='us-ascii'?><a>\n\xC3\xA4</a>",
       "<a>!2 not well-formed (invalid token)"},
      {"<?xml version='1.0' encoding='utf-16'?><a>x</a>", "<a>x</>"},
      {"<?xml version='1.0' encoding='x-none'?><a>x</a>", "!1 unknown encoding"},
      {"<?xml encoding='utf-8'?><a/>", "!1 XML declaration not well-formed"},
      {"<?xml version='1.0' standalone='maybe'?><a/>", "!1 XML declaration not well-formed"},
      {"<?xml version='1.0' standalone='yes'?><a>&alpha;</a>", "<a>!1 undefined entity"},
  };
  check_cases(cases, COUNT(cases));
}
END_TEST

#define INVALID " not well-formed (invalid token)"

START_TEST(what_is_wrong) {
  static const scan_case cases[] = {
      {"", ""},
      {" \n", ""},
      {"<!-- only -->", "!1 no element found"},
      {"x", "!1 syntax error"},
      {"<a/>\n\nx", "<a></>!3 syntax error"},
      {"<a>\n<b>\n</a>", "<a>\n<b>!3 mismatched tag"},
      {"<a></ab>", "<a>!1 mismatched tag"},
      {"<ab></a>", "<ab>!1 mismatched tag"},
      {"<a>\n", "<a>!2 no element found"},
      {"<a>\nx", "<a>!2 no element found"},
      {"<a>x<b", "<a>!1 unclosed token"},
      {"<a>x</a", "<a>!1 unclosed token"},
      {"<a b='", "!1 unclosed token"},
      {"<a>\n&am", "<a>!2 unclosed token"},
      {"<a><!-- ", "<a>!1 unclosed token"},
      {"<a><![CDATA[\n", "<a>!2 unclosed CDATA section"},
      {"<a>\xC3", "<a>!1 partial character"},
      {"<a>\n< b/></a>", "<a>!2" INVALID},
      {"<a>\n&;</a>", "<a>!2" INVALID},
      {"<a>& </a>", "<a>!1" INVALID},
      {"<a>&#;</a>", "<a>!1" INVALID},
      {"<a>&#xg;</a>", "<a>!1" INVALID},
      {"<a>&#0;</a>", "<a>!1 reference to invalid character number"},
      {"<a>&#xD800;</a>", "<a>!1 reference to invalid character number"},
      {"<a>&#x110000;</a>", "<a>!1 reference to invalid character number"},
      {"<a>&#99999999999999;</a>", "<a>!1 reference to invalid character number"},
      {"<a>\n]]></a>", "<a>!2" INVALID},
      {"<a>\n\x01</a>", "<a>!2" INVALID},
      {"<a>\xC0\x80</a>", "<a>!1" INVALID},
      {"<a>\xED\xA0\x80</a>", "<a>!1" INVALID},
      {"<a>\xEF\xBF\xBF</a>", "<a>!1" INVALID},
      {"<a>\xF4\x90\x80\x80</a>", "<a>!1" INVALID},
      {"<a><!-- -- --></a>", "<a>!1" INVALID},
      {"<a><?xMl?></a>", "<a>!1" INVALID},
      {"<a><?xml ?></a>", "<a>!1 XML or text declaration not at start of entity"},
      {"<a><!DOCTYPE a></a>", "<a>!1" INVALID},
      {"<a b=1/>", "!1" INVALID},
      {"<a b/>", "!1" INVALID},
      {"<a b='1'c='2'/>", "!1" INVALID},
      {"<a\nb='<'/>", "!2" INVALID},
      {"<a / >", "!1" INVALID},
      {"<a\nb='1'\nb='2'/>", "!3 duplicate attribute"},
      {"<a\nb='\n'\nc='&#0;'/>", "!4 reference to invalid character number"},
      {"<a b='\n&#10;\n'>\n</b>", "<a b=[ \n ]>!4 mismatched tag"},
      {"<a>&#10;\n</b>", "<a>!2 mismatched tag"},
  };
  check_cases(cases, COUNT(cases));
}
END_TEST

/* Wherever in this the end of what is read at once falls, the events are the same. */
START_TEST(windows_end_anywhere) {
  static const char last[] =
      "<?p q?>\r\n<b c='\xC3\xA4&lt;'>x &amp; \xE2\x82\xAC]]\r\n<![CDATA[y]]]>z</b\r\n>w</a>\r\n"
      "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY e 'f'>]><d>\xF0\x9F\x98\x80&e;</d>\n\n<>";
  static const char events[] =
      "<a>\n<b c=[\xC3\xA4<]>x & \xE2\x82\xAC]]\ny]z</>w</><d>\xF0\x9F\x98\x80"
      "f</>!7 not well-formed (invalid token)";
  enum { CHUNK = 256 * 1024 };
  for (size_t shift = 0; shift < sizeof last + 2; shift++) {
    buffer bytes = {0};
    buffer_put(&bytes, "<a><!--");
    while (bytes.size + shift + 3 < CHUNK) buffer_put(&bytes, ".");
    buffer_put(&bytes, "-->");
    buffer_add(&bytes, (text){last, sizeof last - 1});
    check_scan(buffer_text(&bytes), events);
    buffer_finish(&bytes);
  }
}
END_TEST

START_TEST(tags_have_a_limit) {
  buffer bytes = {0};
  buffer_put(&bytes, "<a>\n<!--");
  while (bytes.size < XML_WINDOW_MOST + (size_t)1024 * 1024)
    buffer_put(&bytes, "................................................................");
  buffer_put(&bytes, "--></a>");
  check_scan(buffer_text(&bytes), "<a>!2 a tag of more than 64 MiB");
  buffer_clear(&bytes);
  buffer_put(&bytes, "<a");
  for (int i = 0; i <= XML_ATTRIBUTES_MOST; i++) buffer_printf(&bytes, " a%d=''", i);
  buffer_put(&bytes, "/>");
  check_scan(buffer_text(&bytes), "!1 refused: a tag with more than 256 attributes");
  buffer_finish(&bytes);
}
END_TEST

SUITE("read/xml_scan", what_is_well_formed, document_types, entities_have_limits, encodings,
      what_is_wrong, windows_end_anywhere, tags_have_a_limit)
