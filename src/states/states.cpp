#include "kam/states/states.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "kam/disk/portfolio.hpp"
#include "kam/disk/portfolio_files.hpp"
#include "kam/yaml/tree.hpp"

namespace kam {

namespace {

Problem faulty_id(const std::string& id) {
  return {account_file(id),
          0,
          0,
          Severity::error,
          "bad-account-id",
          fmt::format("{} is not an id for an account", id),
          "An account's file is named with small letters and digits, with single hyphens between them."};
}

const Problem kNoSettings{std::string(kSettingsFile),
                          0,
                          0,
                          Severity::error,
                          "unreadable",
                          "is not there",
                          "Without it nothing says what the accounts are rated by."};

// Problems of a content that stands under that name here.
Problems rename_problems(Problems problems, const std::string& file) {
  for (auto& problem : problems) problem.file = file;
  return problems;
}

ParsedTree parse_content(const StateReader::Content& content) {
  if (const auto* problem = std::get_if<Problem>(&content)) return {{}, {*problem}};
  return parse_tree(std::get<std::string>(content), {});
}

}  // namespace

struct StateReader::Memory {
  std::unordered_map<std::string, ParsedTree> trees;  // by key
  // What the accounts' trees mean under `settings`, by key and id.
  std::map<std::pair<std::string, std::string>, DecodedAccount> accounts;
  Settings settings;

  const ParsedTree& tree(const std::string& key) const { return trees.at(key); }

  void read_settings(Portfolio& portfolio, std::span<const StateFile> files) const {
    const auto found = std::ranges::find(files, kSettingsFile, &StateFile::file);
    DecodedSettings decoded{{}, {kNoSettings}};
    if (found != files.end()) {
      const auto& parsed = tree(found->key);
      decoded = parsed.root ? decode_settings(*parsed.root, found->file)
                            : DecodedSettings{{}, rename_problems(parsed.problems, found->file)};
    }
    std::ranges::copy_if(decoded.problems, std::back_inserter(portfolio.errors),
                         [](const Problem& problem) { return problem.severity == Severity::error; });
    portfolio.settings = std::move(decoded.settings);
  }

  DecodedAccount decode(const std::string& key, const std::string& id) const {
    if (!is_account_id(id)) return {{}, {faulty_id(id)}};
    const auto& parsed = tree(key);
    if (!parsed.root) return {{}, rename_problems(parsed.problems, account_file(id))};
    return decode_account(*parsed.root, account_file(id), id, settings);
  }

  void read_accounts(Portfolio& portfolio, std::span<const StateFile> files) {
    std::map<std::string, const std::string*> keys;  // by id
    for (const auto& file : files)
      if (file.file != kSettingsFile && is_portfolio_file(file.file))
        keys.emplace(id_of_account_file(file.file), &file.key);
    portfolio.files = keys.size();
    for (const auto& [id, key] : keys) {
      auto found = accounts.find({*key, id});
      if (found == accounts.end()) found = accounts.emplace(std::pair(*key, id), decode(*key, id)).first;
      add_account(portfolio, id, found->second);
    }
  }
};

StateReader::StateReader(Fetch fetch) : fetch_(std::move(fetch)), memory_(std::make_unique<Memory>()) {}

StateReader::~StateReader() = default;

Portfolio StateReader::read(std::span<const StateFile> files, const std::string& where) {
  std::vector<std::string> unknown;
  for (const auto& file : files)
    if (is_portfolio_file(file.file) && memory_->trees.try_emplace(file.key).second)
      unknown.push_back(file.key);
  if (!unknown.empty())
    fetch_(unknown, [&](std::size_t place, const Content& content) {
      memory_->trees[unknown[place]] = parse_content(content);
    });
  Portfolio portfolio;
  memory_->read_settings(portfolio, files);
  if (portfolio.errors.empty()) {
    if (portfolio.settings != memory_->settings) memory_->accounts.clear();
    memory_->settings = portfolio.settings;
    memory_->read_accounts(portfolio, files);
  }
  for (auto* problems : {&portfolio.errors, &portfolio.warnings})
    for (auto& problem : *problems) problem.file.insert(0, where);
  return portfolio;
}

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
