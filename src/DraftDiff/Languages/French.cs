namespace DraftDiff.Languages;

/// <summary>French.</summary>
internal static class French
{
    public static readonly DraftingConventions Conventions = new()
    {
        Language = "fr",
        Openings = [
            "L’Assemblée générale", "L'Assemblée générale", "Le Conseil de sécurité",
            "Le Conseil économique et social", "Le Conseil des droits de l’homme",
            "Le Conseil des droits de l'homme",
        ],
        PreambularOpenings = [
            "Affirmant", "Alarmé", "Alarmée", "Appréciant", "Ayant", "Confirmant", "Consciente", "Conscient",
            "Considérant", "Constatant", "Convaincue", "Convaincu", "Craignant", "Déplorant", "Désireuse",
            "Désireux", "Déterminée", "Déterminé", "Encouragée", "Estimant", "Exprimant", "Félicitant",
            "Gardant", "Guidée", "Guidé", "Insistant", "Notant", "Prenant", "Préoccupée", "Préoccupé",
            "Profondément", "Prônant", "Rappelant", "Réaffirmant", "Reconnaissant", "Regrettant", "Réitérant",
            "Remerciant", "Rendant", "Résolue", "Résolu", "Saluant", "Sachant", "Se déclarant", "Se félicitant",
            "Soucieuse", "Soulignant", "Tenant", "Vivement",
        ],
        SessionWords = ["session"],
        NumberWords = [],
        CommitteeWords = ["Commission"],
        AgendaItemWords = ["Point", "Points"],
        OriginalWords = ["Original :", "Original:"],
        MonthWords = [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        ],
        DocumentTypes = new()
        {
            RevisedDraftResolution = ["projet de résolution révisé"],
            DraftResolution = ["projet de résolution"],
            DraftDecision = ["projet de décision"],
            Amendment = ["amendement"],
            AdoptedResolution = ["résolution adoptée"],
            Corrigendum = ["rectificatif"],
            Addendum = ["additif"],
        },
        MastheadFurniture = [
            "Nations Unies", "United Nations", "Assemblée générale", "Conseil de sécurité",
            "Conseil économique et social", "Distr.", "Limitée", "Générale", "Français",
        ],
        ClosingWords = ["séance", "adoptée"],
        AnnexWords = ["Annexe"],
        MeasureWords = "",
        NumberedWords = [],
        Conjunctions = ["et", "ou"],

        ChainWords = ["également", "en outre"],
        HalfOpenings = ["prenant", "prend", "se"],
        ParagraphReferences = [("paragraphe", ""), ("paragraphes", ""), ("alinéa", ""), ("alinéas", "")],
    };
}
