#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace kam {

// A tree of plain data for the machine formats: what JSON can say, keys in the order given. Scores and
// percentages are put in rounded to two decimals (`round_half_away`); unknown is null.
class Data {
 public:
  using List = std::vector<Data>;
  using Record = std::vector<std::pair<std::string, Data>>;
  using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Record>;

  Data() = default;
  Data(bool value) : value_(value) {}                            // NOLINT(google-explicit-constructor)
  Data(int value) : value_(static_cast<std::int64_t>(value)) {}  // NOLINT
  Data(std::int64_t value) : value_(value) {}                    // NOLINT
  Data(double value) : value_(value) {}                          // NOLINT
  Data(std::string value) : value_(std::move(value)) {}          // NOLINT
  Data(std::string_view value) : value_(std::string(value)) {}   // NOLINT
  Data(const char* value) : value_(std::string(value)) {}        // NOLINT
  Data(List value) : value_(std::move(value)) {}                 // NOLINT
  Data(Record value) : value_(std::move(value)) {}               // NOLINT

  const Value& value() const { return value_; }
  Value& value() { return value_; }
  bool operator==(const Data&) const = default;

 private:
  Value value_;
};

}  // namespace kam
