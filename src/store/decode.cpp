#include "kam/store/portfolio.hpp"
#include "kam/store/tree.hpp"
#include "store/decoder.hpp"
#include "kam/store/format.hpp"

namespace kam {

DecodedSettings decode_settings(std::string_view text, const std::string& file) {
  auto tree = parse_tree(text, file);
  if (!tree.root) return {{}, std::move(tree.problems)};
  DecodedSettings decoded{default_settings(), {}};
  Decoder decoder(file, decoded.settings, nullptr);
  decoder.decode_document(*tree.root, settings_format(), &decoded.settings);
  decoded.problems = decoder.take_problems();
  return decoded;
}

DecodedAccount decode_account(std::string_view text, const std::string& file, const std::string& id,
                              const Settings& settings) {
  auto tree = parse_tree(text, file);
  if (!tree.root) return {{}, std::move(tree.problems)};
  DecodedAccount decoded;
  decoded.account.id = id;
  Decoder decoder(file, settings, &decoded.account);
  decoder.decode_document(*tree.root, account_format(), &decoded.account);
  decoded.problems = decoder.take_problems();
  return decoded;
}

}  // namespace kam
