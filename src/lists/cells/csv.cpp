#include "kam/lists/csv.hpp"

#include <csv.h>
#include <algorithm>
#include <array>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "kam/model/problem.hpp"
#include "kam/unicode/spreadsheet.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

using namespace std::string_view_literals;
;

using namespace std::string_view_literals;

using namespace std::string_view_literals;

constexpr std::array kCellBlanks{" "sv, "\t"sv, "\r"sv, "\n"sv, "\u00A0"sv};

bool is_break(char c) {
  return c == '\n' || c == '\r';
}

constexpr auto kSeparators = ",;\t|"sv;

// How often each of `kSeparators` is outside quotes in the line that begins `text`; the line is taken off.
std::array<int, kSeparators.size()> take_line(std::string_view& text) {
  std::array<int, kSeparators.size()> counts{};
  bool is_quoted = false;
  while (!text.empty() && (is_quoted || !is_break(text.front()))) {
    if (text.front() == '"') is_quoted = !is_quoted;
    const auto index = is_quoted ? std::string_view::npos : kSeparators.find(text.front());
    if (index != std::string_view::npos) ++counts.at(index);
    text.remove_prefix(1);
  }
  return counts;
}

std::string_view trim(std::string_view text) {
  bool has_blank = true;
  while (has_blank) {
    has_blank = false;
    for (const std::string_view blank : kCellBlanks) {
      if (text.starts_with(blank)) {
        text.remove_prefix(blank.size());
        has_blank = true;
      } else if (text.ends_with(blank)) {
        text.remove_suffix(blank.size());
        has_blank = true;
      }
    }
  }
  return text;
}

std::string read_cell(std::string_view raw) {
  return unguard_cell(trim(raw));
}

// Whether a line ends with the byte at `offset`: with LF, CRLF or CR.
bool ends_line(std::string_view text, std::size_t offset) {
  return text[offset] == '\n' || (text[offset] == '\r' && !text.substr(offset + 1).starts_with('\n'));
}

// The most frequent one in the first line that is not empty; where that has none and may be a title, in the
// first such line behind an empty one.
char find_separator(std::string_view text) {
  constexpr int kLines = 20;
  bool is_behind_gap = true;
  for (int line = 0; line < kLines && !text.empty(); ++line) {
    std::size_t breaks = 0;
    while (!text.empty() && is_break(text.front())) {
      if (ends_line(text, 0)) ++breaks;
      text.remove_prefix(1);
    }
    is_behind_gap = is_behind_gap || breaks > 1;
    const auto counts = take_line(text);
    const auto most = std::ranges::max_element(counts);
    if (*most > 0 && is_behind_gap) return kSeparators[static_cast<std::size_t>(most - counts.begin())];
    if (*most > 0) break;
    is_behind_gap = false;
  }
  return kSeparators.front();
}

// The separator that Excel reads from a first line `sep=;`; that line is emptied.
std::optional<char> take_separator_line(std::string& text) {
  constexpr auto kMark = "sep="sv;
  if (!text.starts_with(kMark) || text.size() <= kMark.size()) return std::nullopt;
  const char separator = text[kMark.size()];
  const std::size_t end = kMark.size() + 1;
  if (kSeparators.find(separator) == std::string_view::npos) return std::nullopt;
  if (end < text.size() && !is_break(text[end])) return std::nullopt;
  text.erase(0, end);
  return separator;
}

Problem describe(const std::string& file, int line, std::string message, std::string hint) {
  return {file, line, 0, Severity::error, "list-encoding", std::move(message), std::move(hint)};
}

// Feeds libcsv byte by byte, since only so it can be known in which line a row or a quote begins.
class RowReader {
 public:
  RowReader(char separator, const std::string& file) : separator_(separator), file_(file) {
    csv_init(&parser_, 0);
    csv_set_delim(&parser_, static_cast<unsigned char>(separator));
    csv_set_blk_size(&parser_, 4096);
  }
  ~RowReader() { csv_free(&parser_); }
  RowReader(const RowReader&) = delete;
  RowReader& operator=(const RowReader&) = delete;
  RowReader(RowReader&&) = delete;
  RowReader& operator=(RowReader&&) = delete;

  // Adds every row that is not empty to `table`, with the lines of those that are; at a fault tells it and
  // stops.
  void read(std::string_view text, CsvTable& table) {
    const std::size_t problems = table.problems.size();
    read_rows(text, table.problems);
    table.rows = std::move(rows_);
    table.blank_lines = std::move(blank_lines_);
    std::ranges::sort(table.blank_lines);
    if (table.problems.size() > problems) table.blank_lines.clear();
  }

 private:
  void read_rows(std::string_view text, Problems& problems) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool is_read = feed(text[i]);
      if (auto excess = find_excess()) {
        problems.push_back(std::move(*excess));
        return;
      }
      if (!is_read) {
        problems.push_back(describe(line_, "list-quote", "a quoted cell goes on after its closing quote",
                                    "Write a quote inside a quoted cell twice, or remove it."));
        return;
      }
      if (!ends_line(text, i)) continue;
      if (is_line_blank_ && parser_.quoted == 0) blank_lines_.push_back(line_);
      is_line_blank_ = true;
      ++line_;
    }
    csv_set_opts(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    if (csv_fini(&parser_, on_cell, on_row, this) != 0)
      problems.push_back(describe(quote_line_, "list-quote", "the quote that opens here is never closed",
                                  "Close the quote or remove it."));
    else if (auto excess = find_excess())
      problems.push_back(std::move(*excess));
  }

  // What is larger than a list may be, as soon as it is, and before it is kept.
  std::optional<Problem> find_excess() const {
    // A quote that may be the closing one is counted as well, until the byte behind it says so.
    if (is_too_long_ || parser_.entry_pos > CsvLimits::kCellBytes + 1)
      return describe(long_cell_line_, "list-cell-too-long", "a cell of the list is longer than 64 KiB",
                      "Look for a quote that is not closed, or shorten the cell.");
    if (is_too_wide_ || row_.cells.size() > CsvLimits::kColumns)
      return describe(is_too_wide_ ? rows_.back().line : row_.line, "list-too-many-columns",
                      "the list has more than 4,096 columns",
                      "Look whether its line breaks were lost, or leave out columns that kam does not read.");
    if (rows_.size() > CsvLimits::kRows + 1)
      return describe(rows_.back().line, "list-too-many-rows",
                      "the list has more than 1,000,000 rows below its header",
                      "Divide it into several lists, and import one after the other.");
    return std::nullopt;
  }

  // Whether the list is still well formed. Quoted cells are read strictly, or one forgotten quote would
  // swallow rows; a quote inside an unquoted cell (`pipes 3"`) is text.
  bool feed(char c) {
    const bool is_skipped = is_break(c) || (c != separator_ && (c == ' ' || c == '\t'));
    is_line_blank_ = is_line_blank_ && is_skipped;
    if (!has_begun_ && !is_skipped) {
      has_begun_ = true;
      row_.line = line_;
    }
    const bool was_quoted = parser_.quoted != 0;
    csv_set_opts(&parser_, was_quoted ? CSV_STRICT : 0);
    const bool is_read = csv_parse(&parser_, &c, 1, on_cell, on_row, this) == 1;
    if (!is_read && csv_error(&parser_) != CSV_EPARSE) throw std::bad_alloc();
    if (!was_quoted && parser_.quoted != 0) quote_line_ = line_;
    was_quoted_ = parser_.quoted != 0;
    if (!is_too_long_) long_cell_line_ = was_quoted_ ? quote_line_ : line_;
    return is_read;
  }

  Problem describe(int line, const char* code, std::string message, std::string hint) const {
    return {file_, line, 0, Severity::error, code, std::move(message), std::move(hint)};
  }

  static void on_cell(void* data, std::size_t size, void* self) {
    const auto* text = static_cast<const char*>(data);
    auto& reader = *static_cast<RowReader*>(self);
    reader.is_too_long_ = reader.is_too_long_ || size > CsvLimits::kCellBytes;
    reader.row_.cells.push_back(read_cell({text, size}));
  }

  static void on_row(int, void* self) {
    auto& reader = *static_cast<RowReader*>(self);
    reader.has_begun_ = false;
    CsvRow row = std::exchange(reader.row_, {});
    reader.is_too_wide_ = row.cells.size() > CsvLimits::kColumns;
    if (reader.is_too_wide_) {
      reader.rows_.push_back(std::move(row));
      return;
    }
    if (std::ranges::any_of(row.cells, [](const std::string& cell) { return !cell.empty(); }))
      reader.rows_.push_back(std::move(row));
    else
      reader.blank_lines_.push_back(row.line);
  }

  csv_parser parser_{};
  char separator_;
  const std::string& file_;
  std::vector<CsvRow> rows_;
  std::vector<int> blank_lines_;
  CsvRow row_;
  int line_ = 1;
  bool is_too_wide_ = false;  // the last of `rows_`
  bool is_too_long_ = false;  // a cell that was read
  int long_cell_line_ = 1;    // where the cell begins that is being read, or that was too long
  int quote_line_ = 1;
  bool was_quoted_ = false;  // whether the cell that is being read began with a quote
  bool has_begun_ = false;   // whether `row_` is being read
  bool is_line_blank_ = true;
};

constexpr auto kUtf8Mark = "\xEF\xBB\xBF"sv;

// What Windows-1252 means by 0x80 to 0x9F; 0 where it means nothing. All other bytes are Latin-1.
constexpr std::array<char16_t, 32> kWindows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,  // 80 to 87
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,       // 88 to 8F
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,  // 90 to 97
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,  // 98 to 9F
};

// The code point of a Windows-1252 byte, or nothing.
std::optional<char16_t> decode_byte(unsigned char byte) {
  if (byte < 0x80 || byte > 0x9F) return char16_t{byte};
  const char16_t code = kWindows1252.at(byte - 0x80U);
  if (code == 0) return std::nullopt;
  return code;
}

enum class ByteOrder { little, big };

// As a UTF-16 list says by the mark it begins with.
std::optional<ByteOrder> find_utf16_mark(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return ByteOrder::little;
  if (bytes.starts_with("\xFE\xFF")) return ByteOrder::big;
  return std::nullopt;
}

// UTF-16 and UTF-32 without a mark give themselves away by a NUL in the first letter.
bool is_unmarked_utf16(std::string_view bytes) {
  return bytes.size() > 1 && (bytes[0] == '\0' || bytes[1] == '\0');
}

// The 1-based line of the byte at `offset`.
int line_at(std::string_view text, std::size_t offset) {
  int line = 1;
  for (std::size_t i = 0; i < offset; ++i)
    if (ends_line(text, i)) ++line;
  return line;
}

std::string decode_windows_1252(std::string_view bytes, const std::string& file, Problems& problems) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const auto code = decode_byte(byte);
    if (!code) {
      problems.push_back(describe(file, line_at(bytes, i),
                                  fmt::format("the byte 0x{:02X} is neither UTF-8 nor Windows-1252", byte),
                                  "Save the list as \"CSV UTF-8\" and import that."));
      return {};
    }
    append_utf8(text, char32_t{*code});
  }
  return text;
}

constexpr bool is_high_half(char32_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}

constexpr bool is_low_half(char32_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

// The 16 bits at `offset`.
char32_t read_unit(std::string_view bytes, std::size_t offset, ByteOrder order) {
  const auto first = static_cast<unsigned char>(bytes[offset]);
  const auto second = static_cast<unsigned char>(bytes[offset + 1]);
  return order == ByteOrder::little ? static_cast<char32_t>(second << 8U | first)
                                    : static_cast<char32_t>(first << 8U | second);
}

// `bytes`: behind the mark.
std::string decode_utf16(std::string_view bytes, ByteOrder order, const std::string& file,
                         Problems& problems) {
  std::string text;
  const auto refuse = [&](std::string message) {
    problems.push_back(describe(file, line_at(text, text.size()), std::move(message),
                                "Export the list again, as \"CSV UTF-8\" if you can choose."));
    return std::string{};
  };
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t code = read_unit(bytes, i, order);
    if (is_high_half(code) && i + 3 < bytes.size()) {
      const char32_t low = read_unit(bytes, i + 2, order);
      if (!is_low_half(low)) return refuse("the list is UTF-16, but a letter here is broken");
      code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
      i += 2;
    } else if (is_high_half(code) || is_low_half(code)) {
      return refuse("the list is UTF-16, but a letter here is broken");
    }
    if (code == 0) return refuse("the list holds a NUL byte, so it is no text");
    append_utf8(text, code);
  }
  if (bytes.size() % 2 != 0) return refuse("the list is UTF-16, but ends within a letter");
  return text;
}

// The text of a list as UTF-8 without byte-order mark. Takes UTF-8, UTF-16 with its mark and Windows-1252;
// for any other encoding adds what is wrong to `problems` and returns nothing to read.
std::string decode_text(std::string_view bytes, const std::string& file, Problems& problems) {
  if (const auto order = find_utf16_mark(bytes)) return decode_utf16(bytes.substr(2), *order, file, problems);
  if (is_unmarked_utf16(bytes)) {
    problems.push_back(describe(file, 0, "the list is UTF-16 without the mark that says so",
                                R"(Save it as "CSV UTF-8" and import that.)"));
    return {};
  }
  if (const auto nul = bytes.find('\0'); nul != std::string_view::npos) {
    problems.push_back(describe(file, line_at(bytes, nul), "the list holds a NUL byte, so it is no text",
                                "Save it as \"CSV UTF-8\" and import that."));
    return {};
  }
  const bool is_marked = bytes.starts_with(kUtf8Mark);
  if (is_marked) bytes.remove_prefix(kUtf8Mark.size());
  const auto broken = find_invalid_utf8(bytes);
  if (!broken) return std::string(bytes);
  if (!is_marked) return decode_windows_1252(bytes, file, problems);
  problems.push_back(describe(file, line_at(bytes, *broken),
                              "the list is marked as UTF-8, but a letter here is broken",
                              "Export the list again, or retype the letter, and save it as UTF-8."));
  return {};
}

}  // namespace

void fit_cells(CsvCells& cells, std::size_t columns) {
  while (cells.size() > columns && cells.back().empty()) cells.pop_back();
}

CsvTable parse_csv(std::string_view bytes, const std::string& file) {
  CsvTable table;
  std::string text = decode_text(bytes, file, table.problems);
  if (!table.problems.empty()) return table;
  const auto named = take_separator_line(text);
  table.separator = named ? *named : find_separator(text);
  RowReader(table.separator, file).read(text, table);
  if (named) std::erase(table.blank_lines, 1);
  if (!table.problems.empty()) return table;
  if (table.rows.empty()) {
    table.problems.push_back({file, 0, 0, Severity::error, "list-empty", "the list is empty",
                              "Its first line must name the columns, as in `Name,Revenue 2025`."});
    return table;
  }
  table.header = std::move(table.rows.front());
  table.rows.erase(table.rows.begin());
  for (CsvRow& row : table.rows) fit_cells(row.cells, table.header.cells.size());
  return table;
}

}  // namespace kam
