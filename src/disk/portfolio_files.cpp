#include "kam/disk/portfolio_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <system_error>
#include <thread>
#include <utility>

#include "disk/found_file.hpp"
#include "disk/system.hpp"
#include "kam/model/error.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kFilesPerThread = 32;  // fewer are read sooner than a thread starts

Problem file_problem(const std::string& file, std::string code, std::string message, std::string hint) {
  return {file, 0, 0, Severity::error, std::move(code), std::move(message), std::move(hint)};
}

// The next step for a file whose name is no id: a better name, but not that of another file.
std::string mend_of_id(const fs::path& root, const std::string& id) {
  const auto good = slug(id);
  if (!is_account_id(good)) return "Rename it to small letters and digits, with single hyphens between them.";
  std::error_code error;
  const auto taken = root / account_file(good);
  if (fs::exists(fs::symlink_status(taken, error)) && !fs::equivalent(taken, root / account_file(id), error))
    return fmt::format("Rename the file; {} is there already.", account_file(good));
  return fmt::format("Rename the file to {}.", account_file(good));
}

[[noreturn]] void throw_leads_out(std::string_view path, Surroundings::Kind kind) {
  throw Error(fmt::format("{} leads out of {}, by a symbolic link", path, name_of(kind)),
              "Put what it points to in the link's place.");
}

}  // namespace

void check_stays_inside(const fs::path& directory, const fs::path& path, Surroundings::Kind kind) {
  if (leads_out(directory, path)) throw_leads_out(path.lexically_proximate(directory).native(), kind);
}

std::vector<std::string> list_accounts_directory(const fs::path& root) {
  const auto directory = root / kAccountsDirectory;
  const FoundFile found(directory);
  std::error_code error;
  if (found.error() == ENOENT && !fs::is_symlink(directory, error)) return {};
  if (found.error() == 0 && !found.lies_in(root))
    throw_leads_out(kAccountsDirectory, Surroundings::Kind::portfolio);
  auto names = found.list();
  if (const auto* failure = std::get_if<ReadFailure>(&names))
    throw Error(fmt::format("{} {}", directory.native(), failure->reason));
  std::ranges::sort(std::get<std::vector<std::string>>(names));
  return std::get<std::vector<std::string>>(std::move(names));
}

bool is_account_name(std::string_view name) {
  return name.ends_with(kAccountEnding) && !name.starts_with('.');
}

std::vector<std::string> find_account_ids(const fs::path& root) {
  std::vector<std::string> ids;
  for (const auto& name : list_accounts_directory(root))
    if (is_account_name(name)) ids.push_back(name.substr(0, name.size() - kAccountEnding.size()));
  std::ranges::sort(ids);
  return ids;
}

std::variant<std::string, Problem> read_account_file(const fs::path& root, const std::string& id) {
  const auto file = account_file(id);
  if (!is_account_id(id))
    return file_problem(file, "bad-account-id", fmt::format("{} is not an id for an account", id),
                        mend_of_id(root, id));
  return read_portfolio_file(root, file);
}

// Each thread takes every n-th, so that no two share one.
void share_work(std::size_t count, const std::function<void(std::size_t)>& work, const Progress& progress) {
  const std::size_t wanted = (count + kFilesPerThread - 1) / kFilesPerThread;
  const std::size_t threads =
      std::min<std::size_t>(wanted, std::max(1U, std::thread::hardware_concurrency()));
  const auto work_share = [&](std::size_t first) {
    for (std::size_t i = first; i < count; i += threads) {
      work(i);
      if (first == 0 && progress) progress(i + 1, count);  // the others are about as far
    }
  };
  std::vector<std::future<void>> shares;
  std::vector<std::size_t> own;
  shares.reserve(threads);
  own.reserve(threads + 1);
  for (std::size_t first = 1; first < threads; ++first) {
    try {
      shares.push_back(std::async(std::launch::async, work_share, first));
    } catch (const std::system_error&) {
      own.push_back(first);  // no room for another thread
    }
  }
  own.push_back(0);
  for (const auto first : own) work_share(first);
  for (auto& share : shares) share.get();
}

}  // namespace kam
