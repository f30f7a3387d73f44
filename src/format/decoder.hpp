#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "format/values.hpp"
#include "kam/format/format.hpp"
#include "kam/model/problem.hpp"
#include "kam/unicode/unicode.hpp"
#include "kam/yaml/tree.hpp"

namespace kam {

// One walk over a file's tree along the format's table, filling the model and collecting every fault.
class Decoder {
 public:
  // `settings`: for the scale, and for the catalogues that ids are looked up in; while kam.yaml itself is
  // read, the one being filled. `account`: the one being filled, or null.
  Decoder(const std::string& file, const Settings& settings, const Account* account)
      : file_(file), settings_(settings), account_(account) {}

  // Fills `target`, which is the struct that `format` describes.
  void decode_document(const Node& root, const Record& format, void* target);

  // What was found, in the file's order.
  Problems take_problems();

 private:
  void decode_record(const Node& node, const Record& record, void* target);
  void decode_field(const Node& node, const Field& field, void* owner);
  void decode_map(const Node& node, const Field& field, void* owner);
  void decode_records(const Node& node, const Field& field, void* owner);
  void decode_entry(const Node& node, const Field& field, void* target);
  void decode_scalar(const Node& node, const Field& field, void* owner);
  void decode_texts(const Node& node, const Field& field, void* owner);
  void decode_numbers(const Node& node, const Field& field, void* owner);

  bool is_format_known(const Node& root);
  void check_keys(const Node& node, const Record& record);
  void check_companions(const Node& node, const Record& record);
  void check_known(const Node& key, Catalogue catalogue);
  struct Known {
    std::set<std::string> ids;
    Suggestions suggestions;
    std::size_t own = 0;  // how many of the account's own are among them
  };
  Known& known_ids(Catalogue catalogue);
  bool expect(NodeKind kind, const Node& node, const Shape& shape);

  void report(const Node& at, Severity severity, Fault fault);

  const std::string& file_;
  const Settings& settings_;
  const Account* account_;
  Problems problems_;
  std::map<Catalogue, Known> known_;
};

}  // namespace kam
