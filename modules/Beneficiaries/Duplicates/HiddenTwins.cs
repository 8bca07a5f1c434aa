using InclusionPlatform.Beneficiaries.Access;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Duplicates;

/// <summary>Those of whom there may be another record that is restricted: by the one that is seen, and nothing of the other.</summary>
internal sealed record ListHiddenTwins : IQuery<IReadOnlyList<HiddenTwin>>;

/// <summary>Somebody who may have a restricted record besides.</summary>
/// <param name="Id">The record that is seen.</param>
/// <param name="DisplayName">Cognome Nome, of the record that is seen.</param>
internal sealed record HiddenTwin(Guid Id, string DisplayName);

/// <summary>
/// Asks whoever follows the restricted record to have the two looked at. They are told on their own record, and who asks is not told who they are: nobody learns by it whether the two are one.
/// </summary>
internal sealed record AskAboutHiddenTwin(Guid Id) : ICommand, IGoesOnWhileRestricted;

internal static class HiddenTwinEndpoints
{
    public static void MapHiddenTwins(this IEndpointRouteBuilder api, IEndpointRouteBuilder beneficiaries)
    {
        api.MapGet("/duplicate-people/hidden", (IMediator mediator, CancellationToken ct) => mediator.Send(new ListHiddenTwins(), ct))
            .WithTags("Beneficiaries")
            .WithName("listHiddenTwins")
            .WithSummary("List who may have a restricted record besides; at most fifty")
            .RequireRight(BeneficiariesModule.Merge);
        beneficiaries.MapPost("/{id:guid}/twin-questions", Ask)
            .WithName("askAboutHiddenTwin")
            .WithSummary("Ask whoever follows a restricted record that may be of the same person to have it looked at")
            .RequireRight(BeneficiariesModule.Merge);
    }

    private static async Task<NoContent> Ask(Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new AskAboutHiddenTwin(id), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class HiddenTwinsHandler(IDbSession db, NeedToKnow needToKnow, INotifications notifications, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ListHiddenTwins, IReadOnlyList<HiddenTwin>>, IRequestHandler<AskAboutHiddenTwin, Unit>
{
    private const int Most = 50;

    private const string Select = $"""
        select distinct p.id as Id, p.surname as Surname, p.name as Name, p.sort_name as SortName
        from   beneficiaries_person p
        join   (select d.first_id as seen_id, d.second_id as other_id from beneficiaries_duplicate_person d where d.dismissed_at is null
                union all
                select d.second_id, d.first_id from beneficiaries_duplicate_person d where d.dismissed_at is null) t on t.seen_id = p.id
        where  t.other_id in (select p.id from beneficiaries_person p where 1 = 1 {VisiblePeople.HiddenFromCoordinators})
               {VisiblePeople.ToCoordinators}
        """;

    private const string ByName = "order by p.sort_name, p.id";

    private const string SelectOthers = $"""
        select p.id as Id, coalesce(c.manager_id, p.registered_by) as KeeperId
        from   beneficiaries_person p
        left join beneficiaries_case c on c.beneficiary_id = p.id and c.closed_on is null
        where  p.id in (select d.first_id from beneficiaries_duplicate_person d where d.second_id = @Id and d.dismissed_at is null
                        union all
                        select d.second_id from beneficiaries_duplicate_person d where d.first_id = @Id and d.dismissed_at is null)
               {VisiblePeople.HiddenFromCoordinators}
        """;

    public async Task<IReadOnlyList<HiddenTwin>> Handle(ListHiddenTwins request, CancellationToken cancellationToken)
    {
        // Whoever is no coordinator sees the own people alone: of others not even this.
        if (!needToKnow.IsCoordinator)
        {
            return [];
        }

        var rows = await db.TopAsync<Row>(new ListSql(Select).OrderBy(ByName), Args(null), Most, cancellationToken);
        audit.Lists("beneficiary", rows.Select(row => row.Id), "hidden-twins");
        return [.. rows.Select(row => new HiddenTwin(row.Id, $"{row.Surname} {row.Name}"))];
    }

    public async Task<Unit> Handle(AskAboutHiddenTwin request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.Id, Sight.Registry, cancellationToken);
        audit.Reads("beneficiary", request.Id, "twin-question");
        foreach (var other in needToKnow.IsCoordinator ? await db.QueryAsync<Other>(SelectOthers, Args(request.Id), cancellationToken) : [])
        {
            audit.Reads("beneficiary", other.Id, "twin-question");
            await notifications.NotifyAsync([other.KeeperId], "beneficiary.twin-question", user.DisplayName, $"/beneficiaries/{other.Id}", cancellationToken);
        }

        return Unit.Value;
    }

    private Dictionary<string, object?> Args(Guid? id) => new() { ["Id"] = id, ["Me"] = user.Id, ["Today"] = clock.Today(), ["Now"] = clock.GetUtcNow() };

    private sealed record Row(Guid Id, string Surname, string Name, string SortName);

    private sealed record Other(Guid Id, Guid KeeperId);
}
