//! Every text of the widget itself, by name. The words stand in `www/texts/<locale>.toml`; the texts of
//! a questionnaire stand with the questionnaire.
//!
//! A locale travels as bare lists in the order of [`Name::ALL`]: no key, and no look-up by string,
//! reaches the browser.

use std::marker::PhantomData;

/// The name of a text: one of a list.
pub trait Name: Copy + 'static {
    /// Every name with its key in the locale files, in the order in which the texts travel.
    const ALL: &[(Self, &str)];

    /// The place of the name in that list.
    fn index(self) -> usize;
}

macro_rules! texts {
    ($(#[$doc:meta])* $list:ident: $($name:ident = $key:literal),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $list {
            $(#[doc = concat!("`", $key, "`")] $name),+
        }

        impl Name for $list {
            const ALL: &[(Self, &str)] = &[$((Self::$name, $key)),+];

            fn index(self) -> usize {
                self as usize
            }
        }
    };
}

texts! {
    /// A text that comes with the questionnaire: of all that can be shown before a room is entered.
    Text:
    OpeningTitle = "opening.title",
    OpeningDuration = "opening.duration",
    OpeningPrivacy = "opening.privacy",

    ItemPosition = "item.position",
    ItemAnswered = "item.answered",
    ItemDontKnow = "item.dont_know",
    ItemNotApplicable = "item.not_applicable",
    ItemKeys = "item.keys",
    ItemBack = "item.back",
    ItemNext = "item.next",
    ItemOverview = "item.overview",
    ItemReport = "item.report",
    ItemMore = "item.more",
    ItemEvidence = "item.evidence",
    ItemRespondent = "item.respondent",
    ItemLayer = "item.layer",
    ItemSee = "item.see",

    OverviewTitle = "overview.title",
    OverviewMissing = "overview.missing",
    OverviewMissingOne = "overview.missing_one",
    OverviewComplete = "overview.complete",
    OverviewUnanswered = "overview.unanswered",
    OverviewBack = "overview.back",

    ExpectKicker = "expect.kicker",
    ExpectTitle = "expect.title",
    ExpectMeaning = "expect.meaning",
    ExpectPass = "expect.pass",
    ExpectSame = "expect.same",
    ExpectBelowOne = "expect.below_one",
    ExpectBelow = "expect.below",
    ExpectAboveOne = "expect.above_one",
    ExpectAbove = "expect.above",

    ReportTitle = "report.title",
    ReportShared = "report.shared",
    ReportSharedOn = "report.shared_on",
    ReportBetween = "report.between",
    ReportExactly = "report.exactly",
    ReportOutOf = "report.out_of",
    ReportOpen = "report.open",
    ReportLevel = "report.level",
    ReportLevelAtLeast = "report.level_at_least",
    ReportHeldBack = "report.held_back",
    ReportFragile = "report.fragile",
    ReportWeakestNone = "report.weakest_none",
    ReportKnown = "report.known",
    ReportKnownOf = "report.known_of",
    ReportNothing = "report.nothing",
    ReportCoverage = "report.coverage",
    ReportPrinciples = "report.principles",
    ReportPrincipleExactly = "report.principle_exactly",
    ReportPrincipleBetween = "report.principle_between",
    ReportPrincipleNone = "report.principle_none",
    ReportProfiles = "report.profiles",
    ReportWeakest = "report.weakest",
    ReportWeakestSeveral = "report.weakest_several",
    ReportWeakestAll = "report.weakest_all",
    ReportEmblem = "report.emblem",
    ReportFigures = "report.figures",
    ReportMeanings = "report.meanings",
    ReportDimensions = "report.dimensions",
    ReportDimension = "report.dimension",
    ReportPrinciple = "report.principle",
    ReportAssured = "report.assured",
    ReportPossible = "report.possible",
    ReportWhole = "report.whole",
    ReportDash = "report.dash",
    ReportLegend = "report.legend",
    ReportPriorities = "report.priorities",
    ReportPrioritiesNone = "report.priorities_none",
    ReportStanding = "report.standing",
    ReportFindOut = "report.find_out",
    ReportOwner = "report.owner",
    ReportSure = "report.sure",
    ReportBlindSpots = "report.blind_spots",
    ReportBlindSpotsMeaning = "report.blind_spots_meaning",
    ReportBlindSpotsNone = "report.blind_spots_none",
    ReportAsk = "report.ask",
    ReportStrengths = "report.strengths",
    ReportDeeper = "report.deeper",
    ReportDeeperMeaning = "report.deeper_meaning",
    ReportDeeperGo = "report.deeper_go",
    ReportLater = "report.later",
    ReportOlder = "report.older",
    ReportCarry = "report.carry",
    ReportCarryMeaning = "report.carry_meaning",
    ReportScoresOnly = "report.scores_only",
    ReportMade = "report.made",
    ReportReview = "report.review",
    ReportDetail = "report.detail",
    ReportAnew = "report.anew",
    ReportStart = "report.start",
    ReportMine = "report.mine",
    ReportResume = "report.resume",

    WhyTitle = "why.title",
    WhyItems = "why.items",
    WhyHolds = "why.holds",
    WhyUnknown = "why.unknown",
    WhyLegend = "why.legend",
    WhyLedger = "why.ledger",
    WhyItem = "why.item",
    WhyHeld = "why.held",
    WhyGain = "why.gain",
    WhyLevel = "why.level",
    WhyOne = "why.one",
    WhyPoints = "why.points",
    WhyAbout = "why.about",
    WhyBelowOne = "why.below_one",

    SpreadTitle = "spread.title",
    SpreadSaid = "spread.said",
    SpreadLevel = "spread.level",
    SpreadCount = "spread.count",

    ShareTitle = "share.title",
    ShareWhat = "share.what",
    ShareFull = "share.full",
    ShareFullReveals = "share.full_reveals",
    ShareScores = "share.scores",
    ShareScoresReveals = "share.scores_reveals",
    ShareRole = "share.role",
    ShareRoleNone = "share.role_none",
    ShareLink = "share.link",
    ShareCopy = "share.copy",
    ShareCopied = "share.copied",
    ShareCopyFailed = "share.copy_failed",
    ShareSheet = "share.sheet",
    ShareSheetReveals = "share.sheet_reveals",
    ShareSheetFailed = "share.sheet_failed",
    ShareSubject = "share.subject",

    NoticeResumed = "notice.resumed",
    NoticeCarried = "notice.carried",
    NoticeErased = "notice.erased",
    NoticeBegun = "notice.begun",
    NoticeUndo = "notice.undo",
    NoticeClose = "notice.close",
    NoticeNotSaved = "notice.not_saved",
    NoticeDraftUnreadable = "notice.draft_unreadable",
    NoticeLinkDamaged = "notice.link_damaged",
    NoticeLinkNewer = "notice.link_newer",
    NoticeLinkUnfinished = "notice.link_unfinished",
    NoticeLinkOther = "notice.link_other",
    NoticeLinkOtherVersion = "notice.link_other_version",
    NoticeLocaleFailed = "notice.locale_failed",
    NoticeFormFailed = "notice.form_failed",
    NoticeInvited = "notice.invited",
    NoticeInvitedOther = "notice.invited_other",
    NoticeInvitationUnknown = "notice.invitation_unknown",

    RoomsTitle = "rooms.title",
    RoomsPlan = "rooms.plan",
    RoomsPlanMeaning = "rooms.plan_meaning",
    RoomsTake = "rooms.take",
    RoomsTakeMeaning = "rooms.take_meaning",
    RoomsHistory = "rooms.history",
    RoomsHistoryMeaning = "rooms.history_meaning",
    RoomsTeam = "rooms.team",
    RoomsTeamMeaning = "rooms.team_meaning",
    RoomsLoading = "rooms.loading",
    RoomsFailed = "rooms.failed",
    RoomsRetry = "rooms.retry",
    RoomsBringTeam = "rooms.bring_team",
    RoomsBringHistory = "rooms.bring_history",

    FooterErase = "footer.erase",
    FooterPrivacy = "footer.privacy",
    FooterLanguage = "footer.language",

    RoleGeneralManagement = "role.general_management",
    RoleIt = "role.it",
    RoleProcurement = "role.procurement",
    RoleLegal = "role.legal",
    RoleBusiness = "role.business",

    LayerInfrastructure = "layer.infrastructure",
    LayerSoftware = "layer.software",
    LayerCloud = "layer.cloud",
    LayerAi = "layer.ai",

    EffortMeeting = "effort.meeting",
    EffortWeeks = "effort.weeks",
    EffortQuarter = "effort.quarter",

    ListAnd = "list.and",
    DateDay = "date.day",
}

texts! {
    /// A text of the rooms beyond the report, which comes with the first of them that is entered.
    RoomText:
    RoomBack = "room.back",

    PlanTitle = "plan.title",
    PlanLead = "plan.lead",
    PlanNow = "plan.now",
    PlanAfter = "plan.after",
    PlanBetween = "plan.between",
    PlanExactly = "plan.exactly",
    PlanBrings = "plan.brings",
    PlanBringsOne = "plan.brings_one",
    PlanBringsLess = "plan.brings_less",
    PlanKept = "plan.kept",
    PlanKeptNone = "plan.kept_none",
    PlanEarlier = "plan.earlier",
    PlanEarlierNamed = "plan.earlier_named",
    PlanLater = "plan.later",
    PlanLaterNamed = "plan.later_named",
    PlanDrop = "plan.drop",
    PlanDropNamed = "plan.drop_named",
    PlanEffort = "plan.effort",
    PlanOwner = "plan.owner",
    PlanDue = "plan.due",
    PlanQuarter = "plan.quarter",
    PlanOthers = "plan.others",
    PlanOthersMore = "plan.others_more",
    PlanKeep = "plan.keep",
    PlanKeepNamed = "plan.keep_named",
    PlanTarget = "plan.target",
    PlanTargetMeaning = "plan.target_meaning",
    PlanTargetOf = "plan.target_of",
    PlanTargetNone = "plan.target_none",
    PlanWay = "plan.way",
    PlanWayOne = "plan.way_one",
    PlanWayKeep = "plan.way_keep",
    PlanClimb = "plan.climb",
    PlanClimbUnknown = "plan.climb_unknown",
    PlanWhatIf = "plan.what_if",
    PlanWhatIfMeaning = "plan.what_if_meaning",
    PlanTried = "plan.tried",
    PlanReset = "plan.reset",
    PlanUp = "plan.up",
    PlanDown = "plan.down",
    PlanTriedLevel = "plan.tried_level",

    TakeTitle = "take.title",
    TakePaper = "take.paper",
    TakePaperMeaning = "take.paper_meaning",
    TakePrint = "take.print",
    TakePrinting = "take.printing",
    TakeSaved = "take.saved",
    TakeFailed = "take.failed",
    TakeCode = "take.code",
    TakeCodeMeaning = "take.code_meaning",
    TakeCodeName = "take.code_name",
    TakeCodeSave = "take.code_save",
    TakeCodeNone = "take.code_none",
    TakeMessages = "take.messages",
    TakeMailReveals = "take.mail_reveals",
    TakeMail = "take.mail",
    TakeMailSubject = "take.mail_subject",
    TakeMailBody = "take.mail_body",
    TakePostReveals = "take.post_reveals",
    TakePost = "take.post",
    TakeCard = "take.card",
    TakeCardMeaning = "take.card_meaning",
    TakeOrganisation = "take.organisation",
    TakeFormat = "take.format",
    TakeWide = "take.wide",
    TakeSquare = "take.square",
    TakePng = "take.png",
    TakeSvg = "take.svg",
    TakeAlternative = "take.alternative",
    TakeSource = "take.source",
    TakeLevel = "take.level",
    TakeFiles = "take.files",
    TakeCsv = "take.csv",
    TakeCsvMeaning = "take.csv_meaning",
    TakeMarkdown = "take.markdown",
    TakeMarkdownMeaning = "take.markdown_meaning",
    TakeCalendar = "take.calendar",
    TakeCalendarMeaning = "take.calendar_meaning",
    TakeJson = "take.json",
    TakeJsonMeaning = "take.json_meaning",
    TakeSeparator = "take.separator",
    TakeColumnNumber = "take.column_number",
    TakeColumnItem = "take.column_item",
    TakeColumnPrinciple = "take.column_principle",
    TakeColumnDimension = "take.column_dimension",
    TakeColumnQuestion = "take.column_question",
    TakeColumnLevel = "take.column_level",
    TakeColumnAnswer = "take.column_answer",
    TakeColumnPoints = "take.column_points",
    TakeColumnRespondent = "take.column_respondent",

    HistoryTitle = "history.title",
    HistoryLead = "history.lead",
    HistoryTimeline = "history.timeline",
    HistoryFromTo = "history.from_to",
    HistoryDay = "history.day",
    HistoryNoDay = "history.no_day",
    HistoryOnlyOne = "history.only_one",
    HistoryCompare = "history.compare",
    HistoryBefore = "history.before",
    HistoryAfter = "history.after",
    HistoryOtherForm = "history.other_form",
    HistoryDimensions = "history.dimensions",
    HistoryWas = "history.was",
    HistoryIs = "history.is",
    HistoryMoved = "history.moved",
    HistoryRose = "history.rose",
    HistoryFell = "history.fell",
    HistoryFoundOut = "history.found_out",
    HistoryLostSight = "history.lost_sight",
    HistoryApplies = "history.applies",
    HistoryNoLonger = "history.no_longer",
    HistoryNoItem = "history.no_item",
    HistoryList = "history.list",
    HistoryNone = "history.none",
    HistoryStanding = "history.standing",
    HistoryForm = "history.form",
    HistoryVersion = "history.version",
    HistoryOpen = "history.open",
    HistoryOpenNamed = "history.open_named",
    HistoryRemove = "history.remove",
    HistoryRemoveNamed = "history.remove_named",
    HistoryRemoveAll = "history.remove_all",
    HistoryRemoved = "history.removed",
    HistoryUndo = "history.undo",
    HistoryImport = "history.import",
    HistoryPaste = "history.paste",
    HistoryAdd = "history.add",
    HistoryAdded = "history.added",
    HistoryAddedOne = "history.added_one",
    HistoryAddedNone = "history.added_none",
    HistoryRefused = "history.refused",
    HistoryWasHead = "history.was_head",
    HistoryIsHead = "history.is_head",
    HistoryOwn = "history.own",

    TeamTitle = "team.title",
    TeamLead = "team.lead",
    TeamNoRole = "team.no_role",
    TeamLevel = "team.level",
    TeamLevels = "team.levels",
    TeamUnknown = "team.unknown",
    TeamNotApplicable = "team.not_applicable",
    TeamAsk = "team.ask",
    TeamAskMeaning = "team.ask_meaning",
    TeamAskRole = "team.ask_role",
    TeamAskLink = "team.ask_link",
    TeamCopy = "team.copy",
    TeamCopied = "team.copied",
    TeamCopyFailed = "team.copy_failed",
    TeamGather = "team.gather",
    TeamPaste = "team.paste",
    TeamAdd = "team.add",
    TeamAddOwn = "team.add_own",
    TeamAdded = "team.added",
    TeamAddedOne = "team.added_one",
    TeamAddedNone = "team.added_none",
    TeamRenewed = "team.renewed",
    TeamRefused = "team.refused",
    TeamMore = "team.more",
    TeamTwice = "team.twice",
    TeamEarlier = "team.earlier",
    TeamDamaged = "team.damaged",
    TeamNewer = "team.newer",
    TeamUnfinished = "team.unfinished",
    TeamScoresOnly = "team.scores_only",
    TeamOtherQuestionnaire = "team.other_questionnaire",
    TeamOtherForm = "team.other_form",
    TeamOtherVersion = "team.other_version",
    TeamFull = "team.full",
    TeamEmpty = "team.empty",
    TeamOne = "team.one",
    TeamMembers = "team.members",
    TeamRoleOf = "team.role_of",
    TeamRemove = "team.remove",
    TeamRemoveNamed = "team.remove_named",
    TeamEmptyOut = "team.empty_out",
    TeamMarks = "team.marks",
    TeamMarksMeaning = "team.marks_meaning",
    TeamTogether = "team.together",
    TeamApart = "team.apart",
    TeamApartHead = "team.apart_head",
    TeamDimensions = "team.dimensions",
    TeamTalk = "team.talk",
    TeamTalkMeaning = "team.talk_meaning",
    TeamTalkNone = "team.talk_none",
    TeamWorlds = "team.worlds",
    TeamAgreed = "team.agreed",
    TeamWorkshop = "team.workshop",
    TeamPlace = "team.place",
    TeamAgree = "team.agree",
    TeamEnd = "team.end",
    TeamResolved = "team.resolved",
    TeamResolvedMeaning = "team.resolved_meaning",
    TeamResolvedNone = "team.resolved_none",
    TeamAsks = "team.asks",
    TeamConsolidated = "team.consolidated",
    TeamConsolidatedMeaning = "team.consolidated_meaning",
    TeamItems = "team.items",
    TeamMedian = "team.median",
    TeamRange = "team.range",
    TeamKnew = "team.knew",
    TeamConsolidatedLink = "team.consolidated_link",
    TeamLink = "team.link",
    TeamLinkMeaning = "team.link_meaning",
    TeamLinkLabel = "team.link_label",
    TeamLinkTooMany = "team.link_too_many",
    TeamCodeName = "team.code_name",
    TeamFiles = "team.files",
    TeamLowest = "team.lowest",
    TeamHighest = "team.highest",
    TeamMedianOf = "team.median_of",
    TeamUnknownCount = "team.unknown_count",
    TeamAgreedOn = "team.agreed_on",
    TeamFrom = "team.from",
    TeamDisputed = "team.disputed",
    TeamSettled = "team.settled",
    TeamResolves = "team.resolves",
    TeamPeople = "team.people",
}

/// The texts of the widget in one locale: one for each name of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Texts<N = Text>(Vec<String>, PhantomData<N>);

impl<N: Name> Texts<N> {
    /// The texts in the order of [`Name::ALL`]; `None` if there are fewer or more.
    pub fn new(texts: Vec<String>) -> Option<Self> {
        (texts.len() == N::ALL.len()).then_some(Self(texts, PhantomData))
    }

    /// The texts in the order of [`Name::ALL`].
    pub fn all(&self) -> &[String] {
        &self.0
    }

    /// The words for a name.
    pub fn get(&self, text: N) -> &str {
        // There is a text for each name, and names count from 0 in the order of `Name::ALL`.
        &self.0[text.index()]
    }

    /// The words for a name, with each `{key}` replaced by its value.
    pub fn fill(&self, text: N, values: &[(&str, &str)]) -> String {
        fill(self.get(text), values)
    }
}

/// A text with each `{key}` replaced by its value; a key without a value is left as it stands.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(key, tail)| {
            values.iter().find(|(name, _)| *name == key).map(|(_, value)| (*value, tail))
        });
        match value {
            Some((value, tail)) => {
                filled.push_str(value);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_take_the_place_of_their_keys() {
        for (text, filled) in [
            ("{a} of {b}", "1 of 2"),
            ("no key", "no key"),
            ("{unknown} {a}", "{unknown} 1"),
            ("{ {a} {", "{ 1 {"),
            ("{a", "{a"),
        ] {
            assert_eq!(fill(text, &[("a", "1"), ("b", "2")]), filled);
        }
    }

    #[test]
    fn names_count_in_the_order_of_the_list() {
        fn check<N: Name>() {
            for (index, (text, _)) in N::ALL.iter().enumerate() {
                assert_eq!(text.index(), index);
            }
        }
        check::<Text>();
        check::<RoomText>();
    }
}
