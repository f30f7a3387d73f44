#include "kam/report/import.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "kam/lists/import.hpp"
#include "kam/text/format.hpp"
#include "kam/text/labels.hpp"
#include "kam/text/messages/import.hpp"
#include "kam/text/messages/inventory.hpp"

namespace kam {

namespace {

std::string field_name(const ColumnUse& use) {
  return use.year ? fmt::format("{}.{}", use.field, *use.year) : use.field;
}

// What people call a field: its label, that of the criterion, or the field itself.
std::string field_label(const std::string& field, const Settings& settings, Language language) {
  const auto mark = field.find('.');
  if (mark == std::string::npos) {
    const auto label = find_label(Vocabulary::field, field, language);
    return label.empty() ? field : std::string(label);
  }
  const auto section = field.substr(0, mark);
  const auto id = field.substr(mark + 1);
  const auto find = [&](Vocabulary vocabulary, const CriterionList& catalogue) {
    const auto entry = catalogue.find(id);
    return entry == catalogue.end() ? field : entry_label(vocabulary, id, entry->label, language);
  };
  if (section == "attractiveness") return find(Vocabulary::attractiveness, settings.attractiveness);
  if (section == "partnership") return find(Vocabulary::partnership, settings.partnership);
  return find(Vocabulary::collaboration, settings.collaboration);
}

// The fields of a list of contacts that accounts have otherwise or not at all.
std::string contact_label(const std::string& field, const Settings& settings, Language language) {
  using FieldLabel = std::pair<std::string_view, Msg>;
  constexpr std::array kLabels{FieldLabel{"account", msg::preview_contact_account},
                               FieldLabel{"name", msg::preview_contact_name},
                               FieldLabel{"first_name", msg::preview_contact_first_name},
                               FieldLabel{"last_name", msg::preview_contact_last_name},
                               FieldLabel{"salutation", msg::preview_contact_salutation},
                               FieldLabel{"academic_title", msg::preview_contact_academic_title},
                               FieldLabel{"title", msg::preview_contact_title}};
  const auto found = std::ranges::find(kLabels, field, &FieldLabel::first);
  return found == kLabels.end() ? field_label(field, settings, language) : say(found->second, language);
}

// The label of an id where the field holds ids, else the text.
std::string choice_label(std::string_view field, const std::string& text, Language language) {
  const auto label = [&]<class Enum>(std::optional<Enum> value) {
    return value ? std::string(label_of(*value, language)) : text;
  };
  if (field == "status") return label(parse_id<Status>(text));
  if (field == "role") return label(parse_id<ContactRole>(text));
  if (field == "attitude") return label(parse_id<Attitude>(text));
  return text;
}

// In the order of WhyUnused.
constexpr std::array kWhyUnused{msg::preview_unused,           msg::preview_unused_own_turnover,
                                msg::preview_unused_gross,     msg::preview_unused_program,
                                msg::preview_unused_not_money, msg::preview_unused_currency,
                                msg::preview_unused_year};

// The parts of a contact's name, which is shown as a whole.
bool is_name_part(std::string_view field) {
  return field == "name" || field == "first_name" || field == "last_name";
}

// How a column without a header is called: `column 5`.
std::string column_name(const UnusedColumn& column, Language language) {
  if (!column.header.empty()) return column.header;
  return say(msg::import_column, language, {std::to_string(column.column + 1)});
}

// In the order of RowRemark::Kind.
constexpr std::array kSentences{msg::import_row_title,  msg::import_row_metadata,
                                msg::import_row_total,  msg::import_row_total_that_differs,
                                msg::import_row_footer, msg::import_row_kept};

// `3, 7-9`
std::string join_lines(const std::vector<int>& lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t begin = i;
    while (i + 1 < lines.size() && lines[i + 1] == lines[i] + 1) ++i;
    if (!text.empty()) text += ", ";
    text += std::to_string(lines[begin]);
    if (i > begin) text += fmt::format("-{}", lines[i]);
  }
  return text;
}

// One line for each kind of row of which there may be many.
void add_count(std::vector<std::string>& sentences, const Msg& one, const Msg& many,
               const std::vector<int>& lines, Language language) {
  if (lines.empty()) return;
  sentences.push_back(
      say(lines.size() == 1 ? one : many, language, {std::to_string(lines.size()), join_lines(lines)}));
}

// The sentences about rows that are not taken over.
std::vector<std::string> row_sentences(const ListPlan& plan, const std::vector<int>& blank_lines,
                                       Language language) {
  std::vector<std::string> sentences;
  for (const auto& remark : plan.remarks) {
    const auto sentence = kSentences.at(static_cast<std::size_t>(remark.kind));
    sentences.push_back(say(sentence, language, {std::to_string(remark.line), remark.text}));
  }
  add_count(sentences, msg::import_supplier, msg::import_suppliers, plan.suppliers, language);
  add_count(sentences, msg::import_blank_row, msg::import_blank_rows, blank_lines, language);
  return sentences;
}

class PreviewBuilder {
 public:
  explicit PreviewBuilder(const ImportPreview& preview) : of_(preview) {}

  Document build() {
    Document document;
    document.language = of_.language;
    document.currency = of_.settings.currency;
    document.title = word(msg::preview_title, {of_.file});
    document.subtitle = {summary()};
    document.blocks.emplace_back(Heading{2, word(msg::preview_columns)});
    document.blocks.emplace_back(columns_table());
    if (!of_.plan.sample.empty()) {
      document.blocks.emplace_back(Heading{2, word(msg::preview_first_rows)});
      document.blocks.emplace_back(sample_table());
    }
    add_list(document, msg::preview_remarks, remarks());
    add_list(document, msg::preview_questions, questions());
    add_list(document, msg::preview_problems, problems());
    document.blocks.emplace_back(
        Paragraph{{{Span::Kind::plain, word(msg::next_step) + " ", {}}, {Span::Kind::code, of_.next, {}}},
                  Tone::next_step});
    return document;
  }

 private:
  std::string word(const Msg& message, std::initializer_list<std::string_view> arguments = {}) const {
    return say(message, of_.language, arguments);
  }

  std::string label(const std::string& field) const {
    const bool is_person = of_.list == ListKind::contacts || field == "first_name" || field == "last_name";
    return is_person ? contact_label(field, of_.settings, of_.language)
                     : field_label(field, of_.settings, of_.language);
  }

  std::string summary() const {
    const auto count = [&](const Msg& one, const Msg& many, std::size_t number) {
      return say_count(one, many, static_cast<long long>(number), of_.language);
    };
    const auto bad = count_rows(of_.problems);
    auto line = count(msg::preview_row, msg::preview_rows, of_.rows.size());
    if (bad > 0) line += " · " + count(msg::preview_bad_row, msg::preview_bad_rows, bad);
    return line + ". " + word(msg::preview_nothing_written);
  }

  // Every column of the list in its order.
  Table columns_table() const {
    Table table;
    table.columns = {
        {"number", "#", Align::right, 3},
        {"column", word(msg::preview_column), Align::left, 0},
        {"becomes", word(msg::preview_becomes), Align::left, 0},
        {"field", word(msg::preview_field), Align::left, 1},
        {"year", std::string(find_label(Vocabulary::field, "revenue_year", of_.language)), Align::right, 1},
        {"unit", word(msg::preview_unit), Align::right, 1},
        {"decimal", word(msg::preview_decimal), Align::left, 2}};
    for (std::size_t i = 0; i < of_.plan.header.size(); ++i) {
      const auto use = std::ranges::find(of_.plan.columns, i, &ColumnUse::column);
      const auto unused = std::ranges::find(of_.plan.unused, i, &UnusedColumn::column);
      const auto disputed = std::ranges::find(of_.plan.disputed, i, &DisputedColumn::column);
      if (disputed != of_.plan.disputed.end())
        table.rows.push_back(disputed_row(*disputed));
      else if (use != of_.plan.columns.end())
        table.rows.push_back(used_row(*use));
      else if (unused != of_.plan.unused.end())
        table.rows.push_back(unused_row(*unused));
    }
    return table;
  }

  std::vector<Cell> used_row(const ColumnUse& use) const {
    const bool has_unit = use.year || use.unit != AmountUnit::one;
    const double unit = use.unit == AmountUnit::million ? 1e6 : use.unit == AmountUnit::thousand ? 1e3 : 1;
    return {Count{static_cast<long long>(use.column + 1)},
            Text{of_.plan.header[use.column]},
            Text{label(use.field)},
            Text{field_name(use)},
            use.year ? Cell(Count{*use.year}) : Cell(Unknown{}),
            has_unit ? Cell(Number{unit, 0}) : Cell(Unknown{}),
            use.decimal == DecimalMark::automatic
                ? Cell(Unknown{})
                : Cell(Text{use.decimal == DecimalMark::comma ? "," : "."})};
  }

  std::vector<Cell> disputed_row(const DisputedColumn& disputed) const {
    const ColumnUse use{disputed.column, disputed.field, disputed.year};
    auto row = used_row(use);
    row[2] = Text{word(msg::preview_disputed, {label(use.field)})};
    return row;
  }

  std::vector<Cell> unused_row(const UnusedColumn& unused) const {
    return {Count{static_cast<long long>(unused.column + 1)},
            Text{column_name(unused, of_.language)},
            Text{word(kWhyUnused.at(static_cast<std::size_t>(unused.why)))},
            Unknown{},
            Unknown{},
            Unknown{},
            Unknown{}};
  }

  // The columns that are taken over, under their fields.
  Table sample_table() const {
    Table table;
    table.columns = {
        {"line", word(msg::preview_line), Align::right, 0},
        {"account", std::string(find_label(Vocabulary::field, "id", of_.language)), Align::left, 1}};
    if (of_.list == ListKind::contacts)
      table.columns.push_back({"contact", word(msg::preview_contact_name), Align::left, 0});
    for (const ColumnUse& use : of_.plan.columns) {
      if (!is_shown(use)) continue;
      auto title = label(use.field);
      if (use.year) title += fmt::format(" {}", *use.year);
      const bool is_number = std::ranges::any_of(of_.plan.sample, [&](const SampleRow& row) {
        return cell_of(row, use).kind == SampleCell::Kind::number;
      });
      const int rank = use.field == "name" || use.field == "last_name" ? 0 : 2;
      table.columns.push_back({field_name(use), title, is_number ? Align::right : Align::left, rank});
    }
    for (const SampleRow& row : of_.plan.sample) {
      const auto found = of_.rows.find(row.line);
      const PreviewRow known = found == of_.rows.end() ? PreviewRow{} : found->second;
      std::vector<Cell> cells{Count{row.line}, text_or_unknown(known.account)};
      if (of_.list == ListKind::contacts)
        cells.push_back(text_or_unknown(known.contact.empty() ? row.name : known.contact));
      for (const ColumnUse& use : of_.plan.columns)
        if (is_shown(use)) cells.push_back(shown(cell_of(row, use), use));
      table.rows.push_back(std::move(cells));
    }
    return table;
  }

  bool is_shown(const ColumnUse& use) const {
    return of_.list == ListKind::accounts || !is_name_part(use.field);
  }

  static Cell text_or_unknown(const std::string& text) {
    if (text.empty()) return Unknown{};
    return Text{text};
  }

  const SampleCell& cell_of(const SampleRow& row, const ColumnUse& use) const {
    return row.cells.at(static_cast<std::size_t>(&use - of_.plan.columns.data()));
  }

  Cell shown(const SampleCell& cell, const ColumnUse& use) const {
    constexpr int kDecimals = 6;
    const auto number = [&](double value) { return format_trimmed(value, kDecimals, of_.language); };
    switch (cell.kind) {
      case SampleCell::Kind::empty:
        return Unknown{};
      case SampleCell::Kind::text:
        return Text{choice_label(use.field, cell.text, of_.language)};
      case SampleCell::Kind::number:
        return Number{cell.value, kDecimals};
      case SampleCell::Kind::ambiguous:
        return Text{word(msg::preview_ambiguous, {cell.text, number(cell.value), number(cell.other)})};
      case SampleCell::Kind::wrong:
        break;
    }
    return Text{word(msg::preview_wrong, {cell.text})};
  }

  static void add_list(Document& document, const Msg& title, const std::vector<std::string>& items) {
    if (items.empty()) return;
    document.blocks.emplace_back(Heading{2, say(title, document.language)});
    BulletList list;
    for (const auto& item : items) list.items.push_back({Span{Span::Kind::plain, item}});
    document.blocks.emplace_back(std::move(list));
  }

  std::vector<std::string> remarks() const { return row_sentences(of_.plan, of_.blank_lines, of_.language); }

  std::vector<std::string> questions() const {
    std::vector<std::string> items;
    for (const auto& question : of_.plan.questions)
      items.push_back(fmt::format("{}. {}", question.message, question.hint));
    return items;
  }

  std::vector<std::string> problems() const {
    std::vector<std::string> items;
    const auto shown = shorten(of_.problems);
    for (const auto& problem : shown.problems) {
      const auto hint = problem.hint.empty() ? std::string{} : " " + problem.hint;
      items.push_back(
          fmt::format("{} {}: {}.{}", word(msg::preview_line), problem.line, problem.message, hint));
    }
    if (shown.more_rows > 0) items.push_back(word(msg::preview_more, {std::to_string(shown.more_rows)}));
    return items;
  }

  const ImportPreview& of_;
};

void append(std::string& list, const std::string& separator, const std::string& item) {
  if (!list.empty()) list += separator;
  list += item;
}

// Why is said where the header was understood.
void add_unused(std::vector<std::string>& sentences, const std::vector<UnusedColumn>& unused,
                const std::string& currency, Language language) {
  std::string others;
  std::string years;
  std::string options;
  for (const auto& column : unused) {
    const auto name = column_name(column, language);
    if (column.why == WhyUnused::own_turnover) {
      sentences.push_back(say(msg::import_own_turnover, language, {name}));
    } else if (column.why == WhyUnused::gross_figure) {
      sentences.push_back(say(msg::import_gross_figure, language, {name}));
    } else if (column.why == WhyUnused::not_money) {
      sentences.push_back(say(msg::import_not_money, language, {name}));
    } else if (column.why == WhyUnused::other_currency) {
      sentences.push_back(say(msg::import_other_currency, language, {name, currency}));
    } else if (column.why == WhyUnused::bare_year) {
      append(years, ", ", name);
      append(options, " ",
             "--map " + shell_word(fmt::format("revenue.{}={}", column.year.value_or(0), name)));
    } else {
      append(others, ", ", name);
    }
  }
  if (!years.empty()) sentences.push_back(say(msg::import_bare_year, language, {years, options}));
  if (!others.empty()) sentences.push_back(say(msg::import_unused, language, {others}));
}

// The option that answers a question; where nobody can know its value, a word in its place.
std::string answering_option(const ImportQuestion& question, Language language) {
  if (question.option.empty()) return {};
  if (question.value.empty()) return question.option + " " + say(msg::preview_any_year, language);
  if (question.value.ends_with('='))
    return question.option + " " + question.value + say(msg::preview_any_column, language);
  return question.option + " " + shell_word(question.value);
}

constexpr std::size_t kShownRows = 20;

}  // namespace

Document build_import_preview(const ImportPreview& preview) {
  return PreviewBuilder(preview).build();
}

std::vector<std::string> import_remarks(const ListPlan& plan, const std::vector<int>& blank_lines,
                                        const std::string& currency, Language language) {
  auto sentences = row_sentences(plan, blank_lines, language);
  add_unused(sentences, plan.unused, currency, language);
  return sentences;
}

std::vector<std::string> answering_options(const ListPlan& plan, const Problems& problems,
                                           DecimalMark usual_mark, Language language) {
  std::vector<std::string> options;
  for (const auto& question : plan.questions) {
    auto option = answering_option(question, language);
    if (!option.empty() && std::ranges::find(options, option) == options.end())
      options.push_back(std::move(option));
  }
  if (std::ranges::find(problems, kAmbiguousNumber, &Problem::code) != problems.end())
    options.emplace_back(usual_mark == DecimalMark::comma ? "--decimal ," : "--decimal .");
  return options;
}

ShortProblems shorten(const Problems& problems) {
  ShortProblems shown;
  std::set<int> lines;
  std::set<std::string> hints;
  for (const auto& problem : problems) {
    lines.insert(problem.line);
    if (lines.size() > kShownRows) continue;
    shown.problems.push_back(problem);
    if (!hints.insert(problem.hint).second) shown.problems.back().hint.clear();
  }
  shown.more_rows = lines.size() - std::min(lines.size(), kShownRows);
  return shown;
}

std::size_t count_rows(const Problems& problems) {
  std::set<int> lines;
  for (const auto& problem : problems) lines.insert(problem.line);
  return lines.size();
}

}  // namespace kam
