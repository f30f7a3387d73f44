#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "kam/document/chart.hpp"
#include "kam/model/date.hpp"
#include "kam/model/ids.hpp"

namespace kam {

// A Document is what a report says, before any format: title, headings, paragraphs, lists and tables with
// typed cells. `report` builds it from scores, `render` turns it into text, Markdown, CSV …; neither knows
// the other.

enum class Band { none, red, amber, green };

// ---- cells ----
struct Unknown {  // shown as `–`, null in JSON, empty in CSV; never coloured
  bool operator==(const Unknown&) const = default;
};
struct Text {
  std::string text;
  std::string page{};  // the id of the report page it links to (an account's id), or empty
  bool operator==(const Text&) const = default;
};
struct Term {  // a word of the catalogue: people see `label`, programs `id`
  std::string id;
  std::string label;
  Band band = Band::none;
  bool operator==(const Term&) const = default;
};
struct Count {  // whole number without unit, never grouped: a year, a rank, a number of things
  long long value = 0;
  bool operator==(const Count&) const = default;
};
struct Number {  // a rating or ratio; people see at most `decimals` places, trailing zeros dropped
  double value = 0;
  int decimals = 2;
  bool operator==(const Number&) const = default;
};
struct Score {  // 0 to 100, for people a whole number
  double value = 0;
  Band band = Band::none;
  bool bar = false;    // with a small bar where the format can draw one
  std::string mark{};  // a footnote's sign behind it, e.g. `*`
  bool operator==(const Score&) const = default;
};
struct Points {  // percentage points: lost points, gaps between scores; people see one decimal
  double value = 0;
  bool signed_ = false;  // `+4` rather than `4`
  bool operator==(const Points&) const = default;
};
struct Money {  // in the document's currency; people see whole units, grouped
  double value = 0;
  bool operator==(const Money&) const = default;
};
struct Percent {  // people see `decimals` places and the language's percent sign
  double value = 0;
  int decimals = 0;
  bool operator==(const Percent&) const = default;
};
struct Flag {  // true or false; people see the catalogue's word, given here
  bool value = false;
  std::string label;
  bool operator==(const Flag&) const = default;
};
struct TextList {  // joined by `;` in CSV, by `, ` for people
  std::vector<std::string> items;
  bool operator==(const TextList&) const = default;
};
using Cell =
    std::variant<Unknown, Text, Term, Count, Number, Score, Points, Money, Percent, Flag, Date, TextList>;

// ---- blocks ----
struct Span {
  enum class Kind { plain, strong, code, link };
  Kind kind = Kind::plain;
  std::string text;
  std::string page{};  // of a link: the id of a report page; `index` is the portfolio's
  bool operator==(const Span&) const = default;
};
using Line = std::vector<Span>;

enum class Tone { normal, muted, next_step };  // `muted`: footnotes and remarks

struct Heading {
  int level = 2;  // 1 is the document's title
  std::string text;
  bool operator==(const Heading&) const = default;
};
struct Paragraph {
  Line line;
  Tone tone = Tone::normal;
  bool operator==(const Paragraph&) const = default;
};
struct BulletList {
  std::vector<Line> items;
  bool operator==(const BulletList&) const = default;
};
// Free text of a user, line breaks kept, formatting never interpreted.
struct Verbatim {
  std::string text;
  bool operator==(const Verbatim&) const = default;
};

enum class Align { left, right };
enum class Naming { plain, names_row };

struct Column {
  std::string key;    // the CSV header and JSON key, never translated
  std::string title;  // for people
  Align align = Align::left;
  int rank = 0;  // on a narrow terminal the columns with the highest rank go first; 0 always stays
  // Whether it says what its row is about; where none does, the first one of words is taken for it.
  Naming naming = Naming::plain;
  bool operator==(const Column&) const = default;
};
struct Table {
  enum class Head { shown, hidden };
  std::string caption;  // a text alternative; may be empty
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  // each as long as `columns`
  Head head = Head::shown;              // hidden: a list of facts, label and value
  bool operator==(const Table&) const = default;
};

// What lies between the two is a detail: where the format can, it is folded behind its summary. Not nested,
// and without headings above level 3.
struct FoldBegin {
  std::string summary;
  bool operator==(const FoldBegin&) const = default;
};
struct FoldEnd {
  bool operator==(const FoldEnd&) const = default;
};

using Block = std::variant<Heading, Paragraph, BulletList, Verbatim, Table, Chart, FoldBegin, FoldEnd>;

struct Document {
  std::string title;
  std::string aside;                  // at the title's right: the classification, or the day
  std::vector<std::string> subtitle;  // further lines under the title
  Language language = Language::en;
  std::string currency;
  std::vector<Block> blocks;
  std::optional<Span> parent{};  // the link to the page that this one belongs to
  bool operator==(const Document&) const = default;
};

inline Paragraph plain_paragraph(std::string text, Tone tone = Tone::normal) {
  return Paragraph{{Span{Span::Kind::plain, std::move(text), {}}}, tone};
}

}  // namespace kam
