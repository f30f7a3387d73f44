#pragma once

#include <string>
#include <string_view>

#include "kam/model/account.hpp"
#include "kam/model/problem.hpp"
#include "kam/model/settings.hpp"
#include "kam/yaml/edit.hpp"
#include "kam/yaml/tree.hpp"

namespace kam {

// The two decoders, pure: a file's bytes to the model. The value is meaningful only where `problems` has no
// error. Warnings are unknown keys (`unknown-key`) and ratings that do not count (`unknown-criterion`,
// `unknown-area`, `unknown-requirement`).
struct DecodedSettings {
  Settings settings;
  Problems problems;
};
struct DecodedAccount {
  Account account;
  Problems problems;
};
DecodedSettings decode_settings(std::string_view text, const std::string& file);
DecodedAccount decode_account(std::string_view text, const std::string& file, const std::string& id,
                              const Settings& settings);
// The same from a tree that is there already.
DecodedSettings decode_settings(const Node& root, const std::string& file);
DecodedAccount decode_account(const Node& root, const std::string& file, const std::string& id,
                              const Settings& settings);

// The order of keys in an account file, for edits: the format's, in catalogues the portfolio's.
KeyOrder account_key_order(const Settings& settings);

}  // namespace kam
