#include <doctest/doctest.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "kam/disk/portfolio.hpp"
#include "kam/format/format.hpp"
#include "kam/render/render.hpp"
#include "kam/text/format.hpp"
#include "review_keys.hpp"
#include "stage.hpp"

using namespace kam;

// A review goes to the customer. Here an account file is made from the table of the format itself, every key
// with a value of its own; no value of an internal key may stand in any review. A key that the format gains
// is internal until the table says that it is shared, and then here, too.

namespace {

const SeenKeys& keys() {
  static const SeenKeys keys = seen_keys(account_format());
  return keys;
}

// Every way in which a review is written: one line for each.
const std::vector<std::pair<const char*, std::string (*)(const Document&)>> kFormats{
    {"markdown",
     [](const Document& document) {
       return render_markdown(document, {Pictures::none, {}});
     }},
    {"markdown with Mermaid",
     [](const Document& document) {
       return render_markdown(document, {Pictures::mermaid, "page"});
     }},
    {"markdown with SVG",
     [](const Document& document) {
       std::string text = render_markdown(document, {Pictures::svg, "page"});
       for (const Block& block : document.blocks)
         if (const auto* chart = std::get_if<Chart>(&block)) text += render_svg(*chart);
       return text;
     }},
    {"HTML", [](const Document& document) {  // without its style, which says `margin`
       std::string text = render_html(document, {HtmlPictures::svg});
       const std::size_t style = text.find("<style>");
       text.erase(style, text.find("</style>") - style);
       return text;
     }}};

// Writes an account file from the format's table and keeps what it wrote at each internal key.
class Writer {
 public:
  std::string file() {
    write(account_format(), "", 0, false);
    return text_;
  }
  std::set<std::string> met;                                   // the keys
  std::vector<std::pair<std::string, std::string>> internals;  // path and a spelling of its value

 private:
  void write(const Record& record, const std::string& path, int indent, bool own) {
    for (const Field& field : record.fields) {
      const std::string key = path + std::string(field.key);
      line(indent, std::string(field.key) + ":");
      write_value(field, key, indent, own);
    }
  }

  void write_value(const Field& field, const std::string& key, int indent, bool own) {
    const Shape& shape = field.shape;
    switch (shape.kind) {
      case ShapeKind::record:
        return write(*shape.record, key + ".", indent + 2, own);
      case ShapeKind::records:
        return write_items(field, key, indent);
      case ShapeKind::by_id:
        for (const std::string& id : ids_of(shape.catalogue)) {
          line(indent + 2, id + ":");
          write(*shape.record, key + ".*.", indent + 4, own);
        }
        return;
      case ShapeKind::by_year:
        for (const char* year : {"2024", "2025"}) {
          line(indent + 2, std::string(year) + ":");
          write(*shape.record, key + ".*.", indent + 4, own);
        }
        return;
      default:
        text_.pop_back();
        text_ += " " + value(shape, key, own) + "\n";
    }
  }

  // Assessments: two of the customer, so that there is a history, and two of our own.
  void write_items(const Field& field, const std::string& key, int indent) {
    const bool assessments = field.key == "assessments";
    for (int item = 0; item < (assessments ? 4 : 2); ++item) {
      line(indent + 2, "-");
      perspective_ = item < 2 ? "customer" : "own";
      write(*field.shape.record, key + "[].", indent + 4, assessments && item >= 2);
    }
  }

  std::string value(const Shape& shape, const std::string& key, bool own) {
    const Seen seen = keys().at(key);
    met.insert(key);
    const bool secret = seen == Seen::internal || (own && seen != Seen::framed);
    ++number_;
    switch (shape.kind) {
      case ShapeKind::format_number:
        return "1";
      case ShapeKind::text:
      case ShapeKind::texts:
        return text_value(shape.kind, key, secret);
      case ShapeKind::choice:
        if (key.ends_with("perspective")) return perspective_;
        if (key.ends_with("actions[].status") || key.ends_with("potentials[].status")) return "open";
        return std::string(shape.choices.back());
      case ShapeKind::catalogue_id:
        return ids_of(shape.catalogue).front();
      case ShapeKind::date:
        return date_value(key, secret);
      case ShapeKind::year:
        return number_value(2100 + number_, key, secret);
      case ShapeKind::rating:  // two decimals that no other number of a review has
        return secret ? number_value(3 + (number_ % 2) + 0.0101 + number_ * 0.0001, key, true)
                      : std::to_string(number_ % 5);
      case ShapeKind::percent:
        return number_value(91, key, secret);
      default:
        return number_value(70000000 + number_ * 1010, key, secret);
    }
  }

  std::string text_value(ShapeKind kind, const std::string& key, bool secret) {
    const std::string text = fmt::format("{}{}x", secret ? "SECRET" : "open", number_);
    if (secret) keep(key, text);
    return kind == ShapeKind::texts ? "[" + text + "]" : text;
  }

  std::string date_value(const std::string& key, bool secret) {
    const Date date{std::chrono::year{2026}, std::chrono::month{secret ? 7U : 3U},
                    std::chrono::day{static_cast<unsigned>(number_ % 28 + 1)}};
    if (secret)
      for (const std::string& text :
           {format_iso_date(date), format_date(date, Language::de), format_date(date, Language::en)})
        keep(key, text);
    return format_iso_date(date);
  }

  std::string number_value(double number, const std::string& key, bool secret) {
    if (secret)
      for (const Language language : {Language::de, Language::en})
        for (const int decimals : {0, 1, 2, 4})
          if (const std::string text = format_trimmed(number, decimals, language);
              text.size() > (decimals == 0 ? 3U : 2U))
            keep(key, text);
    if (secret && number == 91) {  // a percentage: beside its sign
      keep(key, format_percent(91, 0, Language::de));
      keep(key, format_percent(91, 0, Language::en));
    }
    const std::string plain = fmt::format("{}", number);
    if (secret && plain.size() > 2) keep(key, plain);
    return plain;
  }

  void keep(const std::string& key, const std::string& text) { internals.emplace_back(key, text); }

  void line(int indent, const std::string& text) {
    text_ += std::string(static_cast<std::size_t>(indent), ' ') + text + "\n";
  }

  static std::vector<std::string> ids_of(Catalogue catalogue) {
    if (catalogue == Catalogue::defined_here) return {"english_manuals"};
    const Settings settings = default_settings();
    std::vector<std::string> ids;
    for (const std::string_view id : catalogue_ids(settings, catalogue))
      if (ids.size() < 2) ids.emplace_back(id);
    if (ids.empty()) ids.emplace_back("spare_parts");  // offerings, which are the company's own
    return ids;
  }

  std::string text_;
  std::string perspective_;
  int number_ = 0;
};

// The words of closed lists and of scores that would tell what the customer must not know, and our own
// view's.
const char* const kWords[] = {
    "Gegner",          "Opponent",       "Ehemalig",      "Former",          "Eigensicht",   "Own view",
    "Attraktivität",   "Attractiveness", "Partnerschaft", "Partnership",     "Wettbewerber", "competitor",
    "Erwartungswert",  "Expected value", "Lieferanteil",  "Share of wallet", "Differenz",    "Perception gap",
    "Deckungsbeitrag", "margin",         "Mio. EUR",      "million"};

struct Written {
  Writer writer;
  DecodedAccount decoded;
};

Written written() {
  Written result;
  const std::string file = result.writer.file();
  CAPTURE(file);
  result.decoded = decode_account(file, "accounts/geheim.yaml", "geheim", default_settings());
  for (const Problem& problem : result.decoded.problems)
    CHECK_MESSAGE(problem.code == "unknown-requirement", problem.message);
  return result;
}

}  // namespace

TEST_CASE("what of an account its customer may see") {
  std::string shared;
  for (const auto& [key, seen] : keys())
    if (seen == Seen::shared) shared += key + "\n";
  CHECK(shared ==
        "actions[].due\nactions[].owner\nactions[].requirement\nactions[].status\nactions[].title\n"
        "assessments[].date\nassessments[].ratings.*.fulfilment\nassessments[].ratings.*.importance\n"
        "customer_view.goals\ncustomer_view.important_services\nname\npotentials[].kind\n"
        "potentials[].title\nrequirements.*.label.de\nrequirements.*.label.en\nteam[].name\nteam[].role\n");
  Writer writer;
  writer.file();
  CHECK(writer.met.size() == keys().size());
  CHECK(writer.internals.size() > 100);
}

TEST_CASE("no internal value of any key stands in a review, in either language, in any format") {
  const Written all = written();
  Settings settings = settings_of("Beispiel AG");
  settings.offerings = {{"spare_parts", {"SECRET-offering", "", ""}}};
  const Stage stage({all.decoded.account}, settings);
  for (const Language language : {Language::de, Language::en}) {
    const Document review = build_review(stage.view(language), 0);
    for (const auto& format : kFormats) {
      const std::string text = format.second(review);
      const std::string name = format.first;
      CAPTURE(name);
      CAPTURE(text);
      CHECK(text.find("open") != std::string::npos);  // what is shared is there
      CHECK((format.second == kFormats.front().second || text.find("accTitle") != std::string::npos ||
             text.find("<svg") != std::string::npos));
      CHECK(text.find("SECRET") == std::string::npos);
      for (const auto& internal : all.writer.internals)
        CHECK_MESSAGE(text.find(internal.second) == std::string::npos, internal.first, " shows as ",
                      internal.second);
      for (const char* word : kWords) CHECK_MESSAGE(text.find(word) == std::string::npos, word);
    }
  }
}
