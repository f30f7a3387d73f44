#include "kam/disk/portfolio.hpp"
#include "kam/disk/portfolio_files.hpp"
#include "kam/states/states.hpp"

namespace kam {

bool is_portfolio_file(std::string_view file) {
  if (file == kSettingsFile) return true;
  const auto slash = file.find('/');
  return slash != std::string_view::npos && file.substr(0, slash) == kAccountsDirectory &&
         is_account_name(file.substr(slash + 1));
}

std::string id_of_account_file(std::string_view file) {
  file.remove_prefix(kAccountsDirectory.size() + 1);
  file.remove_suffix(kAccountEnding.size());
  return std::string(file);
}

Portfolio read_portfolio(const std::vector<PortfolioText>& texts, const std::string& where) {
  std::vector<StateFile> files;
  for (std::size_t i = 0; i < texts.size(); ++i) files.push_back({texts[i].file, std::to_string(i)});
  StateReader reader([&texts](std::span<const std::string> keys, const StateReader::Take& take) {
    for (std::size_t i = 0; i < keys.size(); ++i) take(i, texts[std::stoul(keys[i])].content);
  });
  return reader.read(files, where);
}

}  // namespace kam
