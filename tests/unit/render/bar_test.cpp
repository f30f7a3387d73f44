#include "render/pages/bar.hpp"

#include <array>
#include <limits>
#include <string_view>

#include <doctest/doctest.h>

#include "kam/unicode/unicode.hpp"

using namespace kam;

TEST_CASE("a bar of ten cells in eighths") {
  struct Row {
    double score;
    std::string_view bar;
  };
  for (const auto& row : std::array{
           Row{0, "░░░░░░░░░░"},    Row{1.24, "░░░░░░░░░░"},
           Row{1.25, "▏░░░░░░░░░"}, Row{2.5, "▎░░░░░░░░░"},
           Row{3.75, "▍░░░░░░░░░"}, Row{5, "▌░░░░░░░░░"},
           Row{6.25, "▋░░░░░░░░░"}, Row{7.5, "▊░░░░░░░░░"},
           Row{8.75, "▉░░░░░░░░░"}, Row{10, "█░░░░░░░░░"},
           Row{67, "██████▋░░░"},   Row{76, "███████▌░░"},
           Row{80, "████████░░"},   Row{82, "████████▏░"},
           Row{99.9, "█████████▉"}, Row{99.99999999999, "██████████"},
           Row{100, "██████████"},  Row{-5, "░░░░░░░░░░"},
           Row{250, "██████████"},
       }) {
    CAPTURE(row.score);
    CHECK(draw_bar(row.score) == row.bar);
  }
}

TEST_CASE("every bar takes its ten columns") {
  for (int score = 0; score <= 1000; ++score) CHECK(display_width(draw_bar(score / 10.0)) == kBarWidth);
}
