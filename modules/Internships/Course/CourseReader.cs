using InclusionPlatform.Internships.Course.Rules;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Internships.Course;

/// <summary>An extension, or an end that a suspension moved, as it is shown.</summary>
internal sealed record ShownExtension(
    Guid Id, DateOnly EndedBefore, DateOnly EndsOn, string Reason, DateTimeOffset At, string? By, DateOnly CommunicationDueOn, string? CommunicationProtocol, DateOnly? CommunicationSentOn)
{
    /// <summary>It is to be communicated: the internship lasted beyond the day that was known, and no receipt is recorded.</summary>
    public required bool IsToCommunicate { get; init; }

    /// <summary>Nobody extended it: a suspension moved its end, which is communicated just so.</summary>
    public required bool BySuspension { get; init; }

    /// <summary>Nothing followed from it yet: recorded by mistake, it may be taken back.</summary>
    public required bool MayBeWithdrawn { get; init; }
}

/// <summary>An amendment as it is shown: what stood before beside what holds since.</summary>
/// <param name="Id">The amendment.</param>
/// <param name="EffectiveOn">From which day.</param>
/// <param name="Before">What stood before.</param>
/// <param name="After">What holds since.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">By whom, while the account is known.</param>
/// <param name="Waits">Its day has not come: it may be taken back.</param>
internal sealed record ShownAmendment(Guid Id, DateOnly EffectiveOn, AmendedPlan Before, AmendedPlan After, string Reason, DateTimeOffset At, string? By, bool Waits);

/// <summary>What an amendment may change.</summary>
/// <param name="Workplace">Where it takes place, if not simply at the company's seat.</param>
/// <param name="CaseManager">Who follows the case for the public service in charge, and of which body.</param>
internal sealed record AmendedPlan(decimal WeeklyHours, IReadOnlyList<DayHours> Hours, string? Workplace, string HostTutor, Guid PromoterTutorId, string? PromoterTutorName, string? CaseManager);

/// <summary>Reads what happened to a running internship.</summary>
internal sealed class CourseReader(IDbSession db, IFieldCipher cipher, TimeProvider clock)
{
    private const string SelectExtensions = """
        select id as Id, ends_before as EndsBefore, ends_on as EndsOn, reason_cipher as ReasonCipher, communication_protocol as Protocol, communication_sent_on as SentOn, at as At, by_id as ById, suspension_id as SuspensionId
        from   internships_extension
        where  internship_id = @InternshipId
        order by at desc, id desc
        """;

    private const string SelectAmendments = """
        select id as Id, effective_on as EffectiveOn, weekly_hours_before as HoursBefore, weekly_hours as Hours, week_hours_before as WeekBefore, week_hours as Week, workplace_before as PlaceBefore, workplace as Place,
               host_tutor_before as TutorBefore, host_tutor as Tutor, promoter_tutor_before as PromoterBefore, promoter_tutor as Promoter, case_manager_before as ManagerBefore, case_manager as Manager, reason_cipher as ReasonCipher, at as At, by_id as ById, applied_at as AppliedAt
        from   internships_amendment
        where  internship_id = @InternshipId
        order by at desc, id desc
        """;

    public async Task<IReadOnlyList<ShownExtension>> ExtensionsAsync(InternshipRow internship, IReadOnlyDictionary<Guid, string> names, CancellationToken ct) =>
        [.. (await db.QueryAsync<ExtensionRow>(SelectExtensions, new { InternshipId = internship.Id }, ct)).Select((row, place) => new ShownExtension(
            row.Id, row.EndsBefore, row.EndsOn, cipher.Unprotect(row.ReasonCipher)!, row.At, names.GetValueOrDefault(row.ById), CommunicationIsSent.DeadlineOfChange(internship.HostType, row.EndsBefore), row.Protocol,
            row.SentOn)
        {
            IsToCommunicate = row.Protocol is null && ChangeIsCommunicated.ExtensionIsDue(row.EndsBefore, internship.LastDay),
            BySuspension = row.SuspensionId is not null,
            MayBeWithdrawn = internship.State is InternshipState.Active
                && ExtensionIsUndone.Hindrance(new(row.EndsBefore, row.EndsOn, row.Protocol, row.SuspensionId is not null, place == 0), internship.EndsOn, clock.Today()) is null,
        })];

    public async Task<IReadOnlyList<ShownAmendment>> AmendmentsAsync(Guid internshipId, IReadOnlyDictionary<Guid, string> names, CancellationToken ct) =>
        [.. (await db.QueryAsync<AmendmentRow>(SelectAmendments, new { InternshipId = internshipId }, ct)).Select(row => new ShownAmendment(
            row.Id, row.EffectiveOn,
            new(WeekHours.Read(row.WeekBefore)?.Hours ?? row.HoursBefore, WeekHours.Read(row.WeekBefore)?.Slots ?? [], row.PlaceBefore, row.TutorBefore, row.PromoterBefore, names.GetValueOrDefault(row.PromoterBefore), row.ManagerBefore),
            new(WeekHours.Read(row.Week)?.Hours ?? row.Hours, WeekHours.Read(row.Week)?.Slots ?? [], row.Place, row.Tutor, row.Promoter, names.GetValueOrDefault(row.Promoter), row.Manager),
            cipher.Unprotect(row.ReasonCipher)!, row.At, names.GetValueOrDefault(row.ById), row.AppliedAt is null))];

    private sealed record ExtensionRow(Guid Id, DateOnly EndsBefore, DateOnly EndsOn, string ReasonCipher, string? Protocol, DateOnly? SentOn, DateTimeOffset At, Guid ById, Guid? SuspensionId);

    private sealed record AmendmentRow(
        Guid Id, DateOnly EffectiveOn, int HoursBefore, int Hours, string? WeekBefore, string? Week, string? PlaceBefore, string? Place, string TutorBefore, string Tutor, Guid PromoterBefore, Guid Promoter, string? ManagerBefore, string? Manager, string ReasonCipher,
        DateTimeOffset At, Guid ById, DateTimeOffset? AppliedAt);
}
