using FluentValidation;
using InclusionPlatform.CompanyNetwork.Availabilities;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Referrals;

/// <summary>The educator says no, or gives up what was accepted: the place is free again, and the reason helps the next proposal.</summary>
internal sealed record DeclineReferral(Guid Id, CompanyDeclineReason? Reason, string? Note) : ICommand;

internal sealed record CompanyReferralDecline(CompanyDeclineReason? Reason, string? Note = null);

internal static class DeclineReferralEndpoint
{
    public static void MapDeclineReferral(this IEndpointRouteBuilder referrals) => referrals
        .MapPost("/{id:guid}/decline", Handle)
        .WithName("declineCompanyReferral")
        .WithSummary("Decline a company that was proposed, with the reason")
        .RequireRight(CompanyNetworkModule.AnswerReferrals);

    private static async Task<NoContent> Handle(Guid id, CompanyReferralDecline body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DeclineReferral(id, body.Reason, body.Note), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class DeclineReferralValidator : AbstractValidator<DeclineReferral>
{
    public DeclineReferralValidator()
    {
        RuleFor(decline => decline.Reason).NotNull().IsInEnum();
        RuleFor(decline => decline.Note).MaximumLength(1000);
        RuleFor(decline => decline.Note).NotEmpty().When(decline => decline.Reason is CompanyDeclineReason.Other);
        this.SpeaksOfTheDuty(decline => decline.Note, PersonalFact.Penal, PersonalFact.Health);
    }
}

internal sealed class DeclineReferralHandler(ReferralBook referrals, INotifications notifications, ICurrentUser user, TimeProvider clock) : IRequestHandler<DeclineReferral, Unit>
{
    public async Task<Unit> Handle(DeclineReferral request, CancellationToken cancellationToken)
    {
        var row = await referrals.TakeTurnAsync(request.Id, cancellationToken);
        OnlyTheAddresseeAnswers.Check(row.EducatorId, user.Id);
        ReferralIsOpen.CheckClosing(row, clock.Today());
        await referrals.MoveAsync(row, CompanyReferralState.Declined, cancellationToken, request.Reason, string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim());
        await notifications.NotifyAsync([row.ProposedBy], "company-referral.declined", await referrals.CompanyNameAsync(row, cancellationToken), ReferralBook.PageOf(row), cancellationToken);
        return Unit.Value;
    }
}
