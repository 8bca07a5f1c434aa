using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Shared.Documents;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace InclusionPlatform.Beneficiaries.Rights.Copy;

/// <summary>
/// What one équipe wrote in its case, for the person (GDPR art. 15): the part that is missing from the copy of whoever follows the person now. For whoever sees the case in full, also once it
/// is over and others follow the person: of the person it holds what that équipe wrote, and nothing that came after. Nobody is told: the copy of the whole person has told everybody.
/// </summary>
internal sealed record CopyCase(Guid Id) : IQuery<MadeCopy>;

internal static class CopyCaseEndpoint
{
    public static void MapCopyCase(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{id:guid}/copy", Handle)
        .WithName("copyCase")
        .WithSummary("Download what the team wrote in the case, papers included, as one ZIP: the team's part of a copy that the person asked for; it is logged")
        .Produces(StatusCodes.Status200OK, contentType: "application/zip")
        .RequireRight(BeneficiariesModule.Read);

    private static async Task<IResult> Handle(Guid id, HttpContext http, IMediator mediator, IDocumentStore documents, CancellationToken ct) =>
        CopyArchive.Answer(http, await mediator.Send(new CopyCase(id), ct), documents);
}

internal sealed class CopyCaseHandler(IDbSession db, IMediator mediator, NeedToKnow needToKnow, RecordsOfCases ofCases, IDocumentStore documents, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<CopyCase, MadeCopy>
{
    private const string SelectName = "select surname as Surname, name as Name from beneficiaries_person where id = @BeneficiaryId";

    public async Task<MadeCopy> Handle(CopyCase request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.Id, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", seen.BeneficiaryId, "copy-of-case");
        audit.Exports("beneficiary-copy", "person-asked");
        var copy = new PersonCopy();
        var hidden = await ofCases.AddAsync(CasesInFull.Args(seen.BeneficiaryId, needToKnow, user, clock, seen.Id), copy, cancellationToken);
        await mediator.Publish(new PersonCopyAsked(seen.BeneficiaryId, [seen.Id], copy), cancellationToken);
        var called = (await db.FindAsync<Called>(SelectName, new { seen.BeneficiaryId }, cancellationToken))!;
        return new(copy, await documents.NamesOfAsync(copy, cancellationToken), hidden, clock.Today(), new(called.Surname, called.Name, seen.OpenedOn, seen.ClosedOn));
    }

    private sealed record Called(string Surname, string Name);
}
