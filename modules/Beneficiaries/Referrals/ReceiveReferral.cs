using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Referrals;

/// <summary>A body asks the service to take a person on; an operator writes it down, or the body's own system sends it.</summary>
internal sealed record ReceiveReferral(ReferralDetails Referral) : ICommand<ReceivedReferral>;

/// <summary>A referral just received.</summary>
/// <param name="Id">The referral.</param>
/// <param name="AnswerDueOn">Day by which the service answers.</param>
internal sealed record ReceivedReferral(Guid Id, DateOnly AnswerDueOn);

internal static class ReceiveReferralEndpoint
{
    public static void MapReceiveReferral(this IEndpointRouteBuilder referrals) => referrals
        .MapPost("/", Handle)
        .WithName("receiveReferral")
        .WithSummary("Refer a person to the service")
        .RequireRight(BeneficiariesModule.WriteReferrals);

    private static async Task<Created<ReceivedReferral>> Handle(ReferralDetails body, IMediator mediator, CancellationToken ct)
    {
        var received = await mediator.Send(new ReceiveReferral(body), ct);
        return TypedResults.Created($"/api/v1/referrals/{received.Id}", received);
    }
}

internal sealed class ReceiveReferralValidator(TimeProvider clock) : CarriesReferral<ReceiveReferral>(clock, command => command.Referral);

internal sealed class ReceiveReferralHandler(IDbSession db, ReferralColumns columns, ReferralDesk desk, INotifications notifications, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ReceiveReferral, ReceivedReferral>
{
    private const string Insert = """
        insert into beneficiaries_referral (
            id, version, state, urgency, restricted, content_cipher, referring_body_hash, referring_body_cipher, person_hash, tax_code_family_hash, received_on, answer_due_on,
            information_asked, received_by, received_by_kind, received_at)
        values (
            @Id, 1, 'received', @Urgency, @Restricted, @Content, @BodyHash, @BodyCipher, @PersonHash, @TaxCodeFamilyHash, @ReceivedOn, @AnswerDueOn,
            0, @Me, @MyKind, @Now)
        """;

    private const string SentByMe = "and r.received_by = @Me";

    private const string CountOpen = """
        select count(*)
        from   beneficiaries_referral r
        where  r.referring_body_hash = @BodyHash and r.state in ('received', 'inReading', 'waitingList') and (r.person_hash = @PersonHash or r.tax_code_family_hash = @TaxCodeFamilyHash)
        """;

    public async Task<ReceivedReferral> Handle(ReceiveReferral request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = await columns.OfAsync(Guid.CreateVersion7(now), request.Referral, cancellationToken);
        row.Add("Me", user.Id);
        row.Add("MyKind", user.Kind.Code());
        row.Add("Today", clock.Today());
        row.Add("Now", now);

        // Only among those that whoever sends may know of: the refusal must not tell that somebody else was referred.
        var known = new ListSql(CountOpen).When(user.Kind == ActorKind.Client, SentByMe);
        if (await db.ScalarAsync<int>((user.Kind == ActorKind.Client ? known : known.OnlyVisibleReferrals(user)).ToString(), row, cancellationToken) > 0)
        {
            throw new ConflictException("referral.already-open", new(
                "Questo ente ha già segnalato la stessa persona e la segnalazione è ancora aperta: completare quella.",
                "This body already referred the same person and that referral is still open: complete that one."));
        }

        var id = (Guid)row["Id"]!;
        await db.ExecuteAsync(Insert, row, cancellationToken);
        await desk.TellAsync(id, ReferralEventKind.Received, null, cancellationToken);
        await notifications.NotifyAsync(Role.Coordinator, "referral.received", null, $"/beneficiaries/referrals/{id}", cancellationToken);
        audit.Changes("referral", id);
        return new(id, (DateOnly)row["AnswerDueOn"]!);
    }
}
