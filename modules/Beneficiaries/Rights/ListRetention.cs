using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Appointments;
using InclusionPlatform.Beneficiaries.Cases;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Rights;

/// <summary>Whose retention time is over or ends soon, of those that one may see, the longest over first: people whose last case ended, or those who never had one.</summary>
/// <param name="WithinDays">Until so many days from now.</param>
/// <param name="WithoutCase">Those who never had a case.</param>
/// <param name="Held">Only those whose data a restriction or a hold says must be kept, or only the others.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="Limit">How many.</param>
/// <param name="Total">Count them too.</param>
internal sealed record ListRetention(int WithinDays, bool WithoutCase, bool? Held, string? Cursor, int? Limit, bool Total) : IQuery<Page<RetainedPerson>>;

/// <summary>Somebody whose data may be kept no longer.</summary>
/// <param name="BeneficiaryId">The person.</param>
/// <param name="DisplayName">Cognome Nome.</param>
/// <param name="LastClosedOn">End of the last case; null for who never had one.</param>
/// <param name="DueOn">The day.</param>
/// <param name="Held">A restriction or a hold says that data must be kept.</param>
/// <param name="ManagerName">Who answered for the last case, or registered who never had one.</param>
internal sealed record RetainedPerson(Guid BeneficiaryId, string DisplayName, DateOnly? LastClosedOn, DateOnly DueOn, bool Held, string? ManagerName);

internal static class ListRetentionEndpoint
{
    public static void MapListRetention(this IEndpointRouteBuilder api) => api
        .MapGet("/retention", Handle)
        .WithTags("Beneficiaries")
        .WithName("listRetention")
        .WithSummary("List the people whose retention time is over or ends soon")
        .RequireRight(BeneficiariesModule.Write);

    private static Task<Page<RetainedPerson>> Handle(int? withinDays, bool? withoutCase, bool? held, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListRetention(Math.Clamp(withinDays ?? 0, 0, 366), withoutCase ?? false, held, cursor, limit, total ?? false), ct);
}

internal sealed class ListRetentionHandler(IDbSession db, NeedToKnow needToKnow, IColleagues colleagues, RetentionOptions options, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ListRetention, Page<RetainedPerson>>
{
    private const string Select = """
        select p.id as Id, p.surname as Surname, p.name as Name, p.retention_from as LastClosedOn,
               (select count(*) from beneficiaries_person_mark k
                where  k.beneficiary_id = p.id and k.kind in ('restriction', 'hold') and k.ended_on is null and (k.until_on is null or k.until_on >= @Today)) as Marks,
               (select max(c.manager_id) from beneficiaries_case c where c.beneficiary_id = p.id and c.closed_on = p.retention_from) as ManagerId
        """;

    private const string Count = "select count(*)";

    internal const string From = """

        from   beneficiaries_person p
        where  p.retention_from <= @Before and p.anonymised_at is null
        """;

    /// <summary>Something says that the data must be kept.</summary>
    private const string OnlyHeld = """
        and exists (select 1 from beneficiaries_person_mark h
                    where  h.beneficiary_id = p.id and h.kind in ('restriction', 'hold') and h.ended_on is null and (h.until_on is null or h.until_on >= @Today))
        """;

    /// <summary>Nothing says that the data must be kept.</summary>
    internal const string NotHeld = """
        and not exists (select 1 from beneficiaries_person_mark h
                        where  h.beneficiary_id = p.id and h.kind in ('restriction', 'hold') and h.ended_on is null and (h.until_on is null or h.until_on >= @Today))
        """;

    private const string After = "and p.retention_from >= @AfterDay and (p.retention_from > @AfterDay or p.id > @AfterId)";

    private const string Order = "order by p.retention_from, p.id";

    private const string SelectWithoutCase = """
        select p.id as Id, p.surname as Surname, p.name as Name, p.registered_at as RegisteredAt, p.registered_by as RegisteredBy,
               (select count(*) from beneficiaries_person_mark k
                where  k.beneficiary_id = p.id and k.kind in ('restriction', 'hold') and k.ended_on is null and (k.until_on is null or k.until_on >= @Today)) as Marks
        """;

    /// <summary>Who never had a case, registered so long ago.</summary>
    internal const string FromWithoutCase = """

        from   beneficiaries_person p
        where  p.has_case = 0 and p.registered_at < @RegisteredBefore and p.anonymised_at is null and p.merged_into is null
        """;

    private const string AfterInstant = "and p.registered_at >= @AfterAt and (p.registered_at > @AfterAt or p.id > @AfterId)";

    private const string ByInstant = "order by p.registered_at, p.id";

    /// <summary>The instant before which who never had a case was registered, to be kept no longer on a day.</summary>
    internal static DateTimeOffset RegisteredBefore(DateOnly day, RetentionOptions options) => day.AddMonths(-options.MonthsWithoutCase).AddDays(1).AtInItaly(TimeOnly.MinValue);

    private ListSql Filtered(string text, bool? held) => new ListSql(text).OnlyVisible(needToKnow).When(held is true, OnlyHeld).When(held is false, NotHeld);

    private async Task<Page<RetainedPerson>> WithoutCaseAsync(ListRetention request, CancellationToken ct)
    {
        var after = InstantCursor.Open(request.Cursor);
        var limit = Paging.Limit(request.Limit);
        var today = clock.Today();
        var args = new
        {
            Me = user.Id, Today = today, Now = clock.GetUtcNow(), RegisteredBefore = RegisteredBefore(today.AddDays(request.WithinDays), options), AfterAt = after?.At, AfterId = after?.Id,
        };
        var rows = await db.TopAsync<WithoutCaseRow>(Filtered(SelectWithoutCase + FromWithoutCase, request.Held).When(after is not null, AfterInstant).OrderBy(ByInstant), args, limit + 1, ct);
        int? total = request.Total ? await db.ScalarAsync<int>(Filtered(Count + FromWithoutCase, request.Held).ToString(), args, ct) : null;
        var names = await colleagues.NamesAsync(ct);
        var page = Paging.Page(rows, limit, row => InstantCursor.Of(row.RegisteredAt, row.Id), total);
        audit.Lists("beneficiary", page.Items.Select(row => row.Id), "list-retention");
        return new([.. page.Items.Select(row => new RetainedPerson(
            row.Id, $"{row.Surname} {row.Name}", null, row.RegisteredAt.InItaly().AddMonths(options.MonthsWithoutCase), row.Marks > 0, names.GetValueOrDefault(row.RegisteredBy)))], page.NextCursor, page.Total);
    }

    public async Task<Page<RetainedPerson>> Handle(ListRetention request, CancellationToken cancellationToken)
    {
        if (request.WithoutCase)
        {
            return await WithoutCaseAsync(request, cancellationToken);
        }

        var after = DayCursor.Open(request.Cursor);
        var limit = Paging.Limit(request.Limit);
        var today = clock.Today();
        var args = new
        {
            Me = user.Id, Today = today, Now = clock.GetUtcNow(), Before = today.AddDays(request.WithinDays).AddMonths(-options.Months), AfterDay = after?.Day, AfterId = after?.Id,
        };
        var rows = await db.TopAsync<Row>(Filtered(Select + From, request.Held).When(after is not null, After).OrderBy(Order), args, limit + 1, cancellationToken);
        int? total = request.Total ? await db.ScalarAsync<int>(Filtered(Count + From, request.Held).ToString(), args, cancellationToken) : null;
        var names = await colleagues.NamesAsync(cancellationToken);
        var page = Paging.Page(rows, limit, row => DayCursor.Of(row.LastClosedOn, row.Id), total);
        audit.Lists("beneficiary", page.Items.Select(row => row.Id), "list-retention");
        return new([.. page.Items.Select(row => new RetainedPerson(
            row.Id, $"{row.Surname} {row.Name}", row.LastClosedOn, row.LastClosedOn.AddMonths(options.Months), row.Marks > 0,
            row.ManagerId is { } manager ? names.GetValueOrDefault(manager) : null))], page.NextCursor, page.Total);
    }

    private sealed record WithoutCaseRow(Guid Id, string Surname, string Name, DateTimeOffset RegisteredAt, Guid RegisteredBy, int Marks);

    private sealed record Row(Guid Id, string Surname, string Name, DateOnly LastClosedOn, int Marks, Guid? ManagerId);
}
