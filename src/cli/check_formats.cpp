#include <array>

#include "cli/check_report.hpp"

namespace kam::cli {

namespace {

constexpr std::array kFormats{
    CheckFormat{"text", CheckPaths::current_directory, render_check_text},
    CheckFormat{"json", CheckPaths::repository, render_check_json},
};

}  // namespace

std::span<const CheckFormat> check_formats() {
  return kFormats;
}

}  // namespace kam::cli
