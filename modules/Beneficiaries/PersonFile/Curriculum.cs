namespace InclusionPlatform.Beneficiaries.PersonFile;

/// <summary>How well somebody knows a language: the levels of the Common European Framework. Kept by position: add at the end.</summary>
internal enum LanguageLevel
{
    A1,
    A2,
    B1,
    B2,
    C1,
    C2,
    MotherTongue,
}

/// <summary>A language that the person speaks.</summary>
/// <param name="Code">ISO 639-1.</param>
/// <param name="Level">How well.</param>
internal sealed record SpokenLanguage(string? Code, LanguageLevel? Level);

/// <summary>Languages and licences.</summary>
/// <param name="Languages">The best known first.</param>
/// <param name="Licences">Codes of the list of licences.</param>
internal sealed record CurriculumDetails(IReadOnlyList<SpokenLanguage> Languages, IReadOnlyList<string> Licences);

/// <summary>What a person worked as. Kept by position: add at the end.</summary>
internal enum ContractKind
{
    Permanent,
    FixedTerm,
    Seasonal,
    Agency,
    Apprenticeship,
    Collaboration,
    SelfEmployed,
    Occasional,
    Internship,
    CivilService,

    /// <summary>Without a contract.</summary>
    Informal,
}

/// <summary>What is kept encrypted of a work experience.</summary>
internal sealed record WorkExperienceDetails(string Employer, string Duties, ContractKind? Contract, string? Sector);

/// <summary>Work that the person has done.</summary>
/// <param name="Employer">Where.</param>
/// <param name="Duties">What the person did.</param>
internal sealed record WorkExperience(Guid Id, int Version, string Employer, string Duties, ContractKind? Contract, string? Sector, DateOnly FromOn, DateOnly? ToOn);
