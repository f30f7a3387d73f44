#include "kam/exchange/requirement_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "exchange/requirement_columns.hpp"
#include "kam/model/error.hpp"
#include "kam/model/number.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

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
    const std::string folded = fold_name(word);
    const auto all_with = [&](auto fits) {
      std::vector<std::size_t> indices;
      for (std::size_t i = 0; i < frame_.accounts.size(); ++i)
        if (fits(frame_.accounts[i])) indices.push_back(i);
      return indices;
    };
    const std::string id = without_ignorable(word);
    auto found = all_with([&](const Account& account) { return account.id == id; });
    if (found.empty())
      found = all_with([&](const Account& account) { return without_ignorable(account.external_id) == id; });
    if (found.empty())
      found = all_with([&](const Account& account) { return fold_name(account.name) == folded; });
    return found;
  }

  void add_unknown_account(const std::string& word) {
    std::vector<std::string> known;
    for (const auto& account : frame_.accounts) {
      known.push_back(account.id);
      known.push_back(account.name);
    }
    const auto near = nearest(word, known);
    add_problem("list-account", fmt::format("there is no account \"{}\"", word),
                near ? fmt::format("Did you mean \"{}\"?", *near) : "Add it with `kam add-account` first.");
  }

  std::optional<std::string> find_requirement(std::size_t account) {
    std::vector<std::string> known;
    std::map<std::string, std::string> words = frame_.words;
    for (const auto& entry : frame_.settings.requirements) known.push_back(entry.id);
    for (const auto& entry : frame_.accounts[account].requirements) {
      known.push_back(entry.id);
      for (const auto& label : {entry.label.any, entry.label.de, entry.label.en})
        if (!label.empty()) words.try_emplace(fold_name(label), entry.id);
    }
    const std::string id = cell(Field::id);
    if (id.empty()) {
      const auto found = words.find(fold_name(cell(Field::requirement)));
      if (found != words.end()) return found->second;
      add_problem("list-requirement", "the row rates something, but names no requirement",
                  "Fill in its id, as `kam assess ACCOUNT --sheet` prints it.");
      return std::nullopt;
    }
    if (std::ranges::find(known, id) != known.end()) return id;
    const auto near = nearest(id, known);
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
  std::map<std::tuple<std::size_t, std::string, std::optional<Perspective>, std::optional<Date>>, int> lines_;
};

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
