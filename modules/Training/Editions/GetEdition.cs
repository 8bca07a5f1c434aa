using InclusionPlatform.Shared.Http;
using InclusionPlatform.Training.Access;
using MediatR;

namespace InclusionPlatform.Training.Editions;

/// <summary>One edition with its counts; who takes part is asked for apart.</summary>
internal sealed record GetEdition(Guid Id) : IQuery<Edition>;

internal static class GetEditionEndpoint
{
    public static void MapGetEdition(this IEndpointRouteBuilder editions) => editions
        .MapGet("/{id:guid}", Handle)
        .WithName("getCourseEdition")
        .WithSummary("Read an edition of a course")
        .RequireRight(TrainingModule.Read);

    private static async Task<VersionedOk<Edition>> Handle(Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetEdition(id), ct));
}

internal sealed class GetEditionHandler(IDbSession db, EditionAccess access, EditionPayer payer, IColleagues colleagues) : IRequestHandler<GetEdition, Edition>
{
    private const string Select = EditionRow.Select + " and e.id = @Id";

    public async Task<Edition> Handle(GetEdition request, CancellationToken cancellationToken)
    {
        var row = await db.FindAsync<EditionRow>(Select, new { request.Id }, cancellationToken) ?? throw new NotFoundException("course-edition");
        var names = await colleagues.NamesAsync(cancellationToken);
        return row.With(row.TrainerId is { } trainer ? names.GetValueOrDefault(trainer) : null, access.Runs(row.TrainerId), await payer.NameAsync(row.ProgrammeId, cancellationToken));
    }
}
