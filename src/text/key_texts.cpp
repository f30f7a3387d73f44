#include "kam/text/key_texts.hpp"

#include <algorithm>
#include <vector>

#include "kam/text/labels.hpp"
#include "text/key_text_table.hpp"

namespace kam {

namespace {

std::span<const key_text_table::Row> rows_of(FileKind file) {
  return file == FileKind::portfolio ? key_text_table::portfolio() : key_text_table::account();
}

std::string_view last_key(std::string_view path) {
  const auto dot = path.rfind('.');
  return dot == std::string_view::npos ? path : path.substr(dot + 1);
}

}  // namespace

std::optional<KeyText> find_key_text(FileKind file, std::string_view path, Language language) {
  const auto rows = rows_of(file);
  const auto row = std::ranges::find(rows, path, &key_text_table::Row::path);
  if (row == rows.end()) return std::nullopt;
  const bool german = language == Language::de;
  auto title = german ? row->title_de : row->title_en;
  if (title.empty()) title = find_label(Vocabulary::field, last_key(path), language);
  return KeyText{title, german ? row->de : row->en, row->example};
}

std::span<const std::string_view> key_text_paths(FileKind file) {
  const auto paths_of = [](FileKind kind) {
    std::vector<std::string_view> paths;
    for (const auto& row : rows_of(kind)) paths.push_back(row.path);
    return paths;
  };
  static const auto portfolio = paths_of(FileKind::portfolio);
  static const auto account = paths_of(FileKind::account);
  return file == FileKind::portfolio ? portfolio : account;
}

}  // namespace kam
