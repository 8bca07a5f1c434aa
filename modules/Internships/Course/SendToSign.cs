using FluentValidation;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Course.Rules;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Course;

/// <summary>Hands the project to those who sign it. Nobody is asked to sign what could not start: the rules of the plan itself must hold, or be set aside, and what the paper names must be there.</summary>
internal sealed record SendToSign(Guid Id, int Version) : ICommand;

/// <summary>Takes the project back to the draft, with a typed reason. The signatures fall, because what they signed may change.</summary>
internal sealed record TakeBackFromSigning(Guid Id, int Version, SigningWithdrawal? Reason) : ICommand;

internal static class SendToSignEndpoint
{
    internal sealed record SigningTakenBack(SigningWithdrawal? Reason);

    public static void MapSendToSign(this IEndpointRouteBuilder internships)
    {
        internships.MapPost("/{id:guid}/signing", Handle).WithName("sendInternshipToSign").WithSummary("Hand the project to those who sign it").RequireRight(InternshipsModule.Write);
        internships.MapPost("/{id:guid}/signing-withdrawal", TakeBack).WithName("takeInternshipBackFromSigning").WithSummary("Take the project back to the draft").RequireRight(InternshipsModule.Write);
    }

    private static async Task<NoContent> Handle(Guid id, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SendToSign(id, match.Version), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> TakeBack(Guid id, SigningTakenBack body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new TakeBackFromSigning(id, match.Version, body.Reason), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class TakeBackFromSigningValidator : AbstractValidator<TakeBackFromSigning>
{
    public TakeBackFromSigningValidator() => RuleFor(back => back.Reason).NotNull();
}

internal sealed class SendToSignHandler(IDbSession db, VisibleInternships internships, FactsReader reader, RuleOverrides overrides, InternshipHistory history, IMediator mediator, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<SendToSign, Unit>, IRequestHandler<TakeBackFromSigning, Unit>
{
    private const string Send = """
        update internships_internship set to_sign_at = @At, to_sign_by = @By, version = version + 1
        where  id = @Id and version = @Version and state = 'proposed' and to_sign_at is null
        """;

    private const string Back = """
        update internships_internship
        set    to_sign_at = null, to_sign_by = null, signed_by_person_on = null, signed_by_host_on = null, signed_by_promoter_on = null, version = version + 1
        where  id = @Id and version = @Version and state = 'proposed'
        """;

    public async Task<Unit> Handle(SendToSign request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        if (row.State is not InternshipState.Proposed)
        {
            throw WrongState.Of(row.State);
        }

        if (row.ToSignAt is not null)
        {
            throw new ConflictException("internship.already-to-sign", new("Il progetto è già alla firma.", "The project is being signed already."));
        }

        var host = await mediator.Send(new FindHost(row.CompanyId), cancellationToken);
        var around = new FactsReader.Around(row.Id, forCase, host, row.Region, row.HostTutor, row.PromoterTutorId, row.ConventionId);
        var facts = await reader.ReadAsync(row.Plan, row.Documents, around, cancellationToken);
        var rules = InternshipRules.Check(facts);
        var setAside = await overrides.StandingAsync(row.Id, rules, cancellationToken);
        var broken = rules.Where(rule => rule.Outcome is RuleOutcome.Blocks && (InternshipRules.IsOfThePlan(rule.Code) || ProjectHasNoBlanks.IsBlank(facts, rule)) && !setAside.Any(aside => aside.Holds(rule))).ToArray();
        if (broken.Length > 0)
        {
            throw new RulesBrokenException("internship.cannot-be-signed", new(
                "Il progetto non può ancora andare alla firma: manca qualcosa che il documento deve dire, oppure così com'è non potrebbe iniziare. Ogni riga dice come rimediare. Nulla è stato cambiato.",
                "The project cannot be signed yet: something that the paper must say is missing, or as it stands it could not start. Each line says how to mend it. Nothing was changed."),
                [.. broken.Select(rule => new BrokenRule(rule.Code, rule.Sentence, rule.Act))]);
        }

        await MoveAsync(Send, new { row.Id, request.Version, At = clock.GetUtcNow(), By = user.Id }, row, cancellationToken);
        return Unit.Value;
    }

    public async Task<Unit> Handle(TakeBackFromSigning request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        if (row.State is not InternshipState.Proposed)
        {
            throw WrongState.Of(row.State);
        }

        if (row.ToSignAt is null)
        {
            throw new ConflictException("internship.not-to-sign", new("Il progetto è ancora una bozza: si può modificare.", "The project is still a draft: it may be changed."));
        }

        await MoveAsync(Back, new { row.Id, request.Version }, row, cancellationToken);
        await db.ExecuteAsync(Signing.SignatureBook.ForgetRequests, new { row.Id }, cancellationToken);
        await history.AddAsync(row.Id, MomentKind.TakenBack, request.Reason!.Value.Code(), null, cancellationToken);
        return Unit.Value;
    }

    private async Task MoveAsync(string sql, object args, InternshipRow row, CancellationToken ct)
    {
        if (await db.ExecuteAsync(sql, args, ct) == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
    }
}
