using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Internships.Conventions;

/// <summary>Reads a convention with the internships that it covers, as far as they may be seen.</summary>
internal sealed record GetConvention(Guid Id) : IQuery<ConventionRecord>;

/// <summary>A convention.</summary>
/// <param name="Id">The convention.</param>
/// <param name="Version">For the next change.</param>
/// <param name="State">Where it stands today.</param>
/// <param name="CompanyId">The host.</param>
/// <param name="CompanyName">Its name.</param>
/// <param name="Number">Its number.</param>
/// <param name="SentOn">When it was sent to the host.</param>
/// <param name="SignedOn">When it was signed by both.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day.</param>
/// <param name="InailPosition">Insurance against accidents at work.</param>
/// <param name="LiabilityPolicy">Third-party liability.</param>
/// <param name="Insurer">Who insures.</param>
/// <param name="LiabilityUntil">Until when the policy runs.</param>
/// <param name="Note">Anything else.</param>
/// <param name="Renews">The convention whose place it takes.</param>
/// <param name="RenewedBy">The convention that takes its place.</param>
/// <param name="IsInUse">Internships that began rest on it: number, dates and signature stay.</param>
/// <param name="Internships">How many rest on it, cancelled ones left out.</param>
/// <param name="Covered">Those of the persons whom one may see.</param>
internal sealed record ConventionRecord(
    Guid Id, int Version, ConventionState State, Guid CompanyId, string CompanyName, string Number, DateOnly? SentOn, DateOnly? SignedOn, DateOnly ValidFrom, DateOnly ValidTo,
    string? InailPosition, string? LiabilityPolicy, string? Insurer, DateOnly? LiabilityUntil, string? Note, RelatedConvention? Renews, RelatedConvention? RenewedBy, bool IsInUse, int Internships,
    IReadOnlyList<CoveredInternship> Covered) : IVersioned;

/// <summary>The one before or after.</summary>
/// <param name="Number">Number of the convention.</param>
internal sealed record RelatedConvention(Guid Id, string Number, ConventionState State, DateOnly ValidFrom, DateOnly ValidTo);

/// <summary>An internship that rests on a convention.</summary>
/// <param name="Id">The internship.</param>
/// <param name="PersonName">Cognome Nome.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="IsUncovered">It goes on beyond the last day of the convention and of those that renew it.</param>
internal sealed record CoveredInternship(Guid Id, string PersonName, InternshipState State, DateOnly StartsOn, DateOnly EndsOn, bool IsUncovered);

internal static class GetConventionEndpoint
{
    public static void MapGetConvention(this IEndpointRouteBuilder conventions) => conventions
        .MapGet("/{id:guid}", Handle)
        .WithName("getConvention")
        .WithSummary("Read a convention with the internships that it covers")
        .RequireRight(InternshipsModule.Read);

    private static async Task<VersionedOk<ConventionRecord>> Handle(Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetConvention(id), ct));
}

internal sealed class GetConventionHandler(IDbSession db, ConventionChains chains, IMediator mediator, IAuditTrail audit, TimeProvider clock) : IRequestHandler<GetConvention, ConventionRecord>
{
    private const string SelectCovered = """
        select id as Id, case_id as CaseId, state as State, starts_on as StartsOn, coalesce(ended_on, ends_on) as EndsOn
        from   internships_internship
        where  company_id = @CompanyId and convention_id = @Id and state <> 'cancelled'
        order by starts_on desc, id desc
        """;

    private const string SelectRelated = """
        select id as Id, number as Number, state as State, valid_from as ValidFrom, valid_to as ValidTo, renews_id as RenewsId
        from   internships_convention
        where  id = @RenewsId or renews_id = @Id
        order by valid_from, id
        """;

    public async Task<ConventionRecord> Handle(GetConvention request, CancellationToken cancellationToken)
    {
        var row = await db.FindAsync<ConventionRow>(ConventionRow.SelectById, new { request.Id }, cancellationToken) ?? throw new NotFoundException("convention");
        var today = clock.Today();
        var company = (await mediator.Send(new DescribeCompanies([row.CompanyId]), cancellationToken)) is [var label, ..] ? label.Name : "";
        var related = await db.QueryAsync<RelatedRow>(SelectRelated, new { row.Id, row.RenewsId }, cancellationToken);
        var covered = await db.QueryAsync<CoveredRow>(SelectCovered, new { row.CompanyId, row.Id }, cancellationToken);
        var until = await chains.LastDayAsync(row.CompanyId, row.Id, row.ValidTo, cancellationToken);
        var visible = (await mediator.Send(new ListVisibleCases([.. covered.Select(one => one.CaseId)]), cancellationToken)).ToDictionary(seen => seen.CaseId);
        var shown = covered.Where(one => visible.ContainsKey(one.CaseId)).ToArray();
        foreach (var one in shown)
        {
            audit.Reads("internship", one.Id, "convention");
        }

        RelatedConvention? Related(Func<RelatedRow, bool> which) => related.LastOrDefault(which) is { } found
            ? new(found.Id, found.Number, ConventionRow.StateOn(found.State, found.ValidTo, today), found.ValidFrom, found.ValidTo) : null;
        return new(
            row.Id, row.Version, row.Shown(today), row.CompanyId, company, row.Number, row.SentOn, row.SignedOn, row.ValidFrom, row.ValidTo, row.InailPosition, row.LiabilityPolicy, row.Insurer,
            row.LiabilityUntil, row.Note, Related(other => other.Id == row.RenewsId), Related(other => other.RenewsId == row.Id),
            covered.Any(one => one.State is not InternshipState.Proposed), covered.Count,
            [.. shown.Select(one => new CoveredInternship(
                one.Id, visible[one.CaseId].DisplayName, one.State, one.StartsOn, one.EndsOn, one.State is InternshipState.Active or InternshipState.Proposed && one.EndsOn > until))]);
    }

    private sealed record CoveredRow(Guid Id, Guid CaseId, InternshipState State, DateOnly StartsOn, DateOnly EndsOn);

    private sealed record RelatedRow(Guid Id, string Number, ConventionState State, DateOnly ValidFrom, DateOnly ValidTo, Guid? RenewsId);
}
