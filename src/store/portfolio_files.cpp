#include "store/portfolio_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <system_error>
#include <thread>
#include <utility>

#include "kam/model/error.hpp"
#include "kam/unicode/unicode.hpp"
#include "store/system.hpp"

namespace kam {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLargestFile = std::size_t{4} << 20U;  // one byte more, and the reader refuses it
constexpr std::size_t kFilesPerThread = 32;                  // fewer are read sooner than a thread starts

Problem file_problem(const std::string& file, std::string code, std::string message, std::string hint) {
  return {file, 0, 0, Severity::error, std::move(code), std::move(message), std::move(hint)};
}

// True, too, for what cannot be followed, such as a link to itself: opening it tells why.
bool is_inside(const fs::path& root, const fs::path& path) {
  std::error_code error;
  const auto around = fs::weakly_canonical(root, error);
  if (error) return true;
  const auto real = fs::weakly_canonical(path, error);
  return error || std::ranges::mismatch(around, real).in1 == around.end();
}

// The next step for a file whose name is no id: a better name, but not that of another file.
std::string mend_of_id(const fs::path& root, const std::string& id) {
  const auto good = slug(id);
  if (!is_account_id(good)) return "Rename it to small letters and digits, with single hyphens between them.";
  std::error_code error;
  const auto taken = root / account_file(good);
  if (fs::exists(taken, error) && !fs::equivalent(taken, root / account_file(id), error))
    return fmt::format("Rename the file; {} is there already.", account_file(good));
  return fmt::format("Rename the file to {}.", account_file(good));
}

}  // namespace

void check_stays_inside(const fs::path& root, const fs::path& path) {
  if (is_inside(root, path)) return;
  throw Error(fmt::format("{} leads out of the portfolio, by a symbolic link",
                          path.lexically_proximate(root).native()),
              "Put what it points to in the link's place.");
}

std::vector<std::string> list_accounts_directory(const fs::path& root) {
  std::vector<std::string> names;
  const auto directory = root / kAccountsDirectory;
  std::error_code error;
  if (!fs::exists(directory, error) && !error) return names;
  check_stays_inside(root, directory);
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error))
    names.push_back(entry->path().filename().native());
  if (error)
    throw Error(fmt::format("{} cannot be read: {}", directory.native(), system_reason(error.value())));
  std::ranges::sort(names);
  return names;
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

std::variant<std::string, Problem> read_portfolio_file(const fs::path& root, const std::string& file) {
  std::error_code error;
  const auto path = root / file;
  const auto status = fs::status(path, error);
  if (!error && fs::exists(status) && !fs::is_regular_file(status))
    return file_problem(file, "unreadable", "is not a regular file", "Put a file there, or take it away.");
  if (file != kSettingsFile && fs::is_symlink(path, error) && !is_inside(root, path))
    return file_problem(file, "unreadable", "is a symbolic link that leads out of the portfolio",
                        "Put the file itself in the link's place.");
  auto read = try_read(path, kLargestFile + 1);
  if (auto* failure = std::get_if<ReadFailure>(&read))
    return file_problem(file, "unreadable", std::move(failure->reason),
                        "See that it is there and that you may read it.");
  return std::get<std::string>(std::move(read));
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
  for (std::size_t first = 0; first < threads; ++first)
    shares.push_back(std::async(std::launch::async, work_share, first));
  for (auto& share : shares) share.get();
}

}  // namespace kam
