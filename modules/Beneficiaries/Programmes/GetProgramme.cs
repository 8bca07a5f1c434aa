using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Programmes;

/// <summary>Reads a programme.</summary>
internal sealed record GetProgramme(Guid Id) : IQuery<Programme>;

internal static class GetProgrammeEndpoint
{
    public static void MapGetProgramme(this IEndpointRouteBuilder programmes) => programmes
        .MapGet("/{id:guid}", Handle)
        .WithName("getProgramme")
        .WithSummary("Read a programme")
        .RequireRight(BeneficiariesModule.ReadProgrammes);

    private static async Task<VersionedOk<Programme>> Handle(Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetProgramme(id), ct));
}

internal sealed class GetProgrammeHandler(ProgrammeBook book) : IRequestHandler<GetProgramme, Programme>
{
    public Task<Programme> Handle(GetProgramme request, CancellationToken cancellationToken) => book.ReadAsync(request.Id, cancellationToken);
}
