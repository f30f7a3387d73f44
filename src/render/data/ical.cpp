#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "kam/render/render.hpp"
#include "kam/unicode/orders.hpp"
#include "kam/unicode/unicode.hpp"
#include "render/problems/fingerprint.hpp"

namespace kam {

namespace {

constexpr std::size_t kMostOctets = 75;  // of a line, its end not counted (RFC 5545, 3.1)

constexpr bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

// Whether a runner of CI or a forge would take the line for an order.
bool gives_order(std::string_view line) {
  return disarm(line) != line;
}

// Whether it does at the line's start, where a fold before it would bring it.
bool begins_with_order(std::string_view line) {
  const std::string disarmed = disarm(line);
  const auto* const changed = std::ranges::mismatch(line, disarmed).in1;
  return changed != line.end() && *changed != '#';
}

// Where the line that begins `text` ends: before the octet `room`, at no character's middle, and so that
// neither this line nor the next gives an order. Since a fold means nothing, it takes one apart.
std::size_t find_fold(std::string_view text, std::size_t room) {
  std::size_t end = std::min(room, text.size());
  while (end > 1 &&
         ((end < text.size() && continues_character(text[end])) || gives_order(text.substr(0, end))))
    --end;
  for (std::size_t at = end; at > 1 && at < text.size(); --at)
    if (!continues_character(text[at]) && !begins_with_order(text.substr(at, room))) return at;
  return end;
}

// One content line, folded: what is too long goes on in lines that begin with a blank.
void append_line(std::string& out, std::string_view line) {
  std::size_t room = kMostOctets;
  while (line.size() > room || gives_order(line)) {
    const std::size_t end = find_fold(line, room);
    if (end == line.size()) break;
    out.append(line.substr(0, end)).append("\r\n ");
    line.remove_prefix(end);
    room = kMostOctets - 1;
  }
  out.append(line).append("\r\n");
}

// A TEXT value (3.3.11): line breaks as `\n`, other control characters as they are shown everywhere in kam.
std::string escape_text(std::string_view text) {
  std::string escaped;
  while (true) {
    const std::size_t end = text.find_first_of("\r\n");
    for (const char c : escape_controls(text.substr(0, end))) {
      if (c == '\\' || c == ';' || c == ',') escaped += '\\';
      escaped += c;
    }
    if (end == std::string_view::npos) return escaped;
    escaped += "\\n";
    text.remove_prefix(end + (text.substr(end).starts_with("\r\n") ? 2 : 1));
  }
}

void append_text(std::string& out, std::string_view property, std::string_view text) {
  if (!text.empty()) append_line(out, fmt::format("{}:{}", property, escape_text(text)));
}

std::string basic_date(Date date) {
  return fmt::format("{:04d}{:02d}{:02d}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

void append_entry(std::string& out, const CalendarEntry& entry, Date stamp) {
  const bool is_event = entry.kind == CalendarEntry::Kind::event;
  const std::string_view component = is_event ? "VEVENT" : "VTODO";
  append_line(out, fmt::format("BEGIN:{}", component));
  append_line(out, fmt::format("UID:{}@{}.kam", hash_text(entry.domain + "\n" + entry.key), entry.domain));
  append_line(out, fmt::format("DTSTAMP:{}T000000Z", basic_date(stamp)));
  if (entry.day)
    append_line(out, fmt::format("{};VALUE=DATE:{}", is_event ? "DTSTART" : "DUE", basic_date(*entry.day)));
  append_text(out, "SUMMARY", entry.summary);
  append_text(out, "DESCRIPTION", entry.description);
  append_text(out, "CONTACT", entry.contact);
  append_text(out, "CATEGORIES", entry.category);
  // The day of an event is computed, not yet agreed upon, and takes nobody's time.
  append_line(out, is_event ? "STATUS:TENTATIVE" : "STATUS:NEEDS-ACTION");
  if (is_event) append_line(out, "TRANSP:TRANSPARENT");
  append_line(out, fmt::format("END:{}", component));
}

}  // namespace

std::string render_ical(const Calendar& calendar) {
  std::string out;
  append_line(out, "BEGIN:VCALENDAR");
  append_line(out, "VERSION:2.0");
  append_line(out, "PRODID:-//kam//agenda//EN");
  append_line(out, "CALSCALE:GREGORIAN");
  for (const CalendarEntry& entry : calendar.entries) append_entry(out, entry, calendar.stamp);
  append_line(out, "END:VCALENDAR");
  return out;
}

}  // namespace kam
