using InclusionPlatform.Beneficiaries.Referrals.Rules;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Referrals;

/// <summary>Completes or corrects a referral that nobody reads yet, or that was given back because something is missing.</summary>
internal sealed record ChangeReferral(Guid Id, int Version, ReferralDetails Referral) : ICommand;

internal static class ChangeReferralEndpoint
{
    public static void MapChangeReferral(this IEndpointRouteBuilder referrals) => referrals
        .MapPut("/{id:guid}", Handle)
        .WithName("changeReferral")
        .WithSummary("Complete or correct a referral that is not being read yet")
        .RequireRight(BeneficiariesModule.WriteReferrals);

    private static async Task<NoContent> Handle(Guid id, IfMatch match, ReferralDetails body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeReferral(id, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangeReferralValidator(TimeProvider clock) : CarriesReferral<ChangeReferral>(clock, command => command.Referral);

internal sealed class ChangeReferralHandler(IDbSession db, ReferralColumns columns, ReferralDesk desk, BeneficiariesOptions options, IAuditTrail audit) : IRequestHandler<ChangeReferral, Unit>
{
    private const string Update = """
        update beneficiaries_referral
        set    urgency = @Urgency, restricted = @Restricted, content_cipher = @Content, referring_body_hash = @BodyHash, referring_body_cipher = @BodyCipher, person_hash = @PersonHash,
               tax_code_family_hash = @TaxCodeFamilyHash, received_on = @ReceivedOn, answer_due_on = @AnswerDueOn, information_asked = 0, version = version + 1
        where  id = @Id and version = @Version and state = 'received'
        """;

    public async Task<Unit> Handle(ChangeReferral request, CancellationToken cancellationToken)
    {
        var seen = await desk.FindOrOwnAsync(request.Id, cancellationToken);
        ReferralIsOpen.CheckChange(seen.State);
        var row = await columns.OfAsync(request.Id, request.Referral, cancellationToken);
        var receivedOn = request.Referral.ReceivedOn ?? seen.ReceivedOn;
        row["ReceivedOn"] = receivedOn;
        row["AnswerDueOn"] = receivedOn.AddDays(options.ReferralAnswerDays);
        row.Add("Version", request.Version);
        if (await db.ExecuteAsync(Update, row, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await desk.TellAsync(request.Id, ReferralEventKind.Changed, null, cancellationToken);
        audit.Changes("referral", request.Id);
        return Unit.Value;
    }
}
