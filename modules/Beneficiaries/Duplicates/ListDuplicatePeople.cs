using System.Globalization;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Duplicates.Rules;
using InclusionPlatform.Shared.Reference;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Duplicates;

/// <summary>Pairs of people who may be one, the surest first; only those of whom one may see both.</summary>
internal sealed record ListDuplicatePeople(string? Cursor, int? Limit, bool Total) : IQuery<Page<DuplicatePeople>>;

/// <summary>Those who may be the same as one person.</summary>
internal sealed record ListLikelySame(Guid Id) : IQuery<IReadOnlyList<DuplicatePeople>>;

/// <summary>Two people who may be one, and why.</summary>
internal sealed record DuplicatePeople(DuplicatePerson First, DuplicatePerson Second, int Weight, IReadOnlyList<LikenessReason> Reasons);

/// <summary>One of the two, as far as it takes to tell them apart.</summary>
/// <param name="Id">The person.</param>
/// <param name="DisplayName">Cognome Nome.</param>
/// <param name="BirthDate">Day of birth; null for whoever sees the registry alone. Whether it is the same the reasons say.</param>
/// <param name="DomicileName">Where they live; null for whoever sees the registry alone.</param>
/// <param name="RegisteredOn">When the record was made.</param>
/// <param name="ManagerName">Who answers for the open case; null if there is none.</param>
/// <param name="HasOpenCase">Whether a case is open.</param>
internal sealed record DuplicatePerson(Guid Id, string DisplayName, DateOnly? BirthDate, string? DomicileName, DateOnly RegisteredOn, string? ManagerName, bool HasOpenCase);

internal static class ListDuplicatePeopleEndpoints
{
    public static void MapListDuplicatePeople(this IEndpointRouteBuilder api, IEndpointRouteBuilder beneficiaries)
    {
        api.MapGet("/duplicate-people", (string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) => mediator.Send(new ListDuplicatePeople(cursor, limit, total ?? false), ct))
            .WithTags("Beneficiaries")
            .WithName("listDuplicatePeople")
            .WithSummary("List the pairs of people who may be one")
            .RequireRight(BeneficiariesModule.Merge);
        beneficiaries.MapGet("/{id:guid}/likely-same", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new ListLikelySame(id), ct))
            .WithName("listLikelySamePeople")
            .WithSummary("List who may be the same as this person")
            .RequireRight(BeneficiariesModule.Merge);
    }
}

internal sealed class ListDuplicatePeopleHandler(IDbSession db, NeedToKnow needToKnow, IColleagues colleagues, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ListDuplicatePeople, Page<DuplicatePeople>>, IRequestHandler<ListLikelySame, IReadOnlyList<DuplicatePeople>>
{
    private const int MostOfOne = 20;

    private const string SelectPairs = """
        select d.first_id as FirstId, d.second_id as SecondId, d.weight as Weight
        from   beneficiaries_duplicate_person d
        where  d.dismissed_at is null
        """;

    internal const string Count = """
        select count(*)
        from   beneficiaries_duplicate_person d
        where  d.dismissed_at is null
        """;

    // Of a person whom one may not see there is no pair: neither listed nor counted.
    internal const string BothToCoordinators = $"""
        and exists (select 1 from beneficiaries_person p where p.id = d.first_id {VisiblePeople.ToCoordinators})
        and exists (select 1 from beneficiaries_person p where p.id = d.second_id {VisiblePeople.ToCoordinators})
        """;

    internal const string BothToMembers = $"""
        and exists (select 1 from beneficiaries_person p where p.id = d.first_id {VisiblePeople.ToMembers})
        and exists (select 1 from beneficiaries_person p where p.id = d.second_id {VisiblePeople.ToMembers})
        """;

    private const string OfOne = "and (d.first_id = @Id or d.second_id = @Id)";

    private const string After = "and d.weight >= @Weight and (d.weight > @Weight or d.first_id > @FirstId or (d.first_id = @FirstId and d.second_id > @SecondId))";

    private const string InOrder = "order by d.weight, d.first_id, d.second_id";

    private const string SelectPeople = $"""
        select p.id as Id, p.surname as Surname, p.name as Name, p.birth_date as BirthDate, p.tax_code_family_hash as TaxCodeFamilyHash, p.domicile_istat as DomicileIstat,
               p.registered_at as RegisteredAt, c.manager_id as ManagerId,
               {VisiblePeople.InFull}
        from   beneficiaries_person p
        left join beneficiaries_case c on c.beneficiary_id = p.id and c.closed_on is null
        where  p.id in {Batches.Keys}
        """;

    public async Task<Page<DuplicatePeople>> Handle(ListDuplicatePeople request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 3);
        int weight = 0;
        Guid first = default, second = default;
        if (after is not null && !(int.TryParse(after[0], CultureInfo.InvariantCulture, out weight) && Guid.TryParse(after[1], out first) && Guid.TryParse(after[2], out second)))
        {
            after = null;
        }

        var args = new { Weight = weight, FirstId = first, SecondId = second, Me = user.Id, Today = clock.Today(), Now = clock.GetUtcNow() };
        var rows = await db.TopAsync<Pair>(Visible(SelectPairs, needToKnow).When(after is not null, After).OrderBy(InOrder), args, limit + 1, cancellationToken);
        int? total = request.Total ? await db.ScalarAsync<int>(Visible(Count, needToKnow).ToString(), args, cancellationToken) : null;
        var page = Paging.Page(rows, limit, row => [row.Weight.ToString(CultureInfo.InvariantCulture), row.FirstId.ToString(), row.SecondId.ToString()], total);
        return new(await ShownAsync(page.Items, cancellationToken), page.NextCursor, page.Total);
    }

    public async Task<IReadOnlyList<DuplicatePeople>> Handle(ListLikelySame request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.Id, Sight.Registry, cancellationToken);
        var args = new { request.Id, Me = user.Id, Today = clock.Today(), Now = clock.GetUtcNow() };
        return await ShownAsync(await db.TopAsync<Pair>(Visible(SelectPairs, needToKnow).When(true, OfOne).OrderBy(InOrder), args, MostOfOne, cancellationToken), cancellationToken);
    }

    /// <summary>Only the pairs of which whoever asks may see both.</summary>
    internal static ListSql Visible(string select, NeedToKnow needToKnow) => new ListSql(select)
        .When(!needToKnow.IsPlatform && needToKnow.IsCoordinator, BothToCoordinators)
        .When(!needToKnow.IsPlatform && !needToKnow.IsCoordinator, BothToMembers);

    private async Task<IReadOnlyList<DuplicatePeople>> ShownAsync(IReadOnlyList<Pair> pairs, CancellationToken ct)
    {
        var people = (await db.QueryInBatchesAsync<Guid, Row>(SelectPeople, pairs.SelectMany(pair => new[] { pair.FirstId, pair.SecondId }), new { Me = user.Id, Today = clock.Today(), Now = clock.GetUtcNow() }, ct)).ToDictionary(row => row.Id);
        var names = pairs.Count == 0 ? new Dictionary<Guid, string>() : await colleagues.NamesAsync(ct);
        foreach (var id in people.Keys)
        {
            audit.Reads("beneficiary", id, "likely-duplicates");
        }

        return [.. pairs.Select(pair =>
        {
            // The older record comes first: it is the one that other papers know.
            var (one, other) = people[pair.FirstId].RegisteredAt <= people[pair.SecondId].RegisteredAt ? (people[pair.FirstId], people[pair.SecondId]) : (people[pair.SecondId], people[pair.FirstId]);
            return new DuplicatePeople(Side(one, names, needToKnow.IsPlatform), Side(other, names, needToKnow.IsPlatform), pair.Weight, PersonLikeness.Of(one.Compared, other.Compared).Reasons);
        })];
    }

    private static DuplicatePerson Side(Row row, IReadOnlyDictionary<Guid, string> names, bool all) => new(
        row.Id, $"{row.Surname} {row.Name}", row.InFull == 1 || all ? row.BirthDate : null, row.InFull == 1 || all ? Municipalities.ByIstat(row.DomicileIstat)?.NameWithProvince : null, row.RegisteredAt.InItaly(),
        row.ManagerId is { } manager ? names.GetValueOrDefault(manager) : null, row.ManagerId is not null);

    private sealed record Pair(Guid FirstId, Guid SecondId, int Weight);

    private sealed record Row(
        Guid Id, string Surname, string Name, DateOnly BirthDate, string? TaxCodeFamilyHash, string? DomicileIstat, DateTimeOffset RegisteredAt, Guid? ManagerId, int InFull)
    {
        public ComparedPerson Compared => new(Surname, Name, BirthDate, TaxCodeFamilyHash);
    }
}
