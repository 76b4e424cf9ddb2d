namespace DraftDiff.Languages;

/// <summary>French.</summary>
internal static class French
{
    public static readonly DraftingConventions Conventions = new()
    {
        Language = "fr",
        FunctionWords = [
            "les", "des", "et", "du", "le", "au", "aux", "dans", "pour", "sur", "par", "une", "ses", "qui",
        ],
        Openings = [
            "L’Assemblée générale", "Le Conseil de sécurité", "Le Conseil économique et social",
            "Le Conseil des droits de l’homme", "Le Conseil de tutelle", "La Commission des droits de l’homme",
            "La Commission de la condition de la femme", "La Commission des stupéfiants",
            "La Commission pour la prévention du crime et la justice pénale",
        ],
        PreambularOpenings = [
            "Accueillant", "Affirmant", "Agissant", "Alarmé", "Alarmée", "Animé", "Animée", "Appelant",
            "Appréciant", "Approuvant", "Appuyant", "Assurant", "Attachant", "Attaché", "Attachée", "Atterré",
            "Atterrée", "Attristé", "Attristée", "Ayant", "Célébrant", "Condamnant", "Confiant", "Confiante",
            "Confirmant", "Conformément", "Conscient", "Consciente", "Considérant", "Constatant", "Convaincu",
            "Convaincue", "Craignant", "Croyant", "Déclarant", "Demandant", "Démontrant", "Déplorant", "Désirant",
            "Désireuse", "Désireux", "Déterminé", "Déterminée", "Encouragé", "Encouragée", "Encourageant",
            "Engagé", "Engagée", "Entendant", "Envisageant", "Espérant", "Estimant", "Étant", "Exhortant",
            "Exprimant", "Faisant", "Félicitant", "Fermement", "Gardant", "Gravement", "Guidé", "Guidée",
            "Honorant", "Indigné", "Indignée", "Inquiet", "Inquiète", "Insistant", "Inspiré", "Inspirée",
            "Invitant", "Jugeant", "Mesurant", "Mettant", "Mû", "Mue", "Notant", "Observant", "Partageant",
            "Persuadé", "Persuadée", "Pleinement", "Préconisant", "Prenant", "Préoccupé", "Préoccupée", "Priant",
            "Profondément", "Prônant", "Rappelant", "Réaffirmant", "Recommandant", "Reconnaissant",
            "Reconnaissante", "Redisant", "Regrettant", "Réitérant", "Relevant", "Remerciant", "Rendant",
            "Renouvelant", "Résolu", "Résolue", "Respectant", "S’acquittant", "S’appuyant", "S’associant",
            "S’engageant", "S’étant", "S’inquiétant", "S’inspirant", "S’élevant", "Sachant", "Saisissant",
            "Saluant", "Se déclarant", "Se disant", "Se félicitant", "Se fondant", "Se montrant", "Se réclamant",
            "Se référant", "Se réjouissant", "Se souvenant", "Sensible", "Sérieusement", "Soucieuse", "Soucieux",
            "Souhaitant", "Soulignant", "Souscrivant", "Soutenant", "Tenant", "Troublé", "Troublée", "Vivement",
            "Voulant", "Vu",
        ],
        OperativeOpenings = [
            "Accepte", "Accueille", "Adjure", "Admet", "Adopte", "Adresse", "Affirme", "Annonce", "Appelle",
            "Apprécie", "Approuve", "Appuie", "Arrête", "Assure", "Attache", "Attend", "Attire", "Autorise",
            "Avalise", "Célèbre", "Charge", "Compte", "Conclut", "Condamne", "Confie", "Confirme", "Constate",
            "Continue", "Convient", "Crée", "Décide", "Déclare", "Demande", "Demeure", "Dénonce", "Déplore",
            "Désigne", "Détermine", "Élit", "Émet", "Encourage", "Engage", "Enjoint", "Entend", "Entérine",
            "Envisage", "Espère", "Estime", "Établit", "Exhorte", "Exige", "Exprime", "Fait", "Félicite", "Fixe",
            "Garde", "Impose", "Incite", "Insiste", "Institue", "Interdit", "Invite", "Juge", "Lance", "Loue",
            "Maintient", "Mesure", "Met", "N’ignore", "Nomme", "Note", "Observe", "Ordonne", "Partage", "Précise",
            "Préconise", "Prend", "Prie", "Proclame", "Proroge", "Propose", "Rappelle", "Réaffirme", "Recommande",
            "Reconduit", "Reconnaît", "Redit", "Regrette", "Réitère", "Rejette", "Relève", "Remercie", "Rend",
            "Renouvelle", "Répète", "Reste", "Résout", "S’associe", "S’attend", "S’engage", "S’inquiète",
            "S’oppose", "S’élève", "Sait", "Salue", "Se déclare", "Se dit", "Se félicite", "Se réfère",
            "Se réjouit", "Se propose", "Se range", "Se réserve", "Souhaite", "Souligne", "Souscrit", "Soutient",
            "Sait gré", "Suggère", "Supplie", "Surseoit", "Tient", "Transmet", "Trouve",
        ],
        OpeningAdverbs = [
            "De même", "En outre", "Également", "Fermement", "Instamment", "Profondément", "Solennellement",
            "Vivement",
        ],
        SessionWords = ["session"],
        NumberWords = [
            ("premier", 1), ("première", 1), ("unième", 1), ("deuxième", 2), ("troisième", 3), ("quatrième", 4),
            ("cinquième", 5), ("sixième", 6), ("septième", 7), ("huitième", 8), ("neuvième", 9), ("dixième", 10),
            ("dix", 10), ("onzième", 11), ("douzième", 12), ("treizième", 13), ("quatorzième", 14),
            ("quinzième", 15), ("seizième", 16), ("vingtième", 20), ("vingt", 20), ("trentième", 30),
            ("trente", 30), ("quarantième", 40), ("quarante", 40), ("cinquantième", 50), ("cinquante", 50),
            ("soixantième", 60), ("soixante", 60), ("quatre", 60), ("centième", 100), ("cent", 100),
        ],
        CommitteeWords = ["Commission", "Comité", "Grande Commission"],
        AgendaItemWords = ["Point", "Points"],
        AgendaWords = [
            "de l’ordre du jour", "de l'ordre du jour", "de l’ordre du jour provisoire",
            "de l'ordre du jour provisoire", "de la liste préliminaire",
        ],
        OriginalWords = ["Original :", "Original:"],
        LanguageNames = ["arabe", "chinois", "anglais", "français", "russe", "espagnol"],
        MonthWords = [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        ],
        AndWords = ["et"],
        RangeWords = ["à"],
        DocumentTypes = new()
        {
            RevisedDraftResolution = ["projet de résolution révisé", "projet révisé de résolution"],
            DraftResolution = ["projet de résolution"],
            DraftDecision = ["projet de décision", "projet de décision révisé"],
            Amendment = ["amendement", "amendements", "projet d’amendement", "projet d'amendement"],
            Addendum = ["additif"],
            Corrigendum = ["rectificatif"],
            Note = [
                "note du", "note de", "note verbale", "déclaration", "état présenté", "exposé présenté",
                "incidences sur le budget-programme", "programme de travail",
            ],
            AdoptedResolution = ["résolution adoptée", "adoptée par le Conseil de sécurité"],
            NumberedResolution = [("Résolution", "")],
        },
        Bodies = [
            "Assemblée générale", "Conseil de sécurité", "Conseil économique et social",
            "Conseil des droits de l’homme", "Conseil des droits de l'homme", "Conseil de tutelle",
            "Commission des droits de l’homme", "Commission de la condition de la femme",
            "Commission du développement social", "Commission de la population et du développement",
            "Commission des stupéfiants",
        ],
        MastheadFurniture = [
            "Nations Unies", "United Nations", "Distr.", "Distr. :", "Limitée", "Générale", "Restreinte",
            "Provisoire",
        ],
        ClosingWords = ["séance", "adoptée"],
        AnnexWords = ["Annexe"],
        MeasureWords = "",
        NumberedWords = [],
        HyphenPrefixes = [
            "non", "socio", "vice", "ex", "anti", "mi", "demi", "semi", "sous", "au", "par", "peut", "ceux", "celui", "celle", "celles",
            "lui", "elle", "eux", "elles", "vis", "bien", "haut", "moyen", "quelques", "rendez",
        ],
        Conjunctions = ["et", "ou"],

        ChainWords = ["également", "en outre"],
        HalfOpenings = ["prenant", "prend", "se"],
        ParagraphReferences = [("paragraphe", ""), ("paragraphes", ""), ("alinéa", ""), ("alinéas", "")],
        OwnTextAfter = ["de la présente", "ci-dessus", "ci-après"],
        OtherTextAfter = ["de", "du", "des"],
    };
}
