using InclusionPlatform.Internships.Monitoring;

namespace InclusionPlatform.Internships.Closing;

/// <summary>When an evaluation is given.</summary>
internal enum EvaluationStage
{
    Intermediate,
    Final,
}

/// <summary>Who evaluates.</summary>
internal enum Evaluator
{
    /// <summary>The host's tutor, through a link.</summary>
    Tutor,
    Educator,

    /// <summary>The intern, with the educator.</summary>
    Person,
}

/// <summary>An evaluation: transversal skills by their codes, the objectives of the project, and a few words.</summary>
internal sealed record EvaluationSheet
{
    public IReadOnlyList<EvaluatedSkill> Skills { get; init; } = [];

    public IReadOnlyList<ObservedSkill> Objectives { get; init; } = [];

    /// <summary>From 1 to 5.</summary>
    public int? Overall { get; init; }

    public string? Strengths { get; init; }

    public string? ToImprove { get; init; }

    /// <summary>Whether the host thinks of hiring.</summary>
    public bool? WouldHire { get; init; }
}

/// <summary>A skill of the catalogue with its level.</summary>
/// <param name="Code">Code of the skill.</param>
internal sealed record EvaluatedSkill(string Code, SkillLevel Level);

/// <summary>An evaluation as it is shown.</summary>
internal sealed record ShownEvaluation(EvaluationStage Stage, Evaluator Author, int Version, DateOnly GivenOn, string? By, EvaluationSheet Sheet);

/// <summary>A skill with its name in the language of whoever reads.</summary>
/// <param name="Code">Code of the skill.</param>
/// <param name="Name">The skill in words.</param>
/// <param name="Group">The group in which it stands.</param>
internal sealed record SkillName(string Code, string Name, string Group);

/// <summary>What the company says of a hiring.</summary>
internal enum HiringAnswer
{
    Hired,
    NotHired,

    /// <summary>Still to be decided: it is asked again.</summary>
    NotYet,
}

/// <summary>Who told it.</summary>
internal enum HiringSource
{
    Tutor,
    Service,
}

/// <summary>Under which heading a skill is shown.</summary>
internal enum SkillArea
{
    Working,
    Others,
    Self,
    Things,
}

/// <summary>Transversal skills in the terms in which ESCO speaks of them, so that an attestation is understood elsewhere. The codes are the platform's own.</summary>
internal static class SkillCatalogue
{
    /// <summary>In their order. The service adds terms of its own beside them (<c>Skills/</c>).</summary>
    public static readonly IReadOnlyList<(string Code, Words Name, SkillArea Area)> All =
    [
        ("punctuality", new("rispettare orari e impegni", "meet commitments and working hours"), SkillArea.Working),
        ("instructions", new("seguire istruzioni di lavoro", "follow work instructions"), SkillArea.Working),
        ("quality", new("curare la qualità del proprio lavoro", "attend to the quality of one's work"), SkillArea.Working),
        ("pace", new("lavorare con un ritmo costante", "work at a steady pace"), SkillArea.Working),
        ("planning", new("organizzare le proprie attività", "plan one's activities"), SkillArea.Working),
        ("problems", new("affrontare gli imprevisti", "deal with the unexpected"), SkillArea.Working),
        ("teamwork", new("lavorare in squadra", "work in a team"), SkillArea.Others),
        ("communication", new("comunicare con colleghi e responsabili", "communicate with colleagues and supervisors"), SkillArea.Others),
        ("customers", new("relazionarsi con clienti e utenti", "deal with customers and users"), SkillArea.Others),
        ("feedback", new("accogliere osservazioni e correzioni", "accept feedback and correction"), SkillArea.Others),
        ("autonomy", new("lavorare in autonomia", "work independently"), SkillArea.Self),
        ("motivation", new("mostrare impegno e iniziativa", "show commitment and initiative"), SkillArea.Self),
        ("stress", new("gestire la fatica e la tensione", "cope with strain and pressure"), SkillArea.Self),
        ("learning", new("imparare cose nuove", "learn new things"), SkillArea.Self),
        ("tools", new("usare attrezzi e macchine", "use tools and machines"), SkillArea.Things),
        ("digital", new("usare strumenti digitali", "use digital tools"), SkillArea.Things),
        ("hygiene", new("rispettare igiene e ordine", "keep hygiene and order"), SkillArea.Things),
        ("safety", new("applicare le regole di sicurezza", "apply safety rules"), SkillArea.Things),
    ];

    public static IEnumerable<string> Codes => All.Select(one => one.Code);

    public static bool Knows(string? code) => All.Any(one => one.Code == code);

    public static string NameOf(SkillLevel level) => WordsOf(level).ToString();

    /// <summary>In both languages: papers are written in that of their readers, whatever the screen is in.</summary>
    public static Words? WordsOf(string code) => All.FirstOrDefault(one => one.Code == code).Name;

    /// <summary>The heading of a skill.</summary>
    public static Words? GroupOf(string code) => Knows(code) ? WordsOf(All.First(one => one.Code == code).Area) : null;

    public static Words WordsOf(SkillArea area) => area switch
    {
        SkillArea.Working => new("Modo di lavorare", "Way of working"),
        SkillArea.Others => new("Con gli altri", "With others"),
        SkillArea.Self => new("Di sé", "Of oneself"),
        _ => new("Con le cose", "With things"),
    };

    public static Words WordsOf(SkillLevel level) => level switch
    {
        SkillLevel.NotYet => new("non ancora", "not yet"),
        SkillLevel.WithHelp => new("con aiuto", "with help"),
        SkillLevel.Alone => new("in autonomia", "independently"),
        _ => new("in autonomia, aiutando altri", "independently, helping others"),
    };

    public static Words WordsOf(Evaluator author) => author switch
    {
        Evaluator.Tutor => new("tutor aziendale", "host's tutor"),
        Evaluator.Educator => new("tutor del servizio", "service's tutor"),
        _ => new("la persona stessa", "the person"),
    };
}
