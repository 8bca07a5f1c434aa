using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Shared.Documents;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace InclusionPlatform.Beneficiaries.Rights.Copy;

/// <summary>
/// All that every module holds on a person, for the person (GDPR art. 15 and 20): one ZIP with what a machine reads, what a person reads, and the papers.
/// For the équipe, and whoever has an emergency access; each copy is in the person's access log. What another équipe keeps is not in it: handing it to whoever clicks would break the need
/// to know. The copy says so whether there is such a part or not, and whoever can give the rest is told that the person asked (<see cref="TellOthersOfCopy"/>).
/// </summary>
internal sealed record CopyPerson(Guid Id) : IQuery<MadeCopy>;

internal static class CopyPersonEndpoint
{
    public static void MapCopyPerson(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapGet("/{id:guid}/copy", Handle)
        .WithName("copyBeneficiary")
        .WithSummary("Download all that is held on a person, papers included, as one ZIP; it is logged")
        .Produces(StatusCodes.Status200OK, contentType: "application/zip")
        .RequireRight(BeneficiariesModule.Read);

    private static async Task<IResult> Handle(Guid id, HttpContext http, IMediator mediator, IDocumentStore documents, CancellationToken ct)
    {
        var made = await mediator.Send(new CopyPerson(id), ct);
        await mediator.Send(new TellOthersOfCopy(id), ct);
        return CopyArchive.Answer(http, made, documents);
    }
}

internal sealed class CopyPersonHandler(
    IDbSession db, IMediator mediator, NeedToKnow needToKnow, RecordsOfPerson ofPerson, RecordsOfCases ofCases, IDocumentStore documents, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<CopyPerson, MadeCopy>
{
    private const string SelectCases = $"select c.id from beneficiaries_case c where c.beneficiary_id = @Id {CasesInFull.Only} order by c.opened_on, c.id";

    public async Task<MadeCopy> Handle(CopyPerson request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.Id, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", request.Id, "copy-of-all");
        audit.Exports("beneficiary-copy", "person-asked");
        var args = CasesInFull.Args(request.Id, needToKnow, user, clock);
        var caseIds = await db.QueryAsync<Guid>(SelectCases, args, cancellationToken);
        var copy = new PersonCopy();
        await ofPerson.AddFileAsync(request.Id, copy, cancellationToken);
        var hidden = await ofCases.AddAsync(args, copy, cancellationToken);
        await mediator.Publish(new PersonCopyAsked(request.Id, caseIds, copy), cancellationToken);
        await ofPerson.AddRightsAsync(request.Id, copy, cancellationToken);
        return new(copy, await documents.NamesOfAsync(copy, cancellationToken), hidden, clock.Today());
    }
}
