using FluentValidation;
using InclusionPlatform.Beneficiaries.Participation;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Search;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Programmes;

/// <summary>The programmes by name. There are tens of them, so a text is looked for anywhere in the name.</summary>
/// <param name="Q">Part of the name.</param>
/// <param name="Kind">What they are.</param>
/// <param name="State">Where they stand.</param>
/// <param name="Paying">Only those that have money for allowances: among many others they would not be on the first page.</param>
/// <param name="Awaiting">Only those of which news are awaited of somebody who left and for whose case whoever asks answers.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="Limit">How many.</param>
/// <param name="Total">Count them too.</param>
internal sealed record ListProgrammes(string? Q, ProgrammeKind? Kind, ProgrammeState? State, bool Paying, bool Awaiting, string? Cursor, int? Limit, bool? Total) : IQuery<Page<ListedProgramme>>;

/// <summary>A programme in the list, with the sum of its budget and of the lines for allowances.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Reference">Code of the project; null if there is none.</param>
internal sealed record ListedProgramme(Guid Id, string Name, ProgrammeKind Kind, string? Reference, DateOnly StartsOn, DateOnly EndsOn, ProgrammeState State, long BudgetCents, long AllowanceCents);

internal static class ListProgrammesEndpoint
{
    public static void MapListProgrammes(this IEndpointRouteBuilder programmes) => programmes
        .MapGet("/", Handle)
        .WithName("listProgrammes")
        .WithSummary("List the programmes by name")
        .RequireRight(BeneficiariesModule.ReadProgrammes);

    private static async Task<Ok<Page<ListedProgramme>>> Handle(string? q, string? kind, string? state, bool? paying, bool? awaiting, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListProgrammes(q, QueryCode.Read<ProgrammeKind>(kind, "kind"), QueryCode.Read<ProgrammeState>(state, "state"), paying ?? false, awaiting ?? false, cursor, limit, total), ct));
}

internal sealed class ListProgrammesValidator : AbstractValidator<ListProgrammes>
{
    public ListProgrammesValidator() => RuleFor(list => list.Q).MaximumLength(200);
}

internal sealed class ListProgrammesHandler(IDbSession db, ParticipationDesk participations, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListProgrammes, Page<ListedProgramme>>
{
    private const string Select = """
        select p.id as Id, p.name as Name, p.sort_name as SortName, p.kind as Kind, p.reference as Reference, p.starts_on as StartsOn, p.ends_on as EndsOn,
               (select coalesce(sum(l.cents), 0) from beneficiaries_programme_line l where l.programme_id = p.id) as BudgetCents,
               (select coalesce(sum(l.cents), 0) from beneficiaries_programme_line l where l.programme_id = p.id and l.kind = 'allowances') as AllowanceCents
        from   beneficiaries_programme p
        where  1 = 1
        """;

    private const string Count = "select count(*) from beneficiaries_programme p where 1 = 1";
    private const string OfKeys = $"and p.id in {Batches.Keys}";
    private const string ByText = "and p.sort_name like @Like";
    private const string ByKind = "and p.kind = @Kind";
    private const string IsPaying = "and exists (select 1 from beneficiaries_programme_line paid where paid.programme_id = p.id and paid.kind = 'allowances' and paid.cents > 0)";
    private const string IsFuture = "and p.starts_on > @Today";
    private const string IsRunning = "and p.starts_on <= @Today and p.ends_on >= @Today";
    private const string IsOver = "and p.ends_on < @Today";
    private const string After = "and p.sort_name >= @AfterName and (p.sort_name > @AfterName or p.id > @AfterId)";
    private const string ByName = "order by p.sort_name, p.id";

    public async Task<Page<ListedProgramme>> Handle(ListProgrammes request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 2);
        Guid? afterId = Guid.TryParse(after?[1], out var id) ? id : null;
        var text = SearchText.Normalize(request.Q);
        var today = clock.Today();
        var arguments = new { Kind = request.Kind?.Code(), Today = today, Like = $"%{text}%", AfterName = after?[0], AfterId = afterId };
        ListSql Filtered(string select) => new ListSql(select).When(text.Length > 0, ByText).When(request.Kind is not null, ByKind).When(request.Paying, IsPaying)
            .When(request.State is ProgrammeState.Future, IsFuture).When(request.State is ProgrammeState.Running, IsRunning).When(request.State is ProgrammeState.Over, IsOver);
        IReadOnlyList<Row> rows;
        int? total = null;
        if (request.Awaiting)
        {
            // Which ones is reckoned and not written, so the few are read whole.
            var awaited = (await participations.AwaitedAsync(user.Id, cancellationToken)).Select(one => one.Kept.ProgrammeId).Distinct().ToArray();
            var few = await db.QueryInBatchesAsync<Guid, Row>(Filtered(Select).When(true, OfKeys).ToString(), awaited, arguments, cancellationToken);
            total = request.Total == true ? few.Count : null;
            rows = [.. few.OrderBy(row => row.SortName, StringComparer.Ordinal).ThenBy(row => row.Id)
                .SkipWhile(row => after is not null && !IsAfter(row, after[0], afterId ?? Guid.Empty)).Take(limit + 1)];
        }
        else
        {
            rows = await db.TopAsync<Row>(Filtered(Select).When(after is not null, After).OrderBy(ByName), arguments, limit + 1, cancellationToken);
            total = request.Total == true ? await db.ScalarAsync<int>(Filtered(Count).ToString(), arguments, cancellationToken) : null;
        }

        var page = Paging.Page(rows, limit, row => [row.SortName, row.Id.ToString()], total);
        return new(
            [.. page.Items.Select(row => new ListedProgramme(
                row.Id, row.Name, row.Kind, row.Reference, row.StartsOn, row.EndsOn, ProgrammeStates.Of(row.StartsOn, row.EndsOn, today), row.BudgetCents, row.AllowanceCents))],
            page.NextCursor, page.Total);
    }

    private static bool IsAfter(Row row, string name, Guid id) => string.CompareOrdinal(row.SortName, name) is var order && (order > 0 || (order == 0 && row.Id.CompareTo(id) > 0));

    private sealed record Row(Guid Id, string Name, string SortName, ProgrammeKind Kind, string? Reference, DateOnly StartsOn, DateOnly EndsOn, long BudgetCents, long AllowanceCents);
}
