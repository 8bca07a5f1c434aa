using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.People;
using MediatR;

namespace InclusionPlatform.Beneficiaries.GroupActivities;

/// <summary>The group activities that one told of oneself, the latest first. Of those of others one knows what is in the diaries that one reads.</summary>
internal sealed record ListGroupActivities(string? Cursor, int? Limit, bool Total) : IQuery<Page<ListedGroupActivity>>;

/// <summary>A group activity; of who took part, those whose équipe one is still on.</summary>
/// <param name="Title">What was done, in a few words.</param>
internal sealed record ListedGroupActivity(Guid Id, GroupActivityKind Kind, DateOnly On, string? At, string Title, IReadOnlyList<ListedParticipant> Participants);

/// <summary>Somebody who was expected.</summary>
/// <param name="Present">Whether the person was there.</param>
internal sealed record ListedParticipant(Guid BeneficiaryId, string DisplayName, bool Present);

internal static class ListGroupActivitiesEndpoint
{
    public static void MapListGroupActivities(this IEndpointRouteBuilder activities) => activities
        .MapGet("/", Handle)
        .WithName("listGroupActivities")
        .WithSummary("List the group activities that one told of")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<Page<ListedGroupActivity>> Handle(string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListGroupActivities(cursor, limit, total ?? false), ct);
}

internal sealed class ListGroupActivitiesHandler(IDbSession db, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListGroupActivities, Page<ListedGroupActivity>>
{
    private const string Select = """
        select g.id as Id, g.kind as Kind, g.held_on as HeldOn, g.held_at as HeldAt, g.content_cipher as Content
        from   beneficiaries_group_activity g
        where  g.created_by = @Me
        """;

    private const string Count = "select count(*) from beneficiaries_group_activity g where g.created_by = @Me";
    private const string After = "and g.held_on <= @AfterDay and (g.held_on < @AfterDay or g.id < @AfterId)";
    private const string Order = "order by g.held_on desc, g.id desc";

    private const string SelectPeople = $"""
        select e.activity_id as ActivityId, p.id as Id, p.surname as Surname, p.name as Name, p.sort_name as SortName, e.present as Present
        from   beneficiaries_diary_entry e
        join   beneficiaries_case c on c.id = e.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  1 = 1
               {VisibleCases.Mine}
               and e.activity_id in {Batches.Keys}
        """;

    public async Task<Page<ListedGroupActivity>> Handle(ListGroupActivities request, CancellationToken cancellationToken)
    {
        var after = DayCursor.Open(request.Cursor);
        var limit = Paging.Limit(request.Limit);
        var args = new { Me = user.Id, AfterDay = after?.Day, AfterId = after?.Id };
        var rows = await db.TopAsync<Row>(new ListSql(Select).When(after is not null, After).OrderBy(Order), args, limit + 1, cancellationToken);
        int? total = request.Total ? await db.ScalarAsync<int>(Count, args, cancellationToken) : null;
        var page = Paging.Page(rows, limit, row => DayCursor.Of(row.HeldOn, row.Id), total);
        var people = (await db.QueryInBatchesAsync<Guid, PersonRow>(
            SelectPeople, page.Items.Select(row => row.Id), new { Me = user.Id, Today = clock.Today() }, cancellationToken)).ToLookup(person => person.ActivityId);
        audit.Lists("beneficiary", people.SelectMany(of => of).Select(person => person.Id), "list-group-activities");
        return new([.. page.Items.Select(row => new ListedGroupActivity(
            row.Id, row.Kind, row.HeldOn, row.HeldAt, sensitive.Open<GroupActivityContent>(row.Content)!.Title,
            [.. people[row.Id].OrderBy(person => person.SortName, StringComparer.Ordinal).Select(person => new ListedParticipant(person.Id, $"{person.Surname} {person.Name}", person.Present))]))],
            page.NextCursor, page.Total);
    }

    private sealed record Row(Guid Id, GroupActivityKind Kind, DateOnly HeldOn, string? HeldAt, string Content);

    private sealed record PersonRow(Guid ActivityId, Guid Id, string Surname, string Name, string SortName, bool Present);
}
