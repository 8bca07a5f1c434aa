using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Internships.Attendance;

/// <summary>Reads the register of a month.</summary>
internal sealed record GetRegister(Guid Id, string Month) : IQuery<RegisterRecord>;

/// <summary>The register with whose it is.</summary>
internal sealed record RegisterRecord(string PersonName, string CompanyName, RegisterSheet Sheet) : IVersioned
{
    public int Version => Sheet.Version;
}

internal static class GetRegisterEndpoint
{
    public static void MapGetRegister(this IEndpointRouteBuilder internships) => internships
        .MapGet("/{id:guid}/attendance/{month}", Handle)
        .WithName("getRegister")
        .WithSummary("Read the attendance register of a month")
        .RequireRight(InternshipsModule.Read);

    private static async Task<VersionedOk<RegisterRecord>> Handle(Guid id, string month, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetRegister(id, month), ct));
}

internal sealed class GetRegisterHandler(VisibleInternships internships, RegisterReader reader, IMediator mediator, IAuditTrail audit) : IRequestHandler<GetRegister, RegisterRecord>
{
    public async Task<RegisterRecord> Handle(GetRegister request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        audit.Reads("internship", row.Id, "attendance");
        var sheet = await reader.SheetAsync(RegisterSubject.Of(row), RegisterMonth.Read(request.Month), cancellationToken);
        var company = (await mediator.Send(new DescribeCompanies([row.CompanyId]), cancellationToken)) is [var label, ..] ? label.Name : "";
        return new(forCase.DisplayName, company, sheet);
    }
}
