using InclusionPlatform.Internships.Course;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Signing;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Lists;

/// <summary>Reminds by mail those who have a link to sign a project and did not yet; answers how many mails went.</summary>
internal sealed record RemindSigners(Guid Id) : ICommand<int>;

/// <summary>The version of an internship, for an action on many.</summary>
internal sealed record FindVersion(Guid Id) : IQuery<int>;

internal static class ActOnManyEndpoints
{
    internal sealed record ChosenToRemind(IReadOnlyList<Guid>? Ids);

    internal sealed record ChosenToExtend(IReadOnlyList<Guid>? Ids, DateOnly? EndsOn, string? Reason);

    public static void MapActOnMany(this IEndpointRouteBuilder internships)
    {
        internships.MapPost("/bulk-reminders", Remind).WithName("remindManySigners").WithSummary("Remind those who have not signed yet, for the internships chosen").RequireRight(InternshipsModule.Write);
        internships.MapPost("/bulk-extensions", Extend).WithName("extendManyInternships").WithSummary("Let the internships chosen last until a later day; each by its own rules").RequireRight(InternshipsModule.Write);
    }

    private static async Task<Ok<BulkResult>> Remind(ChosenToRemind body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await ChosenInternships.EachAsync(body.Ids, async id => await mediator.Send(new RemindSigners(id), ct) > 0));

    private static async Task<Ok<BulkResult>> Extend(ChosenToExtend body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await ChosenInternships.EachAsync(body.Ids, async id =>
    {
        var version = await mediator.Send(new FindVersion(id), ct);
        await mediator.Send(new ExtendInternship(id, version, body.EndsOn, body.Reason, null, null), ct);
        return true;
    }));
}

internal sealed class ActOnManyHandler(IDbSession db, VisibleInternships internships, IMediator mediator, IFieldCipher cipher) : IRequestHandler<RemindSigners, int>, IRequestHandler<FindVersion, int>
{
    private const string SelectRequests = "select signer as Signer, email_cipher as Email from internships_signature_request where internship_id = @Id order by signer";

    public async Task<int> Handle(RemindSigners request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        SignatureBook.CheckToSign(row);
        var waiting = (await db.QueryAsync<RequestRow>(SelectRequests, new { row.Id }, cancellationToken)).Where(one => SignatureBook.DayOf(row, one.Signer) is null).ToArray();
        if (waiting.Length == 0)
        {
            throw new RuleBrokenException("signature.nobody-to-remind", new(
                "Nessuno ha un link da firmare: mandarlo dalla pagina del tirocinio.", "Nobody has a link to sign: send it from the page of the internship."));
        }

        foreach (var one in waiting)
        {
            await mediator.Send(new RequestSignature(row.Id, one.Signer, cipher.Unprotect(one.Email)), cancellationToken);
        }

        return waiting.Length;
    }

    public async Task<int> Handle(FindVersion request, CancellationToken cancellationToken) => (await internships.FindAsync(request.Id, cancellationToken)).Row.Version;

    private sealed record RequestRow(Signer Signer, string Email);
}
