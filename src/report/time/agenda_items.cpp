#include "report/time/agenda_items.hpp"

#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/actions.hpp"

namespace kam {

AgendaState agenda_state(const AgendaItem& item, Date as_of) {
  if (!item.due) return AgendaState::undated;
  return is_overdue(item.due, as_of) ? AgendaState::overdue : AgendaState::due;
}

std::string agenda_task(const AgendaItem& item, Language language) {
  const auto say_last = [&](Msg message) {
    return say(message, language, {format_date(*item.counted_from, language)});
  };
  switch (item.kind) {
    case AgendaKind::action:
    case AgendaKind::potential:
      break;
    case AgendaKind::assessment_missing:
      return say(Msg::agenda_first_assessment, language);
    case AgendaKind::assessment_stale:
      return say_last(Msg::agenda_reassessment);
    case AgendaKind::annual_talk:
      return say_last(Msg::agenda_annual_talk);
  }
  return item.title;
}

Term agenda_distance(const AgendaItem& item, const View& view) {
  const AgendaState state = agenda_state(item, view.as_of);
  if (state == AgendaState::undated)
    return Term{std::string(to_id(state)), say(Msg::agenda_no_date, view.language)};
  if (*item.due <= view.as_of) return open_state(item.due, view);
  return Term{std::string(to_id(state)), say_count(Msg::agenda_in_day, Msg::agenda_in_days,
                                                   days_between(view.as_of, *item.due), view.language)};
}

}  // namespace kam
