using MediatR;

namespace InclusionPlatform.Beneficiaries.Cases;

/// <summary>The colleagues that may be on an équipe.</summary>
internal sealed record ListPossibleMembers : IQuery<IReadOnlyList<PossibleMember>>;

/// <summary>A colleague to choose.</summary>
internal sealed record PossibleMember(Guid Id, string DisplayName);

internal static class ListPossibleMembersEndpoint
{
    public static void MapListPossibleMembers(this IEndpointRouteBuilder cases) => cases
        .MapGet("/possible-members", Handle)
        .WithName("listPossibleCaseMembers")
        .WithSummary("List the colleagues that may be on an équipe")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<IReadOnlyList<PossibleMember>> Handle(IMediator mediator, CancellationToken ct) => mediator.Send(new ListPossibleMembers(), ct);
}

internal sealed class ListPossibleMembersHandler(IColleagues colleagues) : IRequestHandler<ListPossibleMembers, IReadOnlyList<PossibleMember>>
{
    public async Task<IReadOnlyList<PossibleMember>> Handle(ListPossibleMembers request, CancellationToken cancellationToken) =>
        [.. (await colleagues.AllAsync(cancellationToken)).Where(Team.MayJoin).Select(colleague => new PossibleMember(colleague.Id, colleague.DisplayName))];
}
