#include <cmath>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "kam/render/render.hpp"
#include "kam/unicode/orders.hpp"
#include "kam/unicode/unicode.hpp"
#include "render/cells.hpp"

namespace kam {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kIndentation = 2;
constexpr double kExactIntegers = 9007199254740992;  // 2^53

Json build_json(const Data& data);

struct BuildJson {
  Json operator()(std::monostate) const { return nullptr; }
  Json operator()(bool value) const { return value; }
  Json operator()(std::int64_t value) const { return value; }
  Json operator()(double value) const {  // `67` rather than `67.0`
    const bool whole = std::abs(value) <= kExactIntegers && value == std::floor(value);
    return whole ? Json(static_cast<std::int64_t>(value)) : Json(value);
  }
  Json operator()(const std::string& value) const { return value; }
  Json operator()(const Data::List& list) const {
    Json array = Json::array();
    for (const auto& item : list) array.push_back(build_json(item));
    return array;
  }
  Json operator()(const Data::Record& record) const {
    Json object = Json::object();
    for (const auto& [key, value] : record) object[key] = build_json(value);
    return object;
  }
};

Json build_json(const Data& data) {
  return std::visit(BuildJson{}, data.value());
}

// nlohmann escapes C0 alone; and no runner of CI may take a text for an order. Outside strings there is
// nothing else than ASCII, so that the text can be walked as a whole; its line breaks are the layout's.
std::string escape_strings(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  while (!json.empty()) {
    const std::size_t end = std::min(json.find('\n'), json.size());
    for (const char32_t c : decode_utf8(json.substr(0, end))) {
      if (is_control(c))
        out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
      else
        append_utf8(out, c);
    }
    out += '\n';
    json.remove_prefix(std::min(end + 1, json.size()));
  }
  return rewrite_orders(out,
                        [](char sign) { return fmt::format("\\u{:04x}", static_cast<unsigned char>(sign)); });
}

}  // namespace

std::string render_json(const Data& data, JsonLayout layout) {
  const int indentation = layout == JsonLayout::one_line ? -1 : kIndentation;
  return escape_strings(build_json(data).dump(indentation, ' ', false, Json::error_handler_t::replace));
}

Data::List table_records(const Table& table) {
  Data::List records;
  for (const auto& row : table.rows) {
    Data::Record record;
    for (std::size_t i = 0; i < row.size(); ++i) record.emplace_back(table.columns[i].key, cell_data(row[i]));
    records.emplace_back(std::move(record));
  }
  return records;
}

}  // namespace kam
