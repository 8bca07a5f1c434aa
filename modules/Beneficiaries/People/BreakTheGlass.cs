using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>A coordinator sees a person for a day, for a reason that is kept, logged and shown to the case manager and the other coordinators.</summary>
internal sealed record BreakTheGlass(Guid Id, string Reason) : ICommand<EmergencyAccess>, IGoesOnWhileRestricted;

/// <summary>An emergency access.</summary>
internal sealed record EmergencyAccess(Guid Id, DateTimeOffset ExpiresAt);

internal static class BreakTheGlassEndpoint
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why the file must be opened now; it is kept in the log, and the case manager reads it.</param>
    internal sealed record EmergencyBody(string? Reason);

    public static void MapBreakTheGlass(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapPost("/{id:guid}/emergency-access", Handle)
        .WithName("requestEmergencyAccess")
        .WithSummary("See a restricted person for 24 hours; logged and shown to the case manager")
        .RequireRight(BeneficiariesModule.BreakTheGlass);

    private static async Task<Created<EmergencyAccess>> Handle(Guid id, EmergencyBody body, IMediator mediator, CancellationToken ct)
    {
        var access = await mediator.Send(new BreakTheGlass(id, body.Reason?.Trim() ?? ""), ct);
        return TypedResults.Created($"/api/v1/beneficiaries/{id}", access);
    }
}

internal sealed class BreakTheGlassValidator : AbstractValidator<BreakTheGlass>
{
    public BreakTheGlassValidator() => RuleFor(access => access.Reason).MaximumLength(1000).MinimumLength(20)
        .WithErrorCode("emergency.reason-too-short")
        .WithMessage(_ => new Words(
            "Servono almeno 20 caratteri: che cosa è successo e perché non si può aspettare l'operatore di riferimento.",
            "At least 20 characters are needed: what happened and why the case manager cannot be waited for.").ToString());
}

internal sealed class BreakTheGlassHandler(
    IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, INotifications notifications, IColleagues colleagues, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<BreakTheGlass, EmergencyAccess>
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    private const string Exists = "select count(*) from beneficiaries_person where id = @Id and merged_into is null and anonymised_at is null";

    private const string SelectManagers = "select manager_id from beneficiaries_case where beneficiary_id = @Id and closed_on is null";

    private const string Insert = """
        insert into beneficiaries_emergency_access (id, beneficiary_id, user_id, reason_cipher, began_at, expires_at)
        values (@AccessId, @Id, @Me, @Reason, @Now, @Until)
        """;

    public async Task<EmergencyAccess> Handle(BreakTheGlass request, CancellationToken cancellationToken)
    {
        if (await db.ScalarAsync<int>(Exists, new { request.Id }, cancellationToken) == 0)
        {
            // Asking for what is not there is written down too: the door is no oracle that may be tried unseen.
            audit.Refuses("beneficiary", request.Id);
            throw new NotFoundException("beneficiary");
        }

        if (await SeesAllAsync(request.Id, cancellationToken))
        {
            throw new RuleBrokenException("emergency.not-needed", new(
                "Questa persona è già visibile per intero: l'accesso di emergenza non serve.",
                "This person is already fully visible: emergency access is not needed."));
        }

        var now = clock.GetUtcNow();
        var access = new EmergencyAccess(Guid.CreateVersion7(now), now + Lasts);
        await db.ExecuteAsync(
            Insert, new { AccessId = access.Id, request.Id, Me = user.Id, Reason = sensitive.SealText(request.Id, request.Reason), Now = now, Until = access.ExpiresAt }, cancellationToken);
        audit.Reads("beneficiary", request.Id, "emergency-access");

        // Without the person's name: the page behind the link shows it to who may see it.
        var managers = await db.QueryAsync<Guid>(SelectManagers, new { request.Id }, cancellationToken);
        var coordinators = (await colleagues.AllAsync(cancellationToken)).Where(colleague => colleague.IsActive && colleague.Roles.Contains(Role.Coordinator)).Select(colleague => colleague.Id);
        await notifications.NotifyAsync([.. managers, .. coordinators], "beneficiary.emergency-access", user.DisplayName, "/beneficiaries/emergency-accesses", cancellationToken);
        return access;
    }

    private async Task<bool> SeesAllAsync(Guid id, CancellationToken ct)
    {
        try
        {
            return (await needToKnow.PersonAsync(id, Sight.Registry, ct)).Sight == Sight.Full;
        }
        catch (NotFoundException)
        {
            return false;
        }
    }
}
