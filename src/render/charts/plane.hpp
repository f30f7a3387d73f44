#pragma once

#include <compare>

namespace kam {

// Places in a picture, in tenths of a pixel from its upper left corner. Whole numbers, so that every compiler
// and machine comes to the same layout.

struct Spot {
  int x = 0;
  int y = 0;
  bool operator==(const Spot&) const = default;
};

struct Box {  // the right and lower edges are outside
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
  bool operator==(const Box&) const = default;

  int width() const { return right - left; }
  int height() const { return bottom - top; }
};

struct Bubble {
  Spot center;
  int radius = 0;
  bool operator==(const Bubble&) const = default;
};

struct Stroke {
  Spot from;
  Spot to;
  bool operator==(const Stroke&) const = default;
};

bool overlap(const Box& a, const Box& b);
bool overlap(const Box& box, const Bubble& bubble);
bool overlap(const Box& box, const Stroke& stroke);
bool overlap(const Stroke& a, const Stroke& b);
bool lies_within(const Box& inner, const Box& outer);

// Where `value` stands between `low`, drawn at `from`, and `high`, drawn at `to`; beyond them at the end.
int place_between(double value, double low, double high, int from, int to);

}  // namespace kam
