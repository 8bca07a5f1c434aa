using InclusionPlatform.Internships.Lifecycle;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Attendance;

/// <summary>The registers of an internship, with its usual week.</summary>
internal sealed record ListRegisters(Guid Id) : IQuery<Registers>;

/// <summary>The months that have begun, the last first.</summary>
/// <param name="Items">The months.</param>
/// <param name="Usual">The usual week, from which a month can be filled.</param>
internal sealed record Registers(IReadOnlyList<RegisterLine> Items, UsualDays Usual);

internal static class ListRegistersEndpoint
{
    public static void MapListRegisters(this IEndpointRouteBuilder internships) => internships
        .MapGet("/{id:guid}/attendance", Handle)
        .WithName("listRegisters")
        .WithSummary("List the attendance registers of an internship")
        .RequireRight(InternshipsModule.Read);

    private static async Task<Ok<Registers>> Handle(Guid id, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListRegisters(id), ct));
}

internal sealed class ListRegistersHandler(VisibleInternships internships, RegisterReader reader, IAuditTrail audit) : IRequestHandler<ListRegisters, Registers>
{
    public async Task<Registers> Handle(ListRegisters request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        var subject = RegisterSubject.Of(row);
        audit.Reads("internship", row.Id, "attendance");
        return new(await reader.LinesAsync(subject, cancellationToken), await reader.UsualDaysAsync(subject, cancellationToken));
    }
}
