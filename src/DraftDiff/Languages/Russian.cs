namespace DraftDiff.Languages;

/// <summary>Russian.</summary>
internal static class Russian
{
    public static readonly DraftingConventions Conventions = new()
    {
        Language = "ru",
        Openings = [
            "Генеральная Ассамблея", "Совет Безопасности", "Экономический и Социальный Совет",
            "Совет по правам человека",
        ],
        PreambularOpenings = [
            "будучи", "вновь", "воодушевленная", "выражая", "высоко", "заявляя", "желая", "изучив", "исходя",
            "учитывая", "напоминая", "обращая", "осознавая", "осуждая", "отмечая", "памятуя", "поддерживая",
            "подтверждая", "подчеркивая", "полагая", "признавая", "приветствуя", "принимая", "рассмотрев",
            "руководствуясь", "серьезно", "сожалея", "ссылаясь", "считая", "также", "убежденная", "ценя",
        ],
        Letters = [
            "aа", "bб", "cсв", "dг", "eед", "f", "g", "h", "i", "j", "kк", "l", "mм", "n", "oо", "pр", "q", "r",
            "s", "tт", "u", "v", "w", "xх", "yу", "z",
        ],
        SessionWords = ["сессия"],
        NumberWords = [],
        CommitteeWords = ["комитет"],
        AgendaItemWords = ["Пункт", "Пункты"],
        OriginalWords = ["Original:", "Язык оригинала"],
        MonthWords = [
            "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
            "ноября", "декабря", "January", "February", "March", "April", "May", "June", "July", "August",
            "September", "October", "November", "December",
        ],
        DocumentTypes = new()
        {
            RevisedDraftResolution = ["пересмотренный проект резолюции"],
            DraftResolution = ["проект резолюции"],
            DraftDecision = ["проект решения"],
            Amendment = ["поправка"],
            AdoptedResolution = ["резолюция, принятая"],
            Corrigendum = ["исправление"],
            Addendum = ["добавление"],
        },
        MastheadFurniture = ["Организация Объединенных Наций", "Генеральная Ассамблея", "Distr.", "Russian"],
        ClosingWords = ["заседание", "принята"],
        AnnexWords = ["Приложение"],
        MeasureWords = "",
        NumberedWords = [],
        Conjunctions = ["и", "или"],

        ChainWords = ["также", "далее"],
        ParagraphReferences = [
            ("пункт", ""), ("пункта", ""), ("пункте", ""), ("пунктах", ""), ("пунктов", ""), ("подпункт", ""),
            ("подпункте", ""),
        ],
    };
}
