namespace InclusionPlatform.CompanyNetwork.Matching;

/// <summary>
/// The texts that find candidates. Each is a walk along one index in its order that stops after a few rows, so that a bank of a hundred thousand companies
/// costs what one of a thousand does. A test reads the plan.
/// </summary>
internal static class CandidateSql
{
    /// <summary>Room for the codes of all sectors.</summary>
    public const int Sectors = 16;

    private const string Select = $"""
        select c.id as Id, c.name as Name, c.sector as Sector, c.municipality as Municipality, c.permanent_staff as PermanentStaff, c.do_not_call as DoNotCall,
               c.last_outcome as LastOutcome, c.archived_at as ArchivedAt, c.available_until as AvailableUntil
        from   company_network_company c
        where  c.municipality in {Batches.Keys}
        """;

    private const string InUse = "and c.archived_at is null";
    private const string Archived = "and c.archived_at is not null";
    private const string AvailableNow = "and c.available_until is not null and c.available_until >= @Today";
    private const string OfWishedSector = "and c.sector in (@S0, @S1, @S2, @S3, @S4, @S5, @S6, @S7, @S8, @S9, @S10, @S11, @S12, @S13, @S14, @S15)";
    private const string ByAvailability = "order by c.municipality, c.available_until, c.sector, c.id";
    private const string BySector = "order by c.municipality, c.sector, c.id";
    private const string ByName = "order by c.municipality, c.sort_name, c.id";

    /// <summary>Available now, in a wished sector.</summary>
    public static string AvailableAndWished { get; } = new ListSql(Select).When(true, InUse).When(true, AvailableNow).When(true, OfWishedSector).OrderBy(ByAvailability);

    /// <summary>Available now.</summary>
    public static string Available { get; } = new ListSql(Select).When(true, InUse).When(true, AvailableNow).OrderBy(ByAvailability);

    /// <summary>In a wished sector, to be called.</summary>
    public static string Wished { get; } = new ListSql(Select).When(true, InUse).When(true, OfWishedSector).OrderBy(BySector);

    /// <summary>Any, to be called.</summary>
    public static string Any { get; } = new ListSql(Select).When(true, InUse).OrderBy(ByName);

    /// <summary>Archived ones, only to say that they are.</summary>
    public static string OutOfUse { get; } = new ListSql(Select).When(true, Archived).OrderBy(ByName);
}

/// <summary>A company that may suit, as the database tells it.</summary>
internal sealed record CandidateRow(
    Guid Id, string Name, string Sector, string? Municipality, int? PermanentStaff, bool DoNotCall, string? LastOutcome, DateTimeOffset? ArchivedAt, DateOnly? AvailableUntil);
