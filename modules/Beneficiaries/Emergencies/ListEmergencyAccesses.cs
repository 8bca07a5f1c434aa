using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Emergencies;

/// <summary>The emergency accesses that one watches over, newest first.</summary>
internal sealed record ListEmergencyAccesses(bool Open, string? Cursor, int Limit) : IQuery<Page<WatchedEmergency>>;

/// <summary>An emergency access, for who watches over it.</summary>
/// <param name="Id">The access.</param>
/// <param name="Who">Who saw the person.</param>
/// <param name="Reason">Why, in their words.</param>
/// <param name="BeganAt">From when.</param>
/// <param name="ExpiresAt">Until when.</param>
/// <param name="BeneficiaryId">The person, where whoever asks may see it.</param>
/// <param name="DisplayName">How the person is called, where whoever asks may see it.</param>
/// <param name="AcknowledgedBy">Who took note.</param>
/// <param name="AcknowledgedAt">When they did.</param>
internal sealed record WatchedEmergency(
    Guid Id, string? Who, string Reason, DateTimeOffset BeganAt, DateTimeOffset ExpiresAt, Guid? BeneficiaryId, string? DisplayName, string? AcknowledgedBy, DateTimeOffset? AcknowledgedAt);

internal static class ListEmergencyAccessesEndpoint
{
    public static void MapListEmergencyAccesses(this IEndpointRouteBuilder emergencies) => emergencies
        .MapGet("/", Handle)
        .WithName("listEmergencyAccesses")
        .WithSummary("List the emergency accesses that one watches over")
        .RequireRight(BeneficiariesModule.Write);

    private static Task<Page<WatchedEmergency>> Handle(bool? open, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListEmergencyAccesses(open ?? false, cursor, Paging.Limit(limit)), ct);
}

internal sealed class ListEmergencyAccessesHandler(
    IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, IColleagues colleagues, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ListEmergencyAccesses, Page<WatchedEmergency>>
{
    private const string Select = $"""
        select e.id as Id, e.user_id as UserId, e.reason_cipher as Reason, e.began_at as BeganAt, e.expires_at as ExpiresAt, e.beneficiary_id as BeneficiaryId,
               e.acknowledged_by as AcknowledgedBy, e.acknowledged_at as AcknowledgedAt, p.surname as Surname, p.name as Name, p.restricted as Restricted,
               (select count(*) from beneficiaries_case_member m
                where  m.beneficiary_id = p.id and m.user_id = @Me and m.from_on <= @Today and (m.to_on is null or m.to_on >= @Today)
                       and {VisiblePeople.Opens}) as Memberships
        from   beneficiaries_emergency_access e
        join   beneficiaries_person p on p.id = e.beneficiary_id
        where  1 = 1
        """;

    private const string OnlyOpen = "and e.acknowledged_at is null and e.user_id <> @Me";

    private const string Older = """
        and e.began_at <= (select b.began_at from beneficiaries_emergency_access b where b.id = @Before)
        and (e.began_at < (select b.began_at from beneficiaries_emergency_access b where b.id = @Before) or e.id < @Before)
        """;

    private const string Order = "order by e.began_at desc, e.id desc";

    public async Task<Page<WatchedEmergency>> Handle(ListEmergencyAccesses request, CancellationToken cancellationToken)
    {
        Guid? before = Paging.Decode(request.Cursor, 1) is [var last] ? Guid.TryParse(last, out var id) ? id : Guid.Empty : null;
        var sql = new ListSql(Select).OnlyWatched(needToKnow).When(request.Open, OnlyOpen).When(before is not null, Older).OrderBy(Order);
        var rows = await db.TopAsync<Row>(sql, new { Me = user.Id, Today = clock.Today(), Before = before }, request.Limit + 1, cancellationToken);
        var page = Paging.Page(rows, request.Limit, row => [row.Id.ToString()]);
        var names = await colleagues.NamesAsync(cancellationToken);
        foreach (var row in page.Items)
        {
            audit.Reads("emergency-access", row.Id, "review");
        }

        return new([.. page.Items.Select(row => Shown(row, names))], page.NextCursor);
    }

    private WatchedEmergency Shown(Row row, IReadOnlyDictionary<Guid, string> names)
    {
        var seen = new SightFacts(row.Restricted, row.Memberships > 0, false, false, needToKnow.IsCoordinator, false).Sight != Sight.None;
        return new(
            row.Id,
            names.GetValueOrDefault(row.UserId),
            sensitive.OpenText(row.Reason) ?? "",
            row.BeganAt,
            row.ExpiresAt,
            seen ? row.BeneficiaryId : null,
            seen ? $"{row.Surname} {row.Name}" : null,
            row.AcknowledgedBy is { } by ? names.GetValueOrDefault(by) : null,
            row.AcknowledgedAt);
    }

    private sealed record Row(
        Guid Id, Guid UserId, string Reason, DateTimeOffset BeganAt, DateTimeOffset ExpiresAt, Guid BeneficiaryId, Guid? AcknowledgedBy, DateTimeOffset? AcknowledgedAt,
        string Surname, string Name, bool Restricted, int Memberships);
}
