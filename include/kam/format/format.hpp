#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kam/model/account.hpp"
#include "kam/model/date.hpp"
#include "kam/model/settings.hpp"

namespace kam {

// The format of the two kinds of files, as data: which keys there are, what each may hold, where that is in
// the model, and who may see it. Whatever goes through all keys goes through this one table: decoding,
// comparing, the order of keys for edits, spelling hints, the schema.

// What stands at a key.
enum class ShapeKind {
  format_number,  // the 1 of `kam: 1`
  text,
  catalogue_id,  // a text in snake_case that names an entry of `catalogue`
  currency,      // three capital letters
  number,
  whole,    // a number without decimals
  rating,   // a number from 0 to the portfolio's scale
  percent,  // a number from 0 to 100
  year,     // four digits
  date,
  choice,   // one of `choices`
  texts,    // a list of texts
  numbers,  // a list of ascending numbers
  record,   // a map with the keys of `record`
  records,  // a list of such maps
  by_id,    // a map from ids in snake_case to `record`
  by_year   // a map from years to `record`
};

// Which catalogue the ids of a shape belong to.
enum class Catalogue {
  none,
  defined_here,  // this map is a catalogue: an entry counts even where nothing is said of it
  attractiveness,
  partnership,
  collaboration,
  requirements,
  potentials,
  offerings
};

// Beyond this no figure is meant, and sums of figures stay exact to the cent.
inline constexpr double kLargestNumber = 1e13;

struct Record;

struct Shape {
  ShapeKind kind = ShapeKind::text;
  double least = -kLargestNumber;  // of a number, or of each in a list
  double most = kLargestNumber;
  std::size_t count = 0;  // of a list of numbers: how many; 0: one or more
  std::span<const std::string_view> choices = {};
  Catalogue catalogue = Catalogue::none;
  const Record* record = nullptr;
};

// A scalar, or a list of scalars, read from a file; a choice by its place in `choices`.
using Value =
    std::variant<std::string, double, Date, std::size_t, std::vector<std::string>, std::vector<double>>;

// What a container holds, or a record: `name` is its id or year, else empty.
struct NamedRecord {
  std::string name;
  const void* record = nullptr;
};

// Who may see what stands at a key: a review goes to the customer. A value is shared where its key and all
// above it are; none is unless the table says so.
enum class Audience { us, customer };

// One key of a record. The functions reach the member of the model's struct that `owner` points to; which of
// them is there depends on the shape.
struct Field {
  std::string_view key;
  Shape shape;
  void (*put)(void* owner, Value&& value) = nullptr;            // scalars and lists of scalars
  std::optional<Value> (*get)(const void* owner) = nullptr;     // the same; nothing where it is not known
  void* (*open)(void* owner, std::string_view name) = nullptr;  // the record, or a new element called `name`
  std::vector<NamedRecord> (*list)(const void* owner) =
      nullptr;                           // the record, or the elements in their order
  void (*clear)(void* owner) = nullptr;  // of containers: takes the defaults out
  std::string_view required = {};        // where the key must be there: how to write it
  std::string_view needs = {};           // the key that must stand beside this one
  Audience audience = Audience::us;
  bool in_lists = false;  // of the account itself: whether `kam export` writes it and `kam import` reads it
};

struct Record {
  std::span<const Field> fields;
  const Field* short_form = nullptr;  // what a bare scalar in the map's place says
  // Of a list's items: the keys that together tell one from another when two sides are merged. People know
  // it by the first `title` of them.
  std::span<const std::string_view> named_by = {};
  std::size_t title = 1;
};

const Record& settings_format();
const Record& account_format();
const Record& account_table();  // the same: what a test puts a key beside

const Field* find_field(const Record& record, std::string_view key);
std::vector<std::string_view> keys_of(const Record& record);

// The ids that kam.yaml lists in `catalogue`, in its order.
std::vector<std::string_view> catalogue_ids(const Settings& settings, Catalogue catalogue);

// Whether the key is the user's own (`x_…`), never remarked on.
bool is_own_key(std::string_view key);

}  // namespace kam
