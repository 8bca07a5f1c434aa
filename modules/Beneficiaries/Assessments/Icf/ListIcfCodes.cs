using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Assessments.Icf;

/// <summary>The codes that are proposed while a sheet is written.</summary>
internal sealed record ListIcfCodes : IQuery<IcfCodeList>;

/// <summary>The codes.</summary>
internal sealed record IcfCodeList(IReadOnlyList<IcfCode> Items);

internal static class ListIcfCodesEndpoint
{
    public static void MapListIcfCodes(this IEndpointRouteBuilder api) => api
        .MapGet("/icf-codes", Handle)
        .WithTags("Assessments")
        .WithName("listIcfCodes")
        .WithSummary("List the ICF codes that are proposed")
        .RequireRight(AssessmentEndpoints.ReadSettings);

    private static async Task<Ok<IcfCodeList>> Handle(IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListIcfCodes(), ct));
}

internal sealed class ListIcfCodesHandler : IRequestHandler<ListIcfCodes, IcfCodeList>
{
    public Task<IcfCodeList> Handle(ListIcfCodes request, CancellationToken cancellationToken) => Task.FromResult(new IcfCodeList(IcfCatalogue.Codes));
}
