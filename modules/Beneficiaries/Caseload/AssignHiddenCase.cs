using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.Outcomes;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Caseload;

/// <summary>
/// A restricted case that nobody answers for any more is handed to an operator by a coordinator who goes on seeing nothing of it: neither whose it is nor what is in it (ADR 48).
/// </summary>
internal sealed record AssignHiddenCase(Guid CaseId, Guid? UserId) : ICommand, IGoesOnWhileRestricted;

internal static class AssignHiddenCaseEndpoint
{
    /// <summary>Who takes the case over.</summary>
    internal sealed record HiddenCaseBody(Guid? UserId);

    public static void MapAssignHiddenCase(this IEndpointRouteBuilder api) => api
        .MapPost("/hidden-cases/{caseId:guid}/assignment", Handle)
        .WithTags("Caseload")
        .WithName("assignHiddenCase")
        .WithSummary("Hand a restricted case that nobody answers for to an operator, without seeing it")
        .RequireRight(BeneficiariesModule.DecideReferrals);

    private static async Task<NoContent> Handle(Guid caseId, HiddenCaseBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new AssignHiddenCase(caseId, body.UserId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class AssignHiddenCaseValidator : AbstractValidator<AssignHiddenCase>
{
    public AssignHiddenCaseValidator() => RuleFor(assignment => assignment.UserId).NotNull();
}

/// <summary>The restricted cases that nobody answers for: the manager's account is closed or may be on no équipe, or they are on the case's équipe no more.</summary>
internal sealed class HiddenCases(IDbSession db, IColleagues colleagues, ICurrentUser user, TimeProvider clock)
{
    private const string Select = """
        select c.id as CaseId, c.version as Version, c.beneficiary_id as BeneficiaryId, c.manager_id as ManagerId,
               case when exists (select 1 from beneficiaries_case_member w
                                 where  w.case_id = c.id and w.user_id = c.manager_id and w.from_on <= @Today and (w.to_on is null or w.to_on >= @Today)) then 1 else 0 end as OnTeam
        """;

    private const string SelectManagers = "select distinct c.manager_id";

    // Those that whoever asks sees in full are among the others of the board.
    private const string Hidden = """

        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  c.closed_on is null and p.restricted = 1 and p.anonymised_at is null and p.merged_into is null
               and c.id not in (select m.case_id from beneficiaries_case_member m where m.user_id = @Me and m.from_on <= @Today and (m.to_on is null or m.to_on >= @Today))
               and c.beneficiary_id not in (select e.beneficiary_id from beneficiaries_emergency_access e where e.user_id = @Me and e.expires_at > @Now)
        """;

    private const string OfCase = "and c.id = @CaseId";

    private const string ManagerLeftTeam = """
        and not exists (select 1 from beneficiaries_case_member w
                        where  w.case_id = c.id and w.user_id = c.manager_id and w.from_on <= @Today and (w.to_on is null or w.to_on >= @Today))
        """;

    private const string OfManagers = $"and c.manager_id in {Batches.Keys}";

    private const string ById = "order by c.id";

    /// <summary>All of them, up to so many.</summary>
    public async Task<IReadOnlyList<HiddenCase>> AllAsync(int most, CancellationToken ct)
    {
        var (active, args) = (await ActiveAsync(ct), Args(null));
        var gone = (await db.QueryAsync<Guid>(new ListSql(SelectManagers + Hidden).ToString(), args, ct)).Where(id => !active.Contains(id)).ToArray();
        var found = new List<HiddenCase>(await db.TopAsync<HiddenCase>(new ListSql(Select + Hidden).When(true, ManagerLeftTeam).OrderBy(ById), args, most, ct));
        foreach (var batch in gone.Chunk(Batches.Size))
        {
            found.AddRange(await db.TopAsync<HiddenCase>(new ListSql(Select + Hidden).When(true, OfManagers).OrderBy(ById), Batches.Parameters(batch, args), most, ct));
        }

        return [.. found.DistinctBy(row => row.CaseId).Take(most)];
    }

    /// <summary>One of them; whatever is not one of them is not there.</summary>
    public async Task<HiddenCase?> FindAsync(Guid caseId, CancellationToken ct) =>
        await db.FindAsync<HiddenCase>(new ListSql(Select + Hidden).When(true, OfCase).ToString(), Args(caseId), ct) is { } row && IsOrphan(row, await ActiveAsync(ct)) ? row : null;

    private static bool IsOrphan(HiddenCase row, HashSet<Guid> active) => !row.OnTeam || !active.Contains(row.ManagerId);

    private async Task<HashSet<Guid>> ActiveAsync(CancellationToken ct) => [.. (await colleagues.AllAsync(ct)).Where(Team.MayJoin).Select(colleague => colleague.Id)];

    private Dictionary<string, object?> Args(Guid? caseId) => new() { ["CaseId"] = caseId, ["Me"] = user.Id, ["Today"] = clock.Today(), ["Now"] = clock.GetUtcNow() };
}

/// <summary>A restricted case without a manager.</summary>
internal sealed record HiddenCase(Guid CaseId, int Version, Guid BeneficiaryId, Guid ManagerId, bool OnTeam);

internal sealed class AssignHiddenCaseHandler(HiddenCases hidden, CaseHandover handover, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<AssignHiddenCase, Unit>
{
    public async Task<Unit> Handle(AssignHiddenCase request, CancellationToken cancellationToken)
    {
        if (await hidden.FindAsync(request.CaseId, cancellationToken) is not { } row)
        {
            audit.Refuses("case", request.CaseId);
            throw new NotFoundException("case");
        }

        // To hand it to oneself would be a way around the emergency access, which asks for a reason.
        if (request.UserId == user.Id)
        {
            throw new FieldException("userId", "case.hidden-to-oneself", new(
                "Una presa in carico riservata si affida a un collega: per vederla in caso di necessità c'è l'accesso di emergenza.",
                "A restricted case is handed to a colleague: to see it in need there is the emergency access."));
        }

        var seen = new SeenCase(row.CaseId, row.Version, row.BeneficiaryId, row.ManagerId, clock.Today(), null, 0, Sight.None, OnTeam: false, Sight.None);
        await handover.PassAsync(seen, request.UserId, TransferReason.Absence, leaves: true, null, cancellationToken);
        return Unit.Value;
    }
}
