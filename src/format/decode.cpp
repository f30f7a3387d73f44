#include "kam/format/decode.hpp"
#include "format/decoder.hpp"
#include "kam/format/format.hpp"
#include "kam/yaml/tree.hpp"

namespace kam {

DecodedSettings decode_settings(std::string_view text, const std::string& file) {
  auto tree = parse_tree(text, file);
  if (!tree.root) return {{}, std::move(tree.problems)};
  return decode_settings(*tree.root, file);
}

DecodedSettings decode_settings(const Node& root, const std::string& file) {
  DecodedSettings decoded{default_settings(), {}};
  Decoder decoder(file, decoded.settings, nullptr);
  decoder.decode_document(root, settings_format(), &decoded.settings);
  decoded.problems = decoder.take_problems();
  return decoded;
}

DecodedAccount decode_account(std::string_view text, const std::string& file, const std::string& id,
                              const Settings& settings) {
  auto tree = parse_tree(text, file);
  if (!tree.root) return {{}, std::move(tree.problems)};
  return decode_account(*tree.root, file, id, settings);
}

DecodedAccount decode_account(const Node& root, const std::string& file, const std::string& id,
                              const Settings& settings) {
  DecodedAccount decoded;
  decoded.account.id = id;
  Decoder decoder(file, settings, &decoded.account);
  decoder.decode_document(root, account_format(), &decoded.account);
  decoded.problems = decoder.take_problems();
  return decoded;
}

}  // namespace kam
