using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Rights;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Reference;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.WorkProfiles;

/// <summary>People with an open case who could take an opening: only those whose case one may see, and who did not object to being looked for.</summary>
internal sealed record RankCandidates(Guid AvailabilityId, int? Limit) : IQuery<Candidates>;

/// <summary>The opening, who could take it and who could not.</summary>
/// <param name="ExcludedCount">How many are excluded in all.</param>
internal sealed record Candidates(OpeningToFill Opening, IReadOnlyList<Candidate> Items, IReadOnlyList<Candidate> Excluded, int ExcludedCount);

/// <summary>Somebody, with every reason.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="BeneficiaryId">The person.</param>
/// <param name="DisplayName">Cognome Nome.</param>
/// <param name="DomicileName">Where they live.</param>
/// <param name="ManagerName">Who answers for the case.</param>
/// <param name="Profile">Whether the functional profile was looked at.</param>
/// <param name="Score">Sum of the reasons' points.</param>
/// <param name="MostPoints">The most that these reasons could give.</param>
/// <param name="Reasons">Every reason.</param>
/// <param name="Bars">What excludes.</param>
internal sealed record Candidate(
    Guid CaseId, Guid BeneficiaryId, string DisplayName, string? DomicileName, string? ManagerName, ProfileUse Profile, int Score, int MostPoints, IReadOnlyList<MatchReason> Reasons,
    IReadOnlyList<MatchReason> Bars);

/// <summary>Whether the functional profile was looked at.</summary>
internal enum ProfileUse
{
    /// <summary>It was.</summary>
    Used,

    /// <summary>Nobody wrote it yet.</summary>
    Missing,

    /// <summary>It is the équipe's, and whoever asks is not on it: only the registry was looked at.</summary>
    TeamOnly,
}

internal static class RankCandidatesEndpoint
{
    /// <summary>How many.</summary>
    internal sealed record CandidatesBody(int? Limit);

    public static void MapRankCandidates(this IEndpointRouteBuilder api) => api
        .MapPost("/availabilities/{availabilityId:guid}/candidates", Handle)
        .WithName("rankCandidates")
        .WithSummary("Rank one's own people for an opening, with every reason; the answer is logged for each")
        .WithTags("Cases")
        .RequireRight(BeneficiariesModule.Read);

    private static async Task<Ok<Candidates>> Handle(Guid availabilityId, CandidatesBody body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new RankCandidates(availabilityId, body.Limit), ct));
}

internal sealed class RankCandidatesValidator : AbstractValidator<RankCandidates>
{
    public RankCandidatesValidator() => RuleFor(request => request.Limit).InclusiveBetween(1, 100);
}

internal sealed class RankCandidatesHandler(
    IDbSession db, IMediator mediator, NeedToKnow needToKnow, SensitiveFields sensitive, IColleagues colleagues, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<RankCandidates, Candidates>
{
    private const int DefaultLimit = 30, ExcludedShown = 20, MostCases = 1000;

    private const string SelectOpen = """
        select c.id as CaseId, p.id as BeneficiaryId, p.surname as Surname, p.name as Name, p.domicile_istat as Domicile, p.wished_sectors as WishedSectors, p.mobility as Mobility,
               c.manager_id as ManagerId, c.open_internships as OpenInternships, w.details_cipher as Details,
               (select count(*) from beneficiaries_case_member t
                where  t.case_id = c.id and t.user_id = @Me and t.from_on <= @Today and (t.to_on is null or t.to_on >= @Today)) as Memberships,
               (select count(*) from beneficiaries_emergency_access g where g.beneficiary_id = p.id and g.user_id = @Me and g.expires_at > @Now) as Emergencies
        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        left join beneficiaries_work_profile w on w.case_id = c.id
        where  c.closed_on is null
        """ + "\n" + MarkBook.OnlyForCompanies;

    private const string Order = "order by c.opened_on desc, c.id desc";

    public async Task<Candidates> Handle(RankCandidates request, CancellationToken cancellationToken)
    {
        var sql = new ListSql(SelectOpen).OnlyVisibleCases(needToKnow).OrderBy(Order);
        var rows = await db.TopAsync<Row>(sql, new { Me = user.Id, Today = clock.Today(), Now = clock.GetUtcNow() }, MostCases, cancellationToken);
        var known = rows.Select(row => (Row: row, Full: needToKnow.IsPlatform || row.Memberships + row.Emergencies > 0)).ToArray();
        var fits = await mediator.Send(new MatchOpening(request.AvailabilityId, [.. known.Select(person => CriteriaOf(person.Row, person.Full))]), cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        var ranked = known.Zip(fits.Fits, (person, fit) => Show(person.Row, person.Full, fit, names))
            .OrderBy(candidate => candidate.Bars.Count).ThenByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.DisplayName, StringComparer.Ordinal)
            .ToLookup(candidate => candidate.Bars.Count == 0);
        var answer = new Candidates(fits.Opening, [.. ranked[true].Take(request.Limit ?? DefaultLimit)], [.. ranked[false].Take(ExcludedShown)], ranked[false].Count());
        foreach (var candidate in answer.Items.Concat(answer.Excluded))
        {
            audit.Reads("beneficiary", candidate.BeneficiaryId, "opening-candidates");
        }

        return answer;
    }

    private FunctionalCriteria CriteriaOf(Row row, bool full) =>
        ((full ? sensitive.Open<WorkProfileDetails>(row.Details) : null) ?? WorkProfileDetails.Empty).Criteria(row.WishedSectors, row.Domicile, row.Mobility);

    private static Candidate Show(Row row, bool full, Fit fit, IReadOnlyDictionary<Guid, string> names) => new(
        row.CaseId, row.BeneficiaryId, $"{row.Surname} {row.Name}", Municipalities.ByIstat(row.Domicile)?.Name, names.GetValueOrDefault(row.ManagerId),
        !full ? ProfileUse.TeamOnly : row.Details is null ? ProfileUse.Missing : ProfileUse.Used, fit.Score, fit.Reasons.Sum(reason => reason.Most), fit.Reasons,
        row.OpenInternships == 0 ? fit.Bars : [new("match.in-internship", Busy.ToString(), 0, 0, null), .. fit.Bars]);

    private static readonly Words Busy = new("Ha già un tirocinio in corso.", "An internship is already running.");

    private sealed record Row(
        Guid CaseId, Guid BeneficiaryId, string Surname, string Name, string? Domicile, string WishedSectors, Mobility? Mobility, Guid ManagerId, int OpenInternships, string? Details,
        int Memberships, int Emergencies);
}
