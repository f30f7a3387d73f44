#include "cli/without_memory.hpp"

#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <exception>
#include <new>
#include <stdexcept>
#include <string_view>

#include "kam/disk/write.hpp"

namespace kam::cli {

namespace {

Exit failure = Exit::failed;

// Whether the command is git's merge driver, as far as that is known before anything is parsed.
bool is_merge_driver(int argc, char** argv) {
  constexpr std::array<std::string_view, 5> kWithValue{"-C", "--as-of", "--as-of-file", "--lang", "--color"};
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (!word.starts_with('-')) return word == "merge-driver";
    if (std::ranges::find(kWithValue, word) != kWithValue.end()) ++i;
  }
  return false;
}

// An exception that no memory was left for, or that came where none may: there is none but of this kind.
[[noreturn]] void end_by_exception() {
  try {
    if (const auto error = std::current_exception()) std::rethrow_exception(error);
  } catch (const std::bad_alloc&) {
    end_without_memory();
  } catch (const std::length_error&) {
    end_without_memory();
  } catch (...) {
    std::abort();
  }
  end_without_memory();
}

void expect_too_little(int argc, char** argv, char** /*environment*/) {
  if (is_merge_driver(argc, argv)) failure = Exit::not_merged;
  std::set_new_handler(end_without_memory);
  std::set_terminate(end_by_exception);
}

// Before any static object asks for memory, those of the libraries included.
[[gnu::section(".preinit_array"), gnu::used]] constexpr auto* kFirstOfAll = expect_too_little;

constexpr std::size_t kPage = 4096;

// Touches that many pages of the stack.
[[gnu::noinline]] void grow_stack(std::size_t pages) {
  std::array<volatile char, kPage>
      page;  // NOLINT(cppcoreguidelines-pro-type-member-init): its size is its use
  page.front() = 0;
  if (pages > 1) grow_stack(pages - 1);
  page.back() = 0;  // behind the call, so that the frame stays while it lasts
}

}  // namespace

void end_without_memory() {
  constexpr std::string_view kTold =
      "kam: there is not enough memory\n  `man kam`, LIMITS, says how much a portfolio takes.\n";
  abandon_writes();
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, kTold.data(), kTold.size());
  std::_Exit(static_cast<int>(failure));
}

void reserve_stack() {
  std::size_t wanted = std::size_t{512} << 10U;
  struct rlimit limit {};
  if (::getrlimit(RLIMIT_STACK, &limit) == 0) wanted = std::min<rlim_t>(wanted, limit.rlim_cur / 2);
  void* const room = ::mmap(nullptr, wanted, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (room == MAP_FAILED) end_without_memory();
  ::munmap(room, wanted);
  grow_stack(wanted / kPage);
}

Exit failure_status() {
  return failure;
}

}  // namespace kam::cli
