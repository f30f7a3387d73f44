#include "cli/private_copy.hpp"

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include <fmt/format.h>

#include "kam/model/error.hpp"
#include "kam/model/system_reason.hpp"
#include "kam/store/write.hpp"

namespace kam::cli {

namespace fs = std::filesystem;

PrivateCopy::PrivateCopy(const fs::path& temporary_directory, const std::string& name,
                         std::string_view content) {
  const auto parent = fs::absolute(temporary_directory);
  auto directory = (parent / "kam-edit-XXXXXX").native();
  if (::mkdtemp(directory.data()) == nullptr)
    throw Error(
        fmt::format("no directory for a copy can be made in {}: {}", parent.native(), system_reason(errno)),
        "Set TMPDIR to a directory that you may write in.");
  path_ = fs::path(directory) / name;
  try {
    create_file(path_, content);
  } catch (const Error&) {
    remove();
    throw;
  }
}

std::string PrivateCopy::read() const {
  if (!is_there())
    throw Error(fmt::format("the editor left no copy at {}", path_.native()),
                "The account's file was left as it is; start again with `kam edit`.");
  return read_file(path_);
}

void PrivateCopy::write(std::string_view content) const {
  put_file(path_, content);
}

bool PrivateCopy::is_there() const {
  std::error_code ignored;
  return fs::is_regular_file(path_, ignored);
}

void PrivateCopy::remove() const {
  std::error_code ignored;
  fs::remove_all(path_.parent_path(), ignored);
}

}  // namespace kam::cli
