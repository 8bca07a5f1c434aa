namespace InclusionPlatform.Internships.Papers;

/// <summary>The papers that the platform makes.</summary>
internal enum PaperKind
{
    Convention,
    Project,
    Register,
    PayReckoning,
    Dossier,
    Attestation,
}

/// <summary>What people call them.</summary>
internal static class PaperNames
{
    public static Words Of(PaperKind kind) => kind switch
    {
        PaperKind.Convention => new("Convenzione", "Convention"),
        PaperKind.Project => new("Progetto formativo individuale", "Individual training project"),
        PaperKind.Register => new("Registro presenze", "Attendance register"),
        PaperKind.PayReckoning => new("Conteggio dell'indennità", "Reckoning of the allowance"),
        PaperKind.Dossier => new("Dossier individuale", "Individual dossier"),
        _ => new("Attestazione finale", "Final attestation"),
    };

    /// <summary>Name of a file: the kind, the month and the version, nothing about a person.</summary>
    public static string FileOf(PaperKind kind, string month, int number, string ending) => string.Join('-', new[]
    {
        kind switch
        {
            PaperKind.Convention => "convenzione",
            PaperKind.Project => "progetto-formativo",
            PaperKind.Register => "registro",
            PaperKind.PayReckoning => "conteggio",
            PaperKind.Dossier => "dossier",
            _ => "attestazione",
        },
        month, $"v{number}",
    }.Where(part => part.Length > 0)) + ending;

    /// <summary>Made for one month at a time.</summary>
    public static bool IsMonthly(PaperKind kind) => kind is PaperKind.Register or PaperKind.PayReckoning;
}
