#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kam/disk/read.hpp"
#include "kam/format/decode.hpp"
#include "kam/model/account.hpp"
#include "kam/model/problem.hpp"
#include "kam/model/settings.hpp"
#include "kam/yaml/tree.hpp"

namespace kam {

// The portfolio's directory: `start` or the nearest directory above it that holds a kam.yaml, absolute, links
// resolved. Throws Error where there is none ("no kam.yaml in DIR or any directory above it").
std::filesystem::path find_portfolio(const std::filesystem::path& start);
// The same, or nothing where there is none.
std::optional<std::filesystem::path> find_enclosing_portfolio(const std::filesystem::path& start);

// Throws Error where a symbolic link on the way from a directory, the portfolio's or that of its
// surroundings, to `path`, a file or directory in it that need not be there, leads out of it: what somebody
// put into a portfolio must not reach beyond it.
void check_stays_inside(const std::filesystem::path& directory, const std::filesystem::path& path,
                        Surroundings::Kind kind = Surroundings::Kind::portfolio);

// A file of a portfolio as it was read, once: for whoever checks it or is going to change it.
struct SourceFile {
  std::string file;  // relative to the root
  std::string id;    // of an account; empty: kam.yaml
  std::string text;
  std::optional<Node> root;  // what `text` says; absent where it is not YAML in kam's profile
  Problems problems;         // all that its reader said, warnings included
};

struct Portfolio {
  std::filesystem::path root;
  Settings settings;
  std::vector<Account> accounts;  // every readable one, by id
  Problems errors;  // of all files that could not be read; in the order of the files' names, then place
  // What was read but does not count: a rating of an unknown criterion, area or requirement.
  Problems warnings;
  std::size_t files = 0;                                   // account files seen
  std::vector<std::string> left_out;                       // ids of the accounts with errors
  std::vector<std::shared_ptr<const SourceFile>> sources;  // those to be kept, kam.yaml first, then by id
  // What lies in accounts/ and is not read, hidden files and a README.md but, and a kam.yml beside kam.yaml;
  // sorted, a directory with a slash at its end. Only of everything.
  std::vector<std::string> passed_over;

  // Whether kam.yaml reads.
  bool has_settings() const { return errors.empty() || !left_out.empty(); }
};

using Progress = std::function<void(std::size_t done, std::size_t total)>;

// Reads kam.yaml and accounts/*.yaml. Faults in account files are collected in `errors` and never thrown; a
// faulty kam.yaml puts its problems there too, and then no account is read. Throws Error where a directory
// cannot be read.
struct PortfolioReading {
  Follow follow = Follow::no;
  // Everything: the sources of all files are kept, also where kam.yaml does not read; then account files are
  // looked at for their YAML only, since scale and catalogues are not known.
  enum class Extent { what_counts, everything };
  Extent extent = Extent::what_counts;
  // Is told, now and then and never from two threads at once, how many of the account files are read.
  Progress progress{};
  std::optional<std::string> only{};  // the id of the one account file to be read; its file is there
  // Whether the source of an account is kept, since it may be changed; one that does not read has no name.
  // Is asked from several threads.
  std::function<bool(const std::string& id, const std::string& name)> keep{};
};
Portfolio load_portfolio(const std::filesystem::path& root, const PortfolioReading& reading = {});

// A file of a portfolio that does not lie on the disk, such as one in a commit: its bytes, or the problem
// that keeps it from being read. `file` is relative to the portfolio's root.
struct PortfolioText {
  std::string file;
  std::variant<std::string, Problem> content;
};
// The same from texts, pure: kam.yaml and what lies in accounts/, of which account files are read. Problems
// name their files behind `where`: `HEAD~3:accounts/weserguss.yaml` with `HEAD~3:`. A missing kam.yaml is
// one.
Portfolio read_portfolio(const std::vector<PortfolioText>& texts, const std::string& where);

// The ids of the account files that lie in a portfolio, sorted. Throws Error where accounts/ cannot be read.
std::vector<std::string> find_account_ids(const std::filesystem::path& root);

// Whether a file of that name, relative to the root, is read: kam.yaml or an account's.
bool is_portfolio_file(std::string_view file);
// The id of an account's file: `weserguss` of `accounts/weserguss.yaml`.
std::string id_of_account_file(std::string_view file);

// Takes a decoded account into the portfolio; one with errors is left out, and its errors are noted.
void add_account(Portfolio& portfolio, const std::string& id, DecodedAccount decoded);

// `accounts/ID.yaml`
std::string account_file(const std::string& id);

}  // namespace kam
