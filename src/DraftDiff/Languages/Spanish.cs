namespace DraftDiff.Languages;

/// <summary>Spanish.</summary>
internal static class Spanish
{
    public static readonly DraftingConventions Conventions = new()
    {
        Language = "es",
        FunctionWords = ["los", "las", "y", "el", "del", "por", "para", "con", "una", "sus", "se", "al"],
        Openings = [
            "La Asamblea General", "El Consejo de Seguridad", "El Consejo Económico y Social",
            "El Consejo de Derechos Humanos", "El Consejo de Administración Fiduciaria",
            "La Comisión de Derechos Humanos", "La Comisión de la Condición Jurídica y Social de la Mujer",
            "La Comisión de Estupefacientes", "La Comisión de Prevención del Delito y Justicia Penal",
        ],
        PreambularOpenings = [
            "Abrigando", "Aceptando", "Acogiendo", "Actuando", "Advirtiendo", "Afirmando", "Agradecida",
            "Agradecido", "Agradeciendo", "Alarmada", "Alarmado", "Alentada", "Alentado", "Alentando", "Animada",
            "Animado", "Anhelando", "Apoyando", "Apreciando", "Aprobando", "Aseverando", "Atendiendo", "Basándose",
            "Celebrando", "Compartiendo", "Comprometida", "Comprometido", "Condenando", "Confiando", "Confirmando",
            "Conmemorando", "Consciente", "Considerando", "Consternada", "Consternado", "Convencida", "Convencido",
            "Creyendo", "Dando", "De conformidad", "Decidida", "Decidido", "Declarando", "Deplorando", "Deseando",
            "Deseosa", "Deseoso", "Destacando", "Determinada", "Determinado", "Elogiando", "Empeñada", "Empeñado",
            "Encomiando", "Enfatizando", "Esperando", "Estimando", "Exhortando", "Expresando", "Felicitando",
            "Firmemente", "Gravemente", "Guiada", "Guiado", "Habida", "Habiendo", "Haciendo", "Hondamente",
            "Horrorizada", "Horrorizado", "Indignada", "Indignado", "Inspirada", "Inspirado", "Inspirándose",
            "Insistiendo", "Instando", "Invitando", "Lamentando", "Lamentándose", "Manifestando", "Mencionando",
            "Muy", "Notando", "Observando", "Perturbada", "Perturbado", "Plenamente", "Poniendo", "Preocupada",
            "Preocupado", "Procurando", "Profundamente", "Proponiéndose", "Reafirmando", "Recalcando",
            "Rechazando", "Recomendando", "Reconociendo", "Recordando", "Refiriéndose", "Reiterando",
            "Remitiéndose", "Renovando", "Rindiendo", "Resaltando", "Resuelta", "Resuelto", "Reconocida",
            "Reconocido", "Reivindicando", "Saludando", "Seriamente", "Señalando", "Solicitando", "Subrayando",
            "Sumamente", "Temiendo", "Teniendo", "Tomando", "Totalmente", "Valorando", "Viendo",
        ],
        OperativeOpenings = [
            "Acepta", "Acoge", "Acuerda", "Adopta", "Advierte", "Afirma", "Agradece", "Alienta", "Alaba", "Anima",
            "Anuncia", "Aplaude", "Apoya", "Aprecia", "Aprueba", "Asegura", "Aguarda", "Atribuye", "Autoriza",
            "Celebra", "Coincide", "Comparte", "Concede", "Concluye", "Concuerda", "Condena", "Confía", "Confirma",
            "Conmemora", "Considera", "Continúa", "Conviene", "Crea", "Da", "Decide", "Declara", "Define",
            "Denuncia", "Deplora", "Desea", "Designa", "Destaca", "Determina", "Dispone", "Elige", "Elogia",
            "Encarece", "Encarga", "Encomia", "Enfatiza", "Entiende", "Espera", "Establece", "Estima", "Exhorta",
            "Exige", "Expresa", "Felicita", "Fija", "Formula", "Hace", "Hace suya", "Hace suyas", "Hace suyo",
            "Hace suyos", "Impone", "Insiste", "Insta", "Invita", "Impulsa", "Lamenta", "Llama", "Manifiesta",
            "Mantiene", "Nombra", "Observa", "Opina", "Ordena", "Pide", "Pone", "Proclama", "Prohíbe", "Prorroga",
            "Propone", "Ratifica", "Reafirma", "Recalca", "Rechaza", "Recomienda", "Reconoce", "Recuerda",
            "Reitera", "Remite", "Renueva", "Repite", "Requiere", "Resalta", "Resuelve", "Respalda", "Rinde",
            "Saluda", "Se adhiere", "Se compromete", "Se congratula", "Se declara", "Se felicita", "Se manifiesta",
            "Se opone", "Se propone", "Se reserva", "Se suma", "Señala", "Solicita", "Subraya", "Sugiere",
            "Suscribe", "Suspende", "Tiene", "Toma", "Transmite", "Urge", "Valora", "Ve", "Vuelve",
        ],
        OpeningAdverbs = [
            "Además", "Asimismo", "Enérgicamente", "Firmemente", "Igualmente", "Nuevamente", "Profundamente",
            "Solemnemente", "También",
        ],
        SessionWords = [
            "período de sesiones", "periodo de sesiones", "período extraordinario de sesiones",
            "periodo extraordinario de sesiones", "período ordinario de sesiones",
            "período sustantivo de sesiones",
        ],
        NumberWords = [
            ("primer", 1), ("primero", 1), ("primera", 1), ("segundo", 2), ("segunda", 2), ("tercer", 3),
            ("tercero", 3), ("tercera", 3), ("cuarto", 4), ("cuarta", 4), ("quinto", 5), ("quinta", 5),
            ("sexto", 6), ("sexta", 6), ("séptimo", 7), ("séptima", 7), ("octavo", 8), ("octava", 8),
            ("noveno", 9), ("novena", 9), ("décimo", 10), ("décima", 10), ("undécimo", 11), ("duodécimo", 12),
            ("vigésimo", 20), ("trigésimo", 30), ("cuadragésimo", 40), ("quincuagésimo", 50), ("sexagésimo", 60),
            ("septuagésimo", 70), ("octogésimo", 80), ("nonagésimo", 90), ("centésimo", 100),
        ],
        CommitteeWords = ["Comisión", "Comité"],
        AgendaItemWords = ["Tema", "Temas"],
        AgendaWords = [
            "del programa", "del programa provisional", "de la agenda", "de la agenda provisional",
            "de la lista preliminar",
        ],
        OriginalWords = ["Original:", "Original :"],
        LanguageNames = ["árabe", "chino", "inglés", "francés", "ruso", "español"],
        MonthWords = [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
            "noviembre", "diciembre",
        ],
        AndWords = ["y", "e"],
        RangeWords = ["a"],
        DocumentTypes = new()
        {
            RevisedDraftResolution = ["proyecto de resolución revisado", "proyecto revisado de resolución"],
            DraftResolution = ["proyecto de resolución"],
            DraftDecision = ["proyecto de decisión", "proyecto de decisión revisado"],
            Amendment = ["enmienda", "enmiendas", "proyecto de enmienda"],
            Addendum = ["adición"],
            Corrigendum = ["corrección", "corrigendum"],
            Note = [
                "nota del", "nota de la", "nota verbal", "exposición presentada", "declaración presentada",
                "consecuencias para el presupuesto por programas", "programa de trabajo",
            ],
            AdoptedResolution = ["resolución aprobada", "aprobada por el Consejo de Seguridad"],
            NumberedResolution = [("Resolución", "")],
        },
        Bodies = [
            "Asamblea General", "Consejo de Seguridad", "Consejo Económico y Social",
            "Consejo de Derechos Humanos", "Consejo de Administración Fiduciaria", "Comisión de Derechos Humanos",
            "Comisión de la Condición Jurídica y Social de la Mujer", "Comisión de Desarrollo Social",
            "Comisión de Población y Desarrollo", "Comisión de Estupefacientes",
        ],
        MastheadFurniture = [
            "Naciones Unidas", "Distr.", "Distr.:", "Limitada", "General", "Reservada", "Provisional",
        ],
        ClosingWords = ["sesión", "aprobada"],
        AnnexWords = ["Anexo"],
        PageWords = [("Página", ""), ("Page", "")],
        MeasureWords = "",
        NumberedWords = [],
        HyphenPrefixes = ["socio", "ex", "político", "económico", "teórico"],
        Conjunctions = ["y", "e", "o", "u"],

        ChainWords = ["también", "además"],
        HalfOpenings = ["se", "toma", "tomando"],
        ParagraphReferences = [("párrafo", ""), ("párrafos", ""), ("apartado", ""), ("apartados", "")],
    };
}
