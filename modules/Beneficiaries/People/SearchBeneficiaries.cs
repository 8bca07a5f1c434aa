using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Reference;
using MediatR;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>How a person stands with the service.</summary>
internal enum PersonState
{
    /// <summary>Registered, not taken on yet.</summary>
    WithoutCase,

    /// <summary>A case is open.</summary>
    Open,

    /// <summary>Open, without an internship and without a note for thirty days.</summary>
    Stalled,

    /// <summary>Every case is closed.</summary>
    Closed,
}

/// <summary>Finds people by the beginnings of their names or by a whole tax code, by state and by caseload. A POST, because names may not be in addresses.</summary>
/// <param name="Text">Names or codice fiscale; in the body, so that they are in no address.</param>
/// <param name="OnlyMine">Only people followed by an équipe of whoever asks.</param>
internal sealed record SearchBeneficiaries(string? Text, PersonState? State, bool OnlyMine, string? Cursor, int? Limit, bool Total) : IQuery<Page<FoundBeneficiary>>;

/// <summary>A person in a list; age and where they live only for whoever sees the person in full.</summary>
internal sealed record FoundBeneficiary(
    Guid Id, string DisplayName, string? PreferredName, int? Age, string? DomicileName, PersonState State, bool Restricted, Guid? CaseId, string? ManagerName, DateOnly? OpenedOn,
    DateOnly? LastActivityOn, int OpenInternships);

internal static class SearchBeneficiariesEndpoint
{
    public static void MapSearchBeneficiaries(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapPost("/search", Handle)
        .WithName("searchBeneficiaries")
        .WithSummary("List or find the people one may see")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<Page<FoundBeneficiary>> Handle(SearchBeneficiaries body, IMediator mediator, CancellationToken ct) => mediator.Send(body, ct);
}

internal sealed class SearchBeneficiariesValidator : AbstractValidator<SearchBeneficiaries>
{
    public SearchBeneficiariesValidator()
    {
        RuleFor(search => search.Text).MaximumLength(200);
        RuleFor(search => search.State).IsInEnum();
    }
}

internal sealed class SearchBeneficiariesHandler(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, SealedCursor cursors, IColleagues colleagues, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<SearchBeneficiaries, Page<FoundBeneficiary>>
{
    private const string Select = """
        select p.id as Id, p.surname as Surname, p.name as Name, p.preferred_name as PreferredName, p.birth_date as BirthDate, p.domicile_istat as DomicileIstat,
               p.sort_name as SortName, p.restricted as Restricted, p.has_case as HasCase, c.id as CaseId, c.manager_id as ManagerId, c.opened_on as OpenedOn,
               c.last_activity_on as LastActivityOn, c.open_internships as OpenInternships,
               0 as Elsewhere
        """;

    private const string SelectElsewhere = """
        select p.id as Id, p.surname as Surname, p.name as Name, p.preferred_name as PreferredName, p.birth_date as BirthDate, p.domicile_istat as DomicileIstat,
               p.sort_name as SortName, p.restricted as Restricted, p.has_case as HasCase, c.id as CaseId, c.manager_id as ManagerId, c.opened_on as OpenedOn,
               c.last_activity_on as LastActivityOn, c.open_internships as OpenInternships,
               1 as Elsewhere
        """;

    /// <summary>Begins the cursor of those whose surname begins otherwise.</summary>
    private const string Elsewhere = "*";

    private const string Count = "select count(*)";

    private const string AllInFull = ", 1 as InFull";

    private const string SomeInFull = $", {VisiblePeople.InFull}";

    private const string From = """

        from   beneficiaries_person p
        left join beneficiaries_case c on c.beneficiary_id = p.id and c.closed_on is null
        where  1 = 1
        """;

    private const string WithoutCase = "and p.has_case = 0";
    private const string Open = "and c.id is not null";
    private const string Stalled = "and c.open_internships = 0 and c.last_activity_on < @StalledBefore";
    private const string Closed = "and p.has_case = 1 and c.id is null";
    private const string After = "and p.sort_name >= @AfterName and (p.sort_name > @AfterName or p.id > @AfterId)";
    private const string Order = "order by p.sort_name, p.id";

    public async Task<Page<FoundBeneficiary>> Handle(SearchBeneficiaries request, CancellationToken cancellationToken)
    {
        var words = new SoughtNames(request.Text, sensitive);
        var after = cursors.Open(request.Cursor);
        var limit = Paging.Limit(request.Limit);
        var today = clock.Today();
        var args = new Dictionary<string, object?>
        {
            ["Me"] = user.Id, ["Today"] = today, ["Now"] = clock.GetUtcNow(), ["StalledBefore"] = today.AddDays(-Cases.Rules.CaseIsStalled.AfterDays),
            ["AfterName"] = after?.Name, ["AfterId"] = after?.Id,
        };
        words.AddTo(args);

        // Whoever sees few people looks at each of them. Among all of them those whose surname begins so come first, because that is a piece of the index of names.
        var few = request.OnlyMine || !(needToKnow.IsCoordinator || needToKnow.IsPlatform);
        var inFull = needToKnow.IsCoordinator && !needToKnow.IsPlatform ? SomeInFull : AllInFull;
        var rows = words.Count == 0 || few
            ? await db.TopAsync<Row>(Filtered(new(Select + inFull + From)).Called(words).When(after is not null, After).OrderBy(Order), args, limit + 1, cancellationToken)
            : await AmongAllAsync();
        if (request.Total && !few)
        {
            await words.ChooseRarestAsync(db, args, cancellationToken);
        }

        int? total = request.Total ? await db.ScalarAsync<int>(Filtered(new(Count + From)).Called(words).ToString(), args, cancellationToken) : null;
        var names = await colleagues.NamesAsync(cancellationToken);
        var found = Paging.Page(rows, limit, row => [cursors.Seal((row.Elsewhere == 1 ? Elsewhere : "") + row.SortName, row.Id)], total);
        audit.Lists("beneficiary", found.Items.Select(row => row.Id), words.IsEmpty ? "list-people" : "search-people");
        return new([.. found.Items.Select(row => Shown(row, today, names))], found.NextCursor, found.Total);

        async Task<IReadOnlyList<Row>> AmongAllAsync()
        {
            var elsewhere = after?.Name.StartsWith(Elsewhere, StringComparison.Ordinal) == true;
            var first = elsewhere
                ? []
                : await db.TopAsync<Row>(Filtered(new(Select + inFull + From)).SurnameFirst(words).When(after is not null, After).OrderBy(Order), args, limit + 1, cancellationToken);
            if (first.Count > limit)
            {
                return first;
            }

            await words.ChooseRarestAsync(db, args, cancellationToken);
            args["AfterName"] = elsewhere ? after!.Value.Name[Elsewhere.Length..] : null;
            var others = await db.TopAsync<Row>(
                Filtered(new(SelectElsewhere + inFull + From)).SurnameElsewhere(words).When(elsewhere, After).OrderBy(Order), args, limit + 1 - first.Count, cancellationToken);
            return [.. first, .. others];
        }

        ListSql Filtered(ListSql sql) => sql
            .OnlyVisible(needToKnow)
            .When(request.OnlyMine, VisiblePeople.Mine)
            .When(request.State is PersonState.WithoutCase, WithoutCase)
            .When(request.State is PersonState.Open or PersonState.Stalled, Open)
            .When(request.State is PersonState.Stalled, Stalled)
            .When(request.State is PersonState.Closed, Closed);
    }

    private static FoundBeneficiary Shown(Row row, DateOnly today, IReadOnlyDictionary<Guid, string> names) => new(
        row.Id, $"{row.Surname} {row.Name}", row.PreferredName, row.InFull == 1 ? GetBeneficiaryHandler.AgeOn(row.BirthDate, today) : null, row.InFull == 1 ? Municipalities.ByIstat(row.DomicileIstat)?.Name : null,
        row.CaseId is null ? row.HasCase ? PersonState.Closed : PersonState.WithoutCase
            : Cases.Rules.CaseIsStalled.Holds(row.OpenInternships ?? 0, row.LastActivityOn!.Value, today) ? PersonState.Stalled : PersonState.Open,
        row.Restricted, row.CaseId, row.ManagerId is { } manager ? names.GetValueOrDefault(manager) : null, row.OpenedOn, row.LastActivityOn, row.OpenInternships ?? 0);

    private sealed record Row(
        Guid Id, string Surname, string Name, string? PreferredName, DateOnly BirthDate, string? DomicileIstat, string SortName, bool Restricted, bool HasCase, Guid? CaseId,
        Guid? ManagerId, DateOnly? OpenedOn, DateOnly? LastActivityOn, int? OpenInternships, int Elsewhere, int InFull);
}
