namespace DraftDiff.Languages;

/// <summary>English.</summary>
internal static class English
{
    public static readonly DraftingConventions Conventions = new()
    {
        Language = "en",
        FunctionWords = ["the", "of", "and", "to", "that", "its", "with", "by", "which", "from", "for"],
        Openings = [
            "The General Assembly", "The Security Council", "The Economic and Social Council",
            "The Human Rights Council", "The Trusteeship Council", "The Commission on Human Rights",
            "The Commission on the Status of Women", "The Commission on Narcotic Drugs",
            "The Commission on Crime Prevention and Criminal Justice",
        ],
        PreambularOpenings = [
            "Acknowledging", "Acting", "Affirming", "Alarmed", "Also", "Anxious", "Appalled", "Appealing",
            "Appreciating", "Approving", "Asserting", "Aware", "Bearing", "Being", "Believing", "Building",
            "Calling", "Celebrating", "Cognizant", "Commemorating", "Commending", "Committed", "Concerned",
            "Condemning", "Confident", "Confirming", "Congratulating", "Conscious", "Considering", "Continuing",
            "Convinced", "Declaring", "Deeming", "Deeply", "Demanding", "Deploring", "Desiring", "Desirous",
            "Determined", "Determining", "Disturbed", "Dismayed", "Echoing", "Emphasising", "Emphasizing",
            "Encouraged", "Encouraging", "Endorsing", "Expressing", "Extremely", "Firmly", "Fully", "Further",
            "Grateful", "Gratified", "Gravely", "Guided", "Having", "Highlighting", "Highly", "Honouring",
            "Hoping", "Inspired", "Intending", "Inviting", "Keenly", "Keeping", "Looking", "Marking", "Mindful",
            "Motivated", "Moved", "Noting", "Observing", "Particularly", "Paying", "Pleased", "Proclaiming",
            "Profoundly", "Reaffirming", "Realising", "Realizing", "Recalling", "Recognising", "Recognizing",
            "Recommitting", "Referring", "Regretting", "Reiterating", "Rejecting", "Remaining", "Remembering",
            "Reminding", "Renewing", "Requesting", "Resolved", "Respecting", "Saluting", "Seeking", "Seriously",
            "Sharing", "Shocked", "Solemnly", "Stressing", "Striving", "Strongly", "Supporting", "Taking",
            "Thanking", "Underlining", "Underscoring", "Urging", "Viewing", "Welcoming", "Whereas", "Wishing",
        ],
        OperativeOpenings = [
            "Accepts", "Acknowledges", "Adopts", "Affirms", "Agrees", "Announces", "Appeals", "Appoints",
            "Appreciates", "Approves", "Asks", "Assures", "Authorises", "Authorizes", "Calls", "Commemorates",
            "Commends", "Concludes", "Concurs", "Condemns", "Confirms", "Congratulates", "Considers", "Continues",
            "Decides", "Declares", "Defines", "Demands", "Denounces", "Deplores", "Designates", "Determines",
            "Directs", "Draws", "Elects", "Emphasises", "Emphasizes", "Encourages", "Endorses", "Establishes",
            "Exhorts", "Expects", "Expresses", "Extends", "Finds", "Gives", "Has", "Highlights", "Hopes",
            "Implores", "Insists", "Instructs", "Intends", "Invites", "Is", "Joins", "Keeps", "Looks", "Maintains",
            "Makes", "Notes", "Observes", "Offers", "Opposes", "Orders", "Pays", "Pledges", "Praises", "Proclaims",
            "Proposes", "Reaffirms", "Realizes", "Recalls", "Recognises", "Recognizes", "Recommends", "Recommits",
            "Refers", "Regrets", "Reiterates", "Rejects", "Remains", "Reminds", "Renews", "Repeats", "Requests",
            "Requires", "Reserves", "Resolves", "Respects", "Salutes", "Sets", "Shares", "Solicits", "Stresses",
            "Suggests", "Supports", "Suspends", "Takes", "Terminates", "Thanks", "Transmits", "Trusts",
            "Underlines", "Underscores", "Undertakes", "Urges", "Voices", "Warns", "Welcomes", "Wishes",
        ],
        OpeningAdverbs = [
            "Also", "Further", "Furthermore", "Again", "Once again", "Once more", "Additionally", "Accordingly",
            "Deeply", "Earnestly", "Emphatically", "Especially", "Expressly", "Firmly", "Formally", "Fully",
            "Gratefully", "Gravely", "Highly", "In this context,", "In this regard,",
            "Individually and collectively", "In the strongest terms", "In particular", "Likewise", "Moreover",
            "Particularly", "Profoundly", "Provisionally", "Reluctantly", "Respectfully", "Seriously", "Sincerely",
            "Solemnly", "Specifically", "Strongly", "Therefore", "Unequivocally", "Unreservedly", "Urgently",
            "Vigorously", "Warmly", "With appreciation", "With concern", "With satisfaction",
        ],
        SessionWords = ["session"],
        NumberWords = [
            ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7),
            ("eighth", 8), ("ninth", 9), ("tenth", 10), ("eleventh", 11), ("twelfth", 12), ("thirteenth", 13),
            ("fourteenth", 14), ("fifteenth", 15), ("sixteenth", 16), ("seventeenth", 17), ("eighteenth", 18),
            ("nineteenth", 19), ("twenty", 20), ("twentieth", 20), ("thirty", 30), ("thirtieth", 30),
            ("forty", 40), ("fortieth", 40), ("fifty", 50), ("fiftieth", 50), ("sixty", 60), ("sixtieth", 60),
            ("seventy", 70), ("seventieth", 70), ("eighty", 80), ("eightieth", 80), ("ninety", 90),
            ("ninetieth", 90), ("hundred", 100), ("hundredth", 100),
        ],
        CommitteeWords = [
            "Committee", "Special Committee", "Ad Hoc Committee", "Preparatory Committee", "Executive Committee",
            "Main Committee",
        ],
        AgendaItemWords = ["Agenda item", "Agenda items", "Item", "Items"],
        AgendaWords = ["of the provisional agenda", "of the preliminary list", "of the agenda"],
        OriginalWords = ["Original:", "Original :"],
        LanguageNames = ["Arabic", "Chinese", "English", "French", "Russian", "Spanish"],
        MonthWords = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        DocumentTypes = new()
        {
            RevisedDraftResolution = ["revised draft resolution"],
            DraftResolution = ["draft resolution"],
            DraftDecision = ["draft decision", "revised draft decision"],
            Amendment = [
                "amendment", "amendments", "draft amendment", "proposed amendment", "oral amendment",
                "revised amendment",
            ],
            Addendum = ["addendum"],
            Corrigendum = ["corrigendum"],
            Note = [
                "note by", "note verbale", "statement by", "statement submitted by",
                "statement of programme budget implications", "programme budget implications", "programme of work",
                "draft programme of work",
            ],
            AdoptedResolution = ["resolution adopted by", "resolutions adopted by", "adopted by the Security Council"],
            NumberedResolution = ["Resolution"],
        },
        Bodies = [
            "General Assembly", "Security Council", "Economic and Social Council", "Human Rights Council",
            "Trusteeship Council", "Commission on Human Rights", "Commission on the Status of Women",
            "Commission for Social Development", "Commission on Population and Development",
            "Commission on Narcotic Drugs", "Commission on Crime Prevention and Criminal Justice",
            "Commission on Science and Technology for Development", "Statistical Commission",
            "United Nations Environment Assembly", "Conference of the Parties", "Trade and Development Board",
        ],
        MastheadFurniture = [
            "United Nations", "United", "Nations", "Nations Unies", "Distr.:", "Distr.", "Limited", "General",
            "Restricted", "Provisional", "English only",
        ],
        ClosingWords = ["meeting", "adopted", "recorded vote"],
        AnnexWords = ["Annex", "Appendix"],
        MeasureWords = "",
        NumberedWords = [],
        HyphenPrefixes = [
            "non", "self", "socio", "vice", "ex", "anti", "post", "mid", "semi", "well", "ill", "so", "long", "short", "high", "low", "full",
            "half", "large", "small", "cross", "follow", "by", "least", "all", "one", "two", "three", "man",
        ],
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
