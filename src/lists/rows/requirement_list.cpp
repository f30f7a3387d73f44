#include "kam/lists/requirement_list.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "kam/model/error.hpp"
#include "kam/model/number.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

enum class RequirementField {
  account,
  name,
  id,
  requirement,
  importance,
  fulfilment,
  best_competitor,
  note,
  perspective,
  date,
  source,
  by
};

inline constexpr std::size_t kRequirementFields = 12;

// Which column of a requirement list holds which field.
class RequirementColumns {
 public:
  // Throws UsageError where two columns could be the same field.
  explicit RequirementColumns(const std::vector<std::string>& header);

  bool has(RequirementField field) const { return column(field).has_value(); }
  // The row's cell; empty where the list has no such column.
  std::string cell(const std::vector<std::string>& row, RequirementField field) const;
  const std::vector<std::string>& unused() const { return unused_; }

 private:
  const std::optional<std::size_t>& column(RequirementField field) const {
    return columns_.at(static_cast<std::size_t>(field));
  }

  std::array<std::optional<std::size_t>, kRequirementFields> columns_;
  std::vector<std::string> unused_;  // header texts that are no field
};

using Field = RequirementField;

// `31.03.2026` or ISO 8601. Slashes are refused: 3/4/2026 is two days.
std::optional<Date> read_date(const std::string& cell) {
  if (const auto date = parse_date(cell)) return date;
  const auto first = cell.find('.');
  const auto second = cell.find('.', first == std::string::npos ? first : first + 1);
  if (second == std::string::npos) return std::nullopt;
  const auto two = [](const std::string& text) { return text.size() == 1 ? "0" + text : text; };
  return parse_date(fmt::format("{}-{}-{}", cell.substr(second + 1),
                                two(cell.substr(first + 1, second - first - 1)), two(cell.substr(0, first))));
}

// What a spreadsheet makes of 3.5 in German or 3-5 in English: `03. Mai`, `3-May`, `03.05.2026`.
bool looks_like_date(std::string_view cell) {
  const bool is_number = cell.find_first_not_of("-0123456789,.") == std::string_view::npos;
  const bool has_digit = cell.find_first_of("0123456789") != std::string_view::npos;
  const bool has_parts = cell.find_first_of(".-/", 1) != std::string_view::npos;
  return is_number ? std::ranges::count(cell, '.') > 1 : has_digit && has_parts;
}

class ListReader {
 public:
  ListReader(const CsvTable& table, const RequirementListFrame& frame, const std::string& file,
             RequirementList& list)
      : columns_(table.header.cells), frame_(frame), file_(file), list_(list) {
    const bool has_requirement = columns_.has(Field::id) || columns_.has(Field::requirement);
    if (!has_requirement || !(columns_.has(Field::importance) || columns_.has(Field::fulfilment)))
      throw UsageError("the list is no requirement sheet",
                       "It needs the columns id and importance or fulfilment, as `kam assess ACCOUNT --sheet`"
                       " prints them.");
    if (!frame.account && !columns_.has(Field::account) && !columns_.has(Field::name))
      throw UsageError("the list does not say of which account it is",
                       "Name the account, as in `kam assess ACCOUNT --from FILE`, or add a column account.");
    list_.unused = columns_.unused();
    for (std::size_t i = 0; i < frame.accounts.size(); ++i) {
      const auto& account = frame.accounts[i];
      by_id_[account.id].push_back(i);
      by_external_id_[without_ignorable(account.external_id)].push_back(i);
      by_name_[fold_name(account.name)].push_back(i);
    }
  }

  void read(const CsvRow& row) {
    row_ = &row;
    RequirementAnswer answer;
    answer.line = row.line;
    if (cell(Field::id) == kRemarkRow || !says_anything()) return;
    const std::size_t problems = list_.problems.size();
    const bool has_rating = read_rating(answer.rating);
    const auto account = find_account();
    if (account) answer.account = *account;
    if (const auto id = account ? find_requirement(*account) : std::nullopt) answer.requirement = *id;
    read_origin(answer);
    if (list_.problems.size() > problems) return;
    if (!has_rating) {
      ++list_.not_asked;
      return;
    }
    check_repeated(answer);
    if (list_.problems.size() == problems) list_.answers.push_back(std::move(answer));
  }

 private:
  std::string cell(Field field) const { return columns_.cell(row_->cells, field); }

  void add_problem(const char* code, std::string message, std::string hint) {
    list_.problems.push_back(
        {file_, row_->line, 0, Severity::error, code, std::move(message), std::move(hint)});
  }

  std::optional<double> read_number(Field field, std::string_view key) {
    const std::string text = cell(field);
    if (text.empty()) return std::nullopt;
    std::string plain = text;
    std::ranges::replace(plain, ',', '.');
    const auto number = parse_plain_number(plain);
    if (number && *number >= 0 && *number <= frame_.settings.scale) return number;
    add_problem("list-rating",
                fmt::format("{} \"{}\" is no rating from 0 to {}", key, text,
                            format_plain_number(frame_.settings.scale)),
                looks_like_date(text)
                    ? "The spreadsheet took it for a date: write it with its own decimal mark."
                    : "Write a number, or leave the cell empty if it was not asked.");
    return std::nullopt;
  }

  // Words below the list (`Many thanks!`) are none of it.
  bool says_anything() const {
    constexpr std::array kFields{Field::id, Field::importance, Field::fulfilment, Field::best_competitor};
    return std::ranges::any_of(kFields, [&](Field field) { return !cell(field).empty(); }) ||
           (!cell(Field::requirement).empty() && !cell(Field::note).empty());
  }

  // Whether the row rates or remarks anything.
  bool read_rating(RequirementRating& rating) {
    rating.importance = read_number(Field::importance, "importance");
    rating.fulfilment = read_number(Field::fulfilment, "fulfilment");
    rating.best_competitor = read_number(Field::best_competitor, "best_competitor");
    rating.note = cell(Field::note);
    return rating != RequirementRating{};
  }

  std::optional<std::size_t> find_account() {
    const std::string id = cell(Field::account);
    const std::string name = cell(Field::name);
    if (id.empty() && name.empty()) {
      if (!frame_.account) add_problem("list-account", "the row names no account", "Fill in its account.");
      return frame_.account;
    }
    const std::string& given = id.empty() ? name : id;
    const auto fitting = accounts_called(given);
    if (fitting.empty()) add_unknown_account(given);
    if (fitting.size() > 1)
      add_problem("list-account", fmt::format("there are several accounts \"{}\"", given),
                  "Give the account's id.");
    if (fitting.size() != 1) return std::nullopt;
    if (frame_.account && fitting.front() != *frame_.account) {
      add_problem("list-account",
                  fmt::format("the row is of {}, not of {}", frame_.accounts[fitting.front()].id,
                              frame_.accounts[*frame_.account].id),
                  "Leave the account out on the command line to take over the rows of all.");
      return std::nullopt;
    }
    return fitting.front();
  }

  // By id, else by external id, else by name, compared folded.
  std::vector<std::size_t> accounts_called(const std::string& word) const {
    const std::string id = without_ignorable(word);
    if (const auto found = by_id_.find(id); found != by_id_.end()) return found->second;
    if (const auto found = by_external_id_.find(id); found != by_external_id_.end()) return found->second;
    const auto found = by_name_.find(fold_name(word));
    return found == by_name_.end() ? std::vector<std::size_t>() : found->second;
  }

  void add_unknown_account(const std::string& word) {
    if (!account_words_) {
      std::vector<std::string> known;
      for (const auto& account : frame_.accounts) {
        known.push_back(account.id);
        known.push_back(account.name);
      }
      account_words_.emplace(std::move(known));
    }
    const auto near = account_words_->find(word);
    add_problem("list-account", fmt::format("there is no account \"{}\"", word),
                near ? fmt::format("Did you mean \"{}\"?", *near) : "Add it with `kam add-account` first.");
  }

  // The requirements that an account may be asked about: the portfolio's and its own.
  struct Requirements {
    std::set<std::string> ids;
    std::map<std::string, std::string> own_words;
    Suggestions suggestions;
  };
  Requirements& requirements_of(std::size_t account) {
    if (const auto found = requirements_.find(account); found != requirements_.end()) return found->second;
    std::vector<std::string> known;
    std::map<std::string, std::string> words;
    for (const auto& entry : frame_.settings.requirements) known.push_back(entry.id);
    for (const auto& entry : frame_.accounts[account].requirements) {
      known.push_back(entry.id);
      for (const auto& label : {entry.label.any, entry.label.de, entry.label.en})
        if (!label.empty()) words.try_emplace(fold_name(label), entry.id);
    }
    Requirements requirements{{known.begin(), known.end()}, std::move(words), Suggestions(known)};
    return requirements_.emplace(account, std::move(requirements)).first->second;
  }

  std::optional<std::string> find_requirement(std::size_t account) {
    auto& requirements = requirements_of(account);
    const std::string id = cell(Field::id);
    if (id.empty()) {
      const auto word = fold_name(cell(Field::requirement));
      if (const auto found = frame_.words.find(word); found != frame_.words.end()) return found->second;
      const auto found = requirements.own_words.find(word);
      if (found != requirements.own_words.end()) return found->second;
      add_problem("list-requirement", "the row rates something, but names no requirement",
                  "Fill in its id, as `kam assess ACCOUNT --sheet` prints it.");
      return std::nullopt;
    }
    if (requirements.ids.contains(id)) return id;
    const auto near = requirements.suggestions.find(id);
    add_problem("list-requirement", fmt::format("there is no requirement \"{}\"", id),
                near ? fmt::format("Did you mean \"{}\"?", *near)
                     : "Add it to kam.yaml or to the account's requirements first.");
    return std::nullopt;
  }

  // Whose view it is, and of when.
  void read_origin(RequirementAnswer& answer) {
    answer.source = cell(Field::source);
    answer.by = cell(Field::by);
    if (const auto perspective = cell(Field::perspective); !perspective.empty()) {
      answer.perspective = parse_id<Perspective>(perspective);
      if (!answer.perspective)
        add_problem("list-perspective", fmt::format("\"{}\" is no perspective", perspective),
                    "It is customer or own.");
    }
    const auto date = cell(Field::date);
    if (date.empty()) return;
    answer.date = read_date(date);
    if (!answer.date)
      add_problem("list-date", fmt::format("\"{}\" is no date", date), "Write it as in 2026-03-31.");
  }

  void check_repeated(const RequirementAnswer& answer) {
    const auto key = std::tuple(answer.account, answer.requirement, answer.perspective, answer.date);
    const auto [earlier, is_first] = lines_.try_emplace(key, answer.line);
    if (!is_first)
      add_problem("list-repeated",
                  fmt::format("the row rates {} again, as line {} does", answer.requirement, earlier->second),
                  "Keep one of the two rows.");
  }

  RequirementColumns columns_;
  const RequirementListFrame& frame_;
  const std::string& file_;
  RequirementList& list_;
  const CsvRow* row_ = nullptr;
  std::map<std::string, std::vector<std::size_t>> by_id_;
  std::map<std::string, std::vector<std::size_t>> by_external_id_;
  std::map<std::string, std::vector<std::size_t>> by_name_;
  std::optional<Suggestions> account_words_;
  std::map<std::size_t, Requirements> requirements_;  // by account, of those that the list names
  std::map<std::tuple<std::size_t, std::string, std::optional<Perspective>, std::optional<Date>>, int> lines_;
};

using namespace std::string_view_literals;

// In the order of RequirementField: the key, then what else people call it; folded, letters and digits only.
constexpr std::array<std::string_view, kRequirementFields> kNames{
    " account accountid konto kundenkürzel "sv,
    " name accountname customer customername kunde kundenname firma "sv,
    " id requirementid anforderungsid kürzel "sv,
    " requirement requirementinwords anforderung kundenanforderung "sv,
    " importance wichtigkeit gewicht "sv,
    " fulfilment fulfillment erfüllung erfüllungsgrad "sv,
    " bestcompetitor competitor besterwettbewerber wettbewerber besterlieferant "sv,
    " note notes remark comment bemerkung anmerkung notiz kommentar "sv,
    " perspective view sicht perspektive "sv,
    " date ratedon datum bewertetam "sv,
    " source quelle anlass "sv,
    " by recordedby von erfasstvon "sv};

// A header's letters and digits, folded, without what stands in brackets or on further lines:
// `Wichtigkeit (0–5)` is `wichtigkeit`.
std::string column_key(std::string_view header) {
  const std::string folded = fold_name(header.substr(0, header.find_first_of("(\n\r")));
  std::string key;
  std::ranges::copy_if(folded, std::back_inserter(key), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
  });
  return key;
}

RequirementColumns::RequirementColumns(const std::vector<std::string>& header) {
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string key = column_key(header[i]);
    const auto names = std::ranges::find_if(kNames, [&](std::string_view candidate) {
      return !key.empty() && candidate.find(' ' + key + ' ') != std::string_view::npos;
    });
    if (names == kNames.end()) {
      if (!header[i].empty()) unused_.push_back(header[i]);
      continue;
    }
    auto& column = columns_.at(static_cast<std::size_t>(names - kNames.begin()));
    if (column)
      throw UsageError(fmt::format(R"(the columns "{}" and "{}" mean the same)", header[*column], header[i]),
                       "Remove or rename one of them in the list.");
    column = i;
  }
}

std::string RequirementColumns::cell(const std::vector<std::string>& row, RequirementField field) const {
  const auto& index = column(field);
  return index ? row.at(*index) : std::string{};
}

}  // namespace

bool is_requirement_list(const CsvTable& table) {
  const auto has = [&](std::string_view key) {
    return std::ranges::find(table.header.cells, key) != table.header.cells.end();
  };
  return has("account") && has("id") && has("importance") && has("fulfilment");
}

RequirementList read_requirement_list(const CsvTable& table, const RequirementListFrame& frame,
                                      const std::string& file) {
  RequirementList list;
  ListReader reader(table, frame, file, list);
  for (const CsvRow& row : table.rows) reader.read(row);
  return list;
}

}  // namespace kam
