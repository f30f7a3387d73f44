#include "store/format_catalogue.hpp"
#include "store/format_fields.hpp"

namespace kam {

namespace {

// accounts/ID.yaml: one table a record, the keys in the order in which they stand in a file.

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
    table(text<&TeamMember::name>("name"), text<&TeamMember::role>("role"), text<&TeamMember::unit>("unit"),
          texts<&TeamMember::tasks>("tasks"), texts<&TeamMember::authority>("authority"));
const RecordOf<TeamMember> kMember{{kMemberFields}};

const auto kContactFields =
    table(text<&Contact::name>("name"), text<&Contact::title>("title"),
          choice<&Contact::role>("role", ids_of<ContactRole>()), rating<&Contact::influence>("influence"),
          choice<&Contact::attitude>("attitude", ids_of<Attitude>()), text<&Contact::owner>("owner"));
const RecordOf<Contact> kContact{{kContactFields}};

const auto kViewFields = table(texts<&CustomerView::goals>("goals"),
                               texts<&CustomerView::important_services>("important_services"),
                               texts<&CustomerView::market_strengths>("market_strengths"),
                               text<&CustomerView::our_contribution>("our_contribution"));
const RecordOf<CustomerView> kView{{kViewFields}};

const auto kRequirementFields = table(rating<&RequirementRating::importance>("importance"),
                                      rating<&RequirementRating::fulfilment>("fulfilment"),
                                      rating<&RequirementRating::best_competitor>("best_competitor"),
                                      text<&RequirementRating::note>("note"));
const RecordOf<RequirementRating> kRequirement{{kRequirementFields}};

// An assessment without its day or without whose view it is can't count anywhere: these two must be there.
const auto kAssessmentFields = table(
    required(date<&Assessment::date>("date"), "date: 2026-03-31"),
    required(choice<&Assessment::perspective>("perspective", ids_of<Perspective>()), "perspective: customer"),
    text<&Assessment::source>("source"), text<&Assessment::by>("by"),
    by_id<&Assessment::ratings>("ratings", Catalogue::requirements, kRequirement));
const RecordOf<Assessment> kAssessment{{kAssessmentFields}};

const auto kOfferingFields =
    table(number<&OfferingPosition::current>("current"), number<&OfferingPosition::potential>("potential"),
          text<&OfferingPosition::competitor>("competitor"));
const RecordOf<OfferingPosition> kOffering{{kOfferingFields}};

const auto kPotentialFields =
    table(text<&Potential::title>("title"), id_of<&Potential::kind>("kind", Catalogue::potentials),
          number<&Potential::value>("value"), percent<&Potential::probability>("probability"),
          choice<&Potential::status>("status", ids_of<PotentialStatus>()), text<&Potential::owner>("owner"),
          date<&Potential::due>("due"));
const RecordOf<Potential> kPotential{{kPotentialFields}};

const auto kObjectiveFields =
    table(text<&Objective::title>("title"), choice<&Objective::measure>("measure", ids_of<Measure>()),
          number<&Objective::target>("target"), year<&Objective::year>("year"));
const RecordOf<Objective> kObjective{{kObjectiveFields}};

const auto kActionFields =
    table(text<&Action::title>("title"), id_of<&Action::requirement>("requirement", Catalogue::requirements),
          text<&Action::owner>("owner"), date<&Action::due>("due"),
          choice<&Action::status>("status", ids_of<ActionStatus>()));
const RecordOf<Action> kAction{{kActionFields}};

const auto kSwotFields =
    table(texts<&Swot::strengths>("strengths"), texts<&Swot::weaknesses>("weaknesses"),
          texts<&Swot::opportunities>("opportunities"), texts<&Swot::threats>("threats"));
const RecordOf<Swot> kSwot{{kSwotFields}};

const auto kAccountFields = table(
    required(format_number<Account>("kam"), "kam: 1"),
    required(text<&Account::name>("name"), "name: Nordlicht Windkraft GmbH"),
    choice<&Account::status>("status", ids_of<Status>()), text<&Account::industry>("industry"),
    text<&Account::manager>("manager"), year<&Account::customer_since>("customer_since"),
    text<&Account::external_id>("external_id"), texts<&Account::tags>("tags"),
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

const Record& account_format() {
  return kAccount;
}

}  // namespace kam
