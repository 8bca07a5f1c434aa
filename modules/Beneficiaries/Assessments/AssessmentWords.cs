namespace InclusionPlatform.Beneficiaries.Assessments;

/// <summary>What is assessed.</summary>
internal enum AssessmentKind
{
    /// <summary>The reading of the work need.</summary>
    WorkNeed,
    Skills,
    Icf,

    /// <summary>What the bodies of the équipe see, each its part.</summary>
    Multidimensional,
}

/// <summary>Where an assessment stands.</summary>
internal enum AssessmentState
{
    Draft,
    ToSign,

    /// <summary>All have signed: nothing changes it any more.</summary>
    Signed,
}

/// <summary>What a part of a multidimensional evaluation looks at. Kept by position: add at the end.</summary>
internal enum EvaluationDimension
{
    Work,
    Social,
    Health,
    Housing,
    Family,
    Autonomy,
}

/// <summary>How fields are called in error messages.</summary>
internal static class AssessmentLabels
{
    public static readonly (string Field, string It, string En)[] All =
    [
        ("experience", "Esperienze", "Experience"),
        ("resources", "Risorse", "Resources"),
        ("obstacles", "Ostacoli", "Obstacles"),
        ("conditions", "Condizioni", "Conditions"),
        ("conclusion", "Conclusioni", "Conclusion"),
        ("gridId", "Griglia", "Grid"),
        ("notation", "Codice ICF", "ICF code"),
        ("icf", "Codici ICF", "ICF codes"),
        ("evidence", "Da che cosa si vede", "Evidence"),
        ("label", "Competenza", "Skill"),
        ("levels", "Livelli", "Levels"),
        ("dimension", "Dimensione", "Dimension"),
        ("professional", "Professionista", "Professional"),
        ("score", "Punteggio", "Score"),
        ("parts", "Parti", "Parts"),
        ("formula", "Formula", "Formula"),
        ("bands", "Fasce", "Bands"),
        ("source", "Atto o fonte", "Act or source"),
        ("uri", "Indirizzo ESCO", "ESCO address"),
        ("upTo", "Fino a", "Up to"),
    ];

    public static Words Label(this EvaluationDimension dimension) => dimension switch
    {
        EvaluationDimension.Work => new("Lavoro", "Work"),
        EvaluationDimension.Social => new("Sociale", "Social"),
        EvaluationDimension.Health => new("Salute", "Health"),
        EvaluationDimension.Housing => new("Casa", "Housing"),
        EvaluationDimension.Family => new("Famiglia", "Family"),
        _ => new("Autonomia", "Autonomy"),
    };
}
