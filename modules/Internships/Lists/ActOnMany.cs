using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Closing;
using InclusionPlatform.Internships.Closing.Rules;
using InclusionPlatform.Internships.Course;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Signing;
using InclusionPlatform.Internships.Tutors;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Lists;

/// <summary>Reminds by mail those who have a link to sign a project and did not yet; answers how many mails went.</summary>
internal sealed record RemindSigners(Guid Id) : ICommand<int>;

/// <summary>What those who are chosen are reminded of.</summary>
internal enum BulkReminder
{
    /// <summary>Whoever has a link to sign the project.</summary>
    Signatures,

    /// <summary>The host's tutors, of the register of a month.</summary>
    Registers,

    /// <summary>The host's tutors, of the evaluation that is awaited.</summary>
    Evaluations,
}

/// <summary>Asks the host's tutor for the evaluation that is awaited today.</summary>
internal sealed record RemindEvaluator(Guid Id) : ICommand<int>;

/// <summary>The version of an internship, for an action on many.</summary>
internal sealed record FindVersion(Guid Id) : IQuery<int>;

internal static class ActOnManyEndpoints
{
    /// <param name="Ids">The internships.</param>
    /// <param name="What">Of what; signatures where it is not said.</param>
    /// <param name="Month">Of registers: which month, as in <c>2026-11</c>. It is never guessed (422, <c>attendance.month-required</c>): what goes by mail is not taken back. Nothing for the others.</param>
    internal sealed record ChosenToRemind(IReadOnlyList<Guid>? Ids, BulkReminder? What = null, string? Month = null);

    /// <param name="Ids">Ids of the internships.</param>
    /// <param name="Reason">Why they are prolonged; the same for all.</param>
    internal sealed record ChosenToExtend(IReadOnlyList<Guid>? Ids, DateOnly? EndsOn, string? Reason);

    public static void MapActOnMany(this IEndpointRouteBuilder internships)
    {
        internships.MapPost("/bulk-reminders", Remind).WithName("remindManySigners").WithSummary("Remind who has a signature, a register or an evaluation to give, for the internships chosen").RequireRight(InternshipsModule.Write);
        internships.MapPost("/bulk-extensions", Extend).WithName("extendManyInternships").WithSummary("Let the internships chosen last until a later day; each by its own rules").RequireRight(InternshipsModule.Write);
    }

    private static async Task<Ok<BulkResult>> Remind(ChosenToRemind body, IMediator mediator, CancellationToken ct)
    {
        var month = body.What is BulkReminder.Registers ? RegisterMonth.Required(body.Month) : default;
        return TypedResults.Ok(await ChosenInternships.EachAsync(body.Ids, async id => body.What switch
        {
            BulkReminder.Registers => (await mediator.Send(new RequestRegister(id, month.Text, null), ct)).Sent > 0,
            BulkReminder.Evaluations => await mediator.Send(new RemindEvaluator(id), ct) > 0,
            _ => await mediator.Send(new RemindSigners(id), ct) > 0,
        }));
    }

    private static async Task<Ok<BulkResult>> Extend(ChosenToExtend body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await ChosenInternships.EachAsync(body.Ids, async id =>
    {
        var version = await mediator.Send(new FindVersion(id), ct);
        await mediator.Send(new ExtendInternship(id, version, body.EndsOn, body.Reason, null, null), ct);
        return true;
    }));
}

internal sealed class ActOnManyHandler(IDbSession db, VisibleInternships internships, EvaluationBook evaluations, IMediator mediator, IFieldCipher cipher, TimeProvider clock)
    : IRequestHandler<RemindSigners, int>, IRequestHandler<RemindEvaluator, int>, IRequestHandler<FindVersion, int>
{
    private static readonly Dictionary<Guid, string> Nobody = [];

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

    public async Task<int> Handle(RemindEvaluator request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        if (EvaluationIsAwaited.Of(row.State, row.StartsOn, row.EndedOn ?? row.EndsOn, clock.Today()) is not { } stage)
        {
            throw new RuleBrokenException("evaluation.not-awaited", new("Oggi non è attesa nessuna valutazione di questo tirocinio.", "No evaluation of this internship is awaited today."));
        }

        if ((await evaluations.AllAsync(row.Id, Nobody, cancellationToken)).Any(one => one.Stage == stage && one.Author is Evaluator.Tutor))
        {
            throw new ConflictException("evaluation.tutor-gave", new("Il tutor aziendale ha già valutato.", "The host's tutor has evaluated already."));
        }

        return (await mediator.Send(new RequestEvaluation(row.Id, stage, null), cancellationToken)).Sent;
    }

    public async Task<int> Handle(FindVersion request, CancellationToken cancellationToken) => (await internships.FindAsync(request.Id, cancellationToken)).Row.Version;

    private sealed record RequestRow(Signer Signer, string Email);
}
