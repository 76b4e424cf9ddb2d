namespace DraftDiff.Languages;

/// <summary>English.</summary>
internal static class English
{
    public static readonly DraftingConventions Conventions = new()
    {
        Language = "en",
        Openings = [
            "The General Assembly", "The Security Council", "The Economic and Social Council",
            "The Human Rights Council", "The Commission on Human Rights",
            "The Commission on the Status of Women",
        ],
        PreambularOpenings = [
            "Acknowledging", "Acting", "Affirming", "Alarmed", "Also", "Anxious", "Appalled", "Appreciating",
            "Approving", "Asserting", "Aware", "Bearing", "Believing", "Building", "Calling", "Celebrating",
            "Cognizant", "Commending", "Committed", "Commemorating", "Concerned", "Condemning", "Confident",
            "Confirming", "Conscious", "Considering", "Convinced", "Deeming", "Deeply", "Deploring", "Desiring",
            "Desirous", "Determined", "Disturbed", "Emphasizing", "Encouraged", "Encouraging", "Endorsing",
            "Expressing", "Extremely", "Firmly", "Fully", "Further", "Grateful", "Gratified", "Gravely",
            "Guided", "Having", "Highlighting", "Honouring", "Inspired", "Keeping", "Keenly", "Mindful",
            "Motivated", "Moved", "Noting", "Observing", "Paying", "Pleased", "Profoundly", "Proclaiming",
            "Reaffirming", "Realizing", "Recalling", "Recognising", "Recognizing", "Recommitting", "Referring",
            "Regretting", "Reiterating", "Rejecting", "Remaining", "Reminding", "Resolved", "Respecting",
            "Saluting", "Seeking", "Seriously", "Sharing", "Shocked", "Solemnly", "Stressing", "Strongly",
            "Supporting", "Taking", "Thanking", "Underlining", "Underscoring", "Urging", "Viewing", "Welcoming",
            "Wishing",
        ],
        SessionWords = ["session"],
        NumberWords = [
            ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7),
            ("eighth", 8), ("ninth", 9), ("tenth", 10), ("eleventh", 11), ("twelfth", 12), ("thirteenth", 13),
            ("fourteenth", 14), ("fifteenth", 15), ("sixteenth", 16), ("seventeenth", 17), ("eighteenth", 18),
            ("nineteenth", 19), ("twenty", 20), ("twentieth", 20), ("thirty", 30), ("thirtieth", 30),
            ("forty", 40), ("fortieth", 40), ("fifty", 50), ("fiftieth", 50), ("sixty", 60), ("sixtieth", 60),
            ("seventy", 70), ("seventieth", 70), ("eighty", 80), ("eightieth", 80), ("ninety", 90),
            ("ninetieth", 90), ("hundredth", 100),
        ],
        CommitteeWords = ["Committee"],
        AgendaItemWords = ["Agenda item", "Agenda items", "Item"],
        OriginalWords = ["Original:"],
        MonthWords = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        DocumentTypes = new()
        {
            RevisedDraftResolution = ["revised draft resolution"],
            DraftResolution = ["draft resolution"],
            DraftDecision = ["draft decision"],
            Amendment = ["amendment"],
            AdoptedResolution = [
                "resolution adopted by", "resolution 1", "resolution 2", "adopted by the Security Council",
            ],
            Corrigendum = ["corrigendum"],
            Addendum = ["addendum"],
            Note = ["note by"],
        },
        MastheadFurniture = [
            "United", "Nations", "Nations Unies", "General Assembly", "Security Council",
            "Economic and Social Council", "Human Rights Council", "Distr.", "Limited", "General", "English",
        ],
        ClosingWords = ["meeting", "adopted", "recorded vote"],
        AnnexWords = ["Annex", "Appendix"],
        MeasureWords = "",
        NumberedWords = [],
        Conjunctions = ["and", "or", "to", "but"],

        ChainWords = ["also", "further"],
        ChainAdjectives = ["further"],
        AfterChainAdjectives = ["a", "an", "about", "at", "by", "its", "of", "that", "the", "to", "upon", "with"],
        HalfOpenings = ["deeply", "gravely", "profoundly", "takes", "taking"],
        ParagraphReferences = [
            ("paragraph", ""), ("paragraphs", ""), ("subparagraph", ""), ("subparagraphs", ""),
        ],
    };
}
