namespace InclusionPlatform.Internships.Monitoring;

/// <summary>
/// Section <c>Internships:Monitoring</c>: how often internships are visited. What a programme asks for goes before what a kind of internship does, and that before what is usual.
/// </summary>
internal sealed class MonitoringOptions
{
    public const string Section = "Internships:Monitoring";

    public RhythmOptions Usual { get; set; } = new();

    /// <summary>By kind of internship, such as <c>SocialInclusion</c>.</summary>
    public Dictionary<InternshipKind, RhythmOptions> Kinds { get; set; } = [];

    /// <summary>By name of the programme, as the project writes it.</summary>
    public Dictionary<string, RhythmOptions> Programmes { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    public Rhythm For(InternshipKind kind, string? programme)
    {
        RhythmOptions[] layers = [.. new[] { programme is null ? null : Programmes.GetValueOrDefault(programme), Kinds.GetValueOrDefault(kind), Usual }.OfType<RhythmOptions>()];
        int First(Func<RhythmOptions, int?> value, int otherwise) => layers.Select(value).FirstOrDefault(one => one is > 0) ?? otherwise;
        return new(
            First(one => one.FirstVisitDays, 15), First(one => one.VisitEveryDays, 30), First(one => one.FirstInterviewDays, 10), First(one => one.InterviewEveryDays, 30),
            First(one => one.NoVisitDays, 45), First(one => one.AbsencesInARow, 3), First(one => one.HoursGapPercent, 25));
    }
}

/// <summary>What may be said of each layer; what is left out is as in the next one.</summary>
internal sealed class RhythmOptions
{
    /// <summary>Days from the start to the first visit.</summary>
    public int? FirstVisitDays { get; set; }

    /// <summary>Days from one visit to the next.</summary>
    public int? VisitEveryDays { get; set; }

    /// <summary>Days from the start to the first interview.</summary>
    public int? FirstInterviewDays { get; set; }

    /// <summary>Days from one interview to the next.</summary>
    public int? InterviewEveryDays { get; set; }

    /// <summary>Days without visit or interview after which it is an alert.</summary>
    public int? NoVisitDays { get; set; }

    /// <summary>Working days of absence in a row that are an alert.</summary>
    public int? AbsencesInARow { get; set; }

    /// <summary>Percent by which a month's hours may differ from the plan.</summary>
    public int? HoursGapPercent { get; set; }
}

/// <summary>How often an internship is visited, and from which numbers on it is looked at sooner.</summary>
internal sealed record Rhythm(int FirstVisitDays, int VisitEveryDays, int FirstInterviewDays, int InterviewEveryDays, int NoVisitDays, int AbsencesInARow, int HoursGapPercent);
