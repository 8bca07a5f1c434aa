using FluentValidation;
using InclusionPlatform.Beneficiaries.Referrals;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Readings;

/// <summary>Puts referrals on the agenda of a meeting: those just received, and those of the waiting list that the équipe looks at again.</summary>
internal sealed record PutOnAgenda(Guid ReadingId, IReadOnlyList<Guid>? ReferralIds) : ICommand;

/// <summary>Takes a referral without a decision off the agenda; it goes back to where it was.</summary>
internal sealed record TakeOffAgenda(Guid ReadingId, Guid ReferralId) : ICommand;

internal static class ArrangeAgendaEndpoint
{
    /// <summary>Which referrals.</summary>
    /// <param name="ReferralIds">Ids of the referrals, 50 at the most.</param>
    internal sealed record AgendaBody(IReadOnlyList<Guid>? ReferralIds);

    public static void MapArrangeAgenda(this IEndpointRouteBuilder readings)
    {
        readings.MapPost("/{id:guid}/agenda", Put).WithName("putReferralsOnAgenda").WithSummary("Put referrals on the agenda of a case reading").RequireRight(BeneficiariesModule.DecideReferrals);
        readings.MapDelete("/{id:guid}/agenda/{referralId:guid}", TakeOff).WithName("takeReferralOffAgenda").WithSummary("Take a referral without a decision off the agenda")
            .RequireRight(BeneficiariesModule.DecideReferrals);
    }

    private static async Task<NoContent> Put(Guid id, AgendaBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new PutOnAgenda(id, body.ReferralIds), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> TakeOff(Guid id, Guid referralId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new TakeOffAgenda(id, referralId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class PutOnAgendaValidator : AbstractValidator<PutOnAgenda>
{
    public PutOnAgendaValidator()
    {
        RuleFor(agenda => agenda.ReferralIds).NotEmpty();
        RuleFor(agenda => agenda.ReferralIds).Must(ids => ids is null || ids.Count <= 50).WithErrorCode("reading.agenda-too-long")
            .WithMessage(_ => new Words("Un ordine del giorno tiene al massimo 50 segnalazioni per volta.", "Put at most 50 referrals on an agenda at a time.").ToString());
    }
}

internal sealed class ArrangeAgendaHandler(IDbSession db, ReadingDesk readings, ReferralDesk desk, IAuditTrail audit) : IRequestHandler<PutOnAgenda, Unit>, IRequestHandler<TakeOffAgenda, Unit>
{
    private const string Move = """
        update beneficiaries_referral
        set    state = 'inReading', reading_id = @ReadingId, information_asked = 0, version = version + 1
        where  id = @ReferralId and state in ('received', 'waitingList')
        """;

    private const string Insert = """
        insert into beneficiaries_reading_item (reading_id, referral_id, position)
        select @ReadingId, @ReferralId, count(*) + 1
        from   beneficiaries_reading_item
        where  reading_id = @ReadingId
        """;

    private const string Delete = "delete from beneficiaries_reading_item where reading_id = @ReadingId and referral_id = @ReferralId and decision is null";

    private const string GoBack = """
        update beneficiaries_referral
        set    state = case when waiting_since is null then 'received' else 'waitingList' end, reading_id = null, version = version + 1
        where  id = @ReferralId and state = 'inReading' and reading_id = @ReadingId
        """;

    public async Task<Unit> Handle(PutOnAgenda request, CancellationToken cancellationToken)
    {
        await readings.FindOpenAsync(request.ReadingId, cancellationToken);
        foreach (var referralId in request.ReferralIds!.Distinct())
        {
            await desk.FindAsync(referralId, cancellationToken);
            var item = new { request.ReadingId, ReferralId = referralId };
            if (await db.ExecuteAsync(Move, item, cancellationToken) == 0)
            {
                throw new ConflictException("referral.not-readable", new(
                    "Una delle segnalazioni è già all'ordine del giorno di un incontro o ha avuto risposta: aggiornare l'elenco. Nulla è stato aggiunto.",
                    "One of the referrals is already on an agenda or was answered: refresh the list. Nothing was added."));
            }

            await db.ExecuteAsync(Insert, item, cancellationToken, ifTaken: () => new ConflictException("referral.read-here-already", new(
                "Questa segnalazione ha già una decisione di questo incontro: rileggerla in un altro.",
                "This referral already has a decision of this meeting: read it again in another one.")));
            await desk.TellAsync(referralId, ReferralEventKind.PutOnAgenda, null, cancellationToken);
            audit.Changes("referral", referralId);
        }

        return Unit.Value;
    }

    public async Task<Unit> Handle(TakeOffAgenda request, CancellationToken cancellationToken)
    {
        await readings.FindOpenAsync(request.ReadingId, cancellationToken);
        await desk.FindAsync(request.ReferralId, cancellationToken);
        if (await db.ExecuteAsync(Delete, request, cancellationToken) == 0)
        {
            throw new ConflictException("referral.already-decided", AgendaWords.Decided);
        }

        await db.ExecuteAsync(GoBack, request, cancellationToken);
        await desk.TellAsync(request.ReferralId, ReferralEventKind.TakenOffAgenda, null, cancellationToken);
        audit.Changes("referral", request.ReferralId);
        return Unit.Value;
    }
}

/// <summary>What is said when two people work on one agenda.</summary>
internal static class AgendaWords
{
    public static Words Decided { get; } = new(
        "Su questa segnalazione è già stata presa una decisione, o non è più all'ordine del giorno: aggiornare la pagina. Nulla è cambiato.",
        "This referral was already decided, or is no longer on the agenda: refresh the page. Nothing was changed.");
}
