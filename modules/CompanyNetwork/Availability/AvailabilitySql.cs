namespace InclusionPlatform.CompanyNetwork.Availabilities;

/// <summary>The columns of an availability and which of its places are taken, wherever they are read.</summary>
internal static class AvailabilitySql
{
    /// <summary>A referral <c>r</c> that keeps or uses a place on <c>@Today</c>. One whose day is over keeps none, even before the job has written so.</summary>
    public const string TakesPlace = "(r.state = 'accepted' or (r.state = 'internship' and r.released_at is null) or (r.state = 'proposed' and r.reserved_until >= @Today))";

    /// <summary>Places of the availability <c>a</c> that are taken.</summary>
    public const string Taken = $"(select count(*) from company_network_referral r where r.availability_id = a.id and {TakesPlace})";

    /// <summary>The columns of an availability <c>a</c>.</summary>
    public const string Columns = $"""
        a.id as Id, a.version as Version, a.company_id as CompanyId, a.places as Places, a.context as Context, a.duties as Duties, a.skills as Skills,
        a.weekly_hours as WeeklyHours, a.slots as Slots, a.valid_from as ValidFrom, a.valid_to as ValidTo, a.trend as Trend, a.driving_licence as DrivingLicence,
        a.shifts as Shifts, a.physical_effort as PhysicalEffort, a.interruptions as Interruptions, a.constraint_note as ConstraintNote,
        a.verified_on as VerifiedOn, a.ended_at as EndedAt, {Taken} as Taken
        """;

    /// <summary>One by its id.</summary>
    public const string SelectById = $"select {Columns}\nfrom company_network_availability a\nwhere a.id = @Id";

    /// <summary>Waits for the turn on an availability; the end of the transaction gives it to the next one. To be run before its places are counted.</summary>
    public const string TakeTurn = "update company_network_availability set turns = turns + 1 where id = @Id";
}
