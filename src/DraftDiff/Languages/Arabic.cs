namespace DraftDiff.Languages;

/// <summary>Arabic.</summary>
internal static class Arabic
{
    public static readonly DraftingConventions Conventions = new()
    {
        Language = "ar",
        Openings = [
            "إن الجمعية العامة", "إن مجلس الأمن", "إن المجلس الاقتصادي والاجتماعي", "إن مجلس حقوق الإنسان",
        ],
        PreambularOpenings = ["إذ", "وإذ", "وقد", "إدراكا", "وإدراكا"],
        Letters = [
            "أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق", "ر",
            "ش", "ت", "ث", "خ", "ذ", "ض", "ظ", "غ",
        ],
        SessionWords = ["الدورة"],
        NumberWords = [],
        CommitteeWords = ["اللجنة"],
        AgendaItemWords = ["البند", "البندان"],
        OriginalWords = ["Original:", "الأصل:"],
        MonthWords = [
            "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيه", "يوليه", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر",
            "ديسمبر", "كانون", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين",
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        DocumentTypes = new()
        {
            RevisedDraftResolution = ["مشروع قرار منقح"],
            DraftResolution = ["مشروع قرار"],
            DraftDecision = ["مشروع مقرر"],
            Amendment = ["تعديل"],
            AdoptedResolution = ["قرار اتخذته"],
            Corrigendum = ["تصويب"],
            Addendum = ["إضافة"],
        },
        MastheadFurniture = ["الأمم المتحدة", "الجمعية العامة", "Distr.", "Arabic"],
        ClosingWords = ["الجلسة", "اتخذ"],
        AnnexWords = ["المرفق", "مرفق"],
        MeasureWords = "",
        NumberedWords = [],
        Conjunctions = [],

        ChainWords = ["أيضا", "أيضاً", "كذلك"],
        HalfOpenings = ["إذ", "وإذ"],
        ChainPrefix = "و",
        ParagraphReferences = [("الفقرة", ""), ("الفقرتين", ""), ("الفقرات", "")],
    };
}
