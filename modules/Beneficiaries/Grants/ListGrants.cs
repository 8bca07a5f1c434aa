using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Grants.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Selection;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Grants;

/// <summary>What a programme has assigned to people, and what its lines still hold.</summary>
internal sealed record ListGrants(Guid ProgrammeId) : IQuery<GrantsView>;

internal static class ListGrantsEndpoint
{
    public static void MapListGrants(this IEndpointRouteBuilder programmes) => programmes
        .MapGet("/{programmeId:guid}/grants", Handle)
        .WithName("listGrants")
        .WithSummary("List the money that a programme assigned to people; names only with need to know")
        .RequireRight(BeneficiariesModule.ReadProgrammes);

    private static Task<GrantsView> Handle(Guid programmeId, IMediator mediator, CancellationToken ct) => mediator.Send(new ListGrants(programmeId), ct);
}

internal sealed class ListGrantsHandler(IDbSession db, CohortDesk desk, GrantBook book, SensitiveFields sensitive) : IRequestHandler<ListGrants, GrantsView>
{
    private const string Count = "select count(*) from beneficiaries_programme where id = @ProgrammeId";

    private const string Select = """
        select id as Id, version as Version, candidate_id as CandidateId, line_title as LineTitle, kind as Kind, action_kind as ActionKind, from_on as FromOn, to_on as ToOn, cents as Cents, state as State, reason_cipher as Reason
        from   beneficiaries_grant
        where  programme_id = @ProgrammeId
        order by from_on desc, id desc
        """;

    public async Task<GrantsView> Handle(ListGrants request, CancellationToken cancellationToken)
    {
        if (await db.ScalarAsync<int>(Count, new { request.ProgrammeId }, cancellationToken) == 0)
        {
            throw new NotFoundException("programme");
        }

        var rows = await db.QueryAsync<Row>(Select, new { request.ProgrammeId }, cancellationToken);
        var candidates = rows.Count == 0 ? [] : (await desk.CandidatesAsync(request.ProgrammeId, null, cancellationToken)).ToDictionary(one => one.Id);
        var lines = await book.LinesAsync(request.ProgrammeId, cancellationToken);
        var left = GrantFitsProgramme.Left(lines.Sum(line => line.Cents), lines.Sum(line => line.AssignedCents), await book.AllowancesAsync(request.ProgrammeId, cancellationToken));
        return new(left, lines, [.. rows.Select(row =>
        {
            var candidate = candidates[row.CandidateId];
            var sight = desk.SightOf(candidate);
            var seen = sight is not Sight.None;
            return new ListedGrant(
                row.Id, row.Version, row.CandidateId, candidate.Number, sight, seen ? desk.DisplayNameOf(candidate) : null, seen ? candidate.PersonId : null, row.LineTitle, row.Kind, row.ActionKind, row.FromOn, row.ToOn, row.Cents,
                row.State, sight is Sight.Full ? sensitive.OpenText(row.Reason) : null);
        })]);
    }

    private sealed record Row(Guid Id, int Version, Guid CandidateId, string LineTitle, GrantKind Kind, FundedActionKind? ActionKind, DateOnly FromOn, DateOnly ToOn, long Cents, GrantState State, string? Reason);
}
