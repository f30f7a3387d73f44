#include "format/catalogue.hpp"
#include "format/fields.hpp"

namespace kam {

namespace {

// accounts/ID.yaml: one table a record, the keys in the order in which they stand in a file.

// What the items of lists are named by.
constexpr std::array<std::string_view, 1> kByName{"name"};
constexpr std::array<std::string_view, 1> kByTitle{"title"};
constexpr std::array<std::string_view, 3> kByDay{"date", "perspective", "source"};

const auto kFigureFields = table(
    number<&FigureYear::revenue>("revenue"), number<&FigureYear::contribution_margin>("contribution_margin"),
    number<&FigureYear::profit>("profit"), number<&FigureYear::purchasing_volume>("purchasing_volume"),
    number<&FigureYear::revenue_plan>("revenue_plan"));
const RecordOf<FigureYear> kFigures{{kFigureFields}};

const auto kRatingFields = table(rating<&Rating::rating>("rating"), text<&Rating::reason>("reason"));
const RecordOf<Rating> kRating{{kRatingFields, &kRatingFields.front()}};

const auto kAreaFields =
    table(rating<&CollaborationArea::intensity>("intensity"),
          texts<&CollaborationArea::activities>("activities"), texts<&CollaborationArea::people>("people"));
const RecordOf<CollaborationArea> kArea{{kAreaFields}};

const auto kMemberFields =
    table(shared(text<&TeamMember::name>("name")), shared(text<&TeamMember::role>("role")),
          text<&TeamMember::unit>("unit"), texts<&TeamMember::tasks>("tasks"),
          texts<&TeamMember::authority>("authority"));
const RecordOf<TeamMember> kMember{{kMemberFields, nullptr, kByName}};

const auto kContactFields =
    table(text<&Contact::name>("name"), text<&Contact::title>("title"),
          choice<&Contact::role>("role", ids_of<ContactRole>()), rating<&Contact::influence>("influence"),
          choice<&Contact::attitude>("attitude", ids_of<Attitude>()), text<&Contact::owner>("owner"));
const RecordOf<Contact> kContact{{kContactFields, nullptr, kByName}};

const auto kViewFields = table(shared(texts<&CustomerView::goals>("goals")),
                               shared(texts<&CustomerView::important_services>("important_services")),
                               texts<&CustomerView::market_strengths>("market_strengths"),
                               text<&CustomerView::our_contribution>("our_contribution"));
const RecordOf<CustomerView> kView{{kViewFields}};

const auto kRequirementFields = table(shared(rating<&RequirementRating::importance>("importance")),
                                      shared(rating<&RequirementRating::fulfilment>("fulfilment")),
                                      rating<&RequirementRating::best_competitor>("best_competitor"),
                                      text<&RequirementRating::note>("note"));
const RecordOf<RequirementRating> kRequirement{{kRequirementFields}};

// An assessment without its day or without whose view it is can't count anywhere: these two must be there.
const auto kAssessmentFields = table(
    shared(required(date<&Assessment::date>("date"), "date: 2026-03-31")),
    required(choice<&Assessment::perspective>("perspective", ids_of<Perspective>()), "perspective: customer"),
    text<&Assessment::source>("source"), text<&Assessment::by>("by"),
    by_id<&Assessment::ratings>("ratings", Catalogue::requirements, kRequirement));
const RecordOf<Assessment> kAssessment{{kAssessmentFields, nullptr, kByDay, 2}};

const auto kOfferingFields =
    table(number<&OfferingPosition::current>("current"), number<&OfferingPosition::potential>("potential"),
          text<&OfferingPosition::competitor>("competitor"));
const RecordOf<OfferingPosition> kOffering{{kOfferingFields}};

const auto kPotentialFields = table(
    shared(text<&Potential::title>("title")), shared(id_of<&Potential::kind>("kind", Catalogue::potentials)),
    number<&Potential::value>("value"), percent<&Potential::probability>("probability"),
    choice<&Potential::status>("status", ids_of<PotentialStatus>()), text<&Potential::owner>("owner"),
    date<&Potential::due>("due"));
const RecordOf<Potential> kPotential{{kPotentialFields, nullptr, kByTitle}};

const auto kObjectiveFields =
    table(text<&Objective::title>("title"), choice<&Objective::measure>("measure", ids_of<Measure>()),
          number<&Objective::target>("target"), year<&Objective::year>("year"));
const RecordOf<Objective> kObjective{{kObjectiveFields, nullptr, kByTitle}};

const auto kActionFields = table(shared(text<&Action::title>("title")),
                                 shared(id_of<&Action::requirement>("requirement", Catalogue::requirements)),
                                 shared(text<&Action::owner>("owner")), shared(date<&Action::due>("due")),
                                 shared(choice<&Action::status>("status", ids_of<ActionStatus>())));
const RecordOf<Action> kAction{{kActionFields, nullptr, kByTitle}};

const auto kSwotFields =
    table(texts<&Swot::strengths>("strengths"), texts<&Swot::weaknesses>("weaknesses"),
          texts<&Swot::opportunities>("opportunities"), texts<&Swot::threats>("threats"));
const RecordOf<Swot> kSwot{{kSwotFields}};

const auto kAccountFields = table(
    required(format_number<Account>("kam"), "kam: 1"),
    in_lists(shared(required(text<&Account::name>("name"), "name: Nordlicht Windkraft GmbH"))),
    in_lists(choice<&Account::status>("status", ids_of<Status>())),
    in_lists(text<&Account::industry>("industry")), in_lists(text<&Account::manager>("manager")),
    in_lists(year<&Account::customer_since>("customer_since")),
    in_lists(text<&Account::external_id>("external_id")), in_lists(texts<&Account::tags>("tags")),
    by_year<&Account::figures>("figures", kFigures),
    by_id<&Account::attractiveness>("attractiveness", Catalogue::attractiveness, kRating),
    by_id<&Account::partnership>("partnership", Catalogue::partnership, kRating),
    texts<&Account::unique_services>("unique_services"),
    by_id<&Account::collaboration>("collaboration", Catalogue::collaboration, kArea),
    records<&Account::team>("team", kMember), records<&Account::contacts>("contacts", kContact),
    record<&Account::customer_view>("customer_view", kView),
    by_id<&Account::requirements>("requirements", Catalogue::defined_here, kEntry),
    records<&Account::assessments>("assessments", kAssessment),
    by_id<&Account::offerings>("offerings", Catalogue::offerings, kOffering),
    records<&Account::potentials>("potentials", kPotential),
    records<&Account::objectives>("objectives", kObjective), records<&Account::actions>("actions", kAction),
    record<&Account::swot>("swot", kSwot), text<&Account::notes>("notes"));
const RecordOf<Account> kAccount{{kAccountFields}};

}  // namespace

const Record& account_table() {
  return kAccount;
}

}  // namespace kam
