namespace DraftDiff.Languages;

/// <summary>Spanish.</summary>
internal static class Spanish
{
    public static readonly DraftingConventions Conventions = new()
    {
        Language = "es",
        Openings = [
            "La Asamblea General", "El Consejo de Seguridad", "El Consejo Económico y Social",
            "El Consejo de Derechos Humanos",
        ],
        PreambularOpenings = [
            "Acogiendo", "Afirmando", "Agradeciendo", "Alarmada", "Alentada", "Apreciando", "Celebrando",
            "Condenando", "Confirmando", "Considerando", "Consciente", "Convencida", "Convencido", "Decidida",
            "Decidido", "Deplorando", "Deseosa", "Deseoso", "Destacando", "Encomiando", "Expresando", "Guiada",
            "Guiado", "Habiendo", "Haciendo", "Insistiendo", "Lamentando", "Manifestando", "Observando",
            "Poniendo", "Preocupada", "Preocupado", "Profundamente", "Reafirmando", "Recalcando", "Reconociendo",
            "Recordando", "Reiterando", "Resuelta", "Señalando", "Subrayando", "Teniendo", "Tomando",
        ],
        SessionWords = ["período de sesiones", "periodo de sesiones"],
        NumberWords = [],
        CommitteeWords = ["Comisión"],
        AgendaItemWords = ["Tema", "Temas"],
        OriginalWords = ["Original:"],
        MonthWords = [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
            "noviembre", "diciembre",
        ],
        DocumentTypes = new()
        {
            RevisedDraftResolution = ["proyecto de resolución revisado"],
            DraftResolution = ["proyecto de resolución"],
            DraftDecision = ["proyecto de decisión"],
            Amendment = ["enmienda"],
            AdoptedResolution = ["resolución aprobada"],
            Corrigendum = ["corrección"],
            Addendum = ["adición"],
        },
        MastheadFurniture = [
            "Naciones Unidas", "Asamblea General", "Consejo de Seguridad", "Consejo Económico y Social",
            "Distr.", "Limitada", "General", "Español",
        ],
        ClosingWords = ["sesión", "aprobada"],
        AnnexWords = ["Anexo"],
        MeasureWords = "",
        NumberedWords = [],
        Conjunctions = ["y", "e", "o", "u"],

        ChainWords = ["también", "además"],
        HalfOpenings = ["se", "toma", "tomando"],
        ParagraphReferences = [("párrafo", ""), ("párrafos", ""), ("apartado", ""), ("apartados", "")],
    };
}
