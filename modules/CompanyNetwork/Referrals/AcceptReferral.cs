using InclusionPlatform.Beneficiaries.Contracts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Referrals;

/// <summary>The educator takes the place up. The person may be linked now or when the internship is proposed; whoever may not see the case never learns of it.</summary>
internal sealed record AcceptReferral(Guid Id, Guid? CaseId) : ICommand;

internal sealed record CompanyReferralAcceptance(Guid? CaseId = null);

internal static class AcceptReferralEndpoint
{
    public static void MapAcceptReferral(this IEndpointRouteBuilder referrals) => referrals
        .MapPost("/{id:guid}/acceptance", Handle)
        .WithName("acceptCompanyReferral")
        .WithSummary("Accept a company that was proposed")
        .RequireRight(CompanyNetworkModule.AnswerReferrals);

    private static async Task<NoContent> Handle(Guid id, CompanyReferralAcceptance body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new AcceptReferral(id, body.CaseId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class AcceptReferralHandler(
    IDbSession db, ReferralBook referrals, IMediator mediator, INotifications notifications, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<AcceptReferral, Unit>
{
    private const string CountArchived = "select count(*) from company_network_company where id = @CompanyId and archived_at is not null";
    private const string LinkCase = "update company_network_referral set case_id = @CaseId where id = @Id";

    public async Task<Unit> Handle(AcceptReferral request, CancellationToken cancellationToken)
    {
        var row = await referrals.TakeTurnAsync(request.Id, cancellationToken);
        OnlyTheAddresseeAnswers.Check(row.EducatorId, user.Id);
        ReferralIsOpen.CheckAcceptance(row, clock.Today());
        if (await db.ScalarAsync<int>(CountArchived, new { row.CompanyId }, cancellationToken) > 0)
        {
            throw new ConflictException("referral.company-archived", new(
                "Nel frattempo l'azienda è stata archiviata: non può più ospitare nessuno. Chiedere all'operatore un'altra proposta.",
                "The company was archived in the meantime: it can host nobody any more. Ask the operator for another proposal."));
        }

        await referrals.MoveAsync(row, CompanyReferralState.Accepted, cancellationToken);
        if (request.CaseId is { } id)
        {
            var forCase = await FindCaseAsync(id, cancellationToken);
            audit.Changes("beneficiary", forCase.BeneficiaryId);
            await db.ExecuteAsync(LinkCase, new { row.Id, CaseId = id }, cancellationToken);
        }

        await notifications.NotifyAsync([row.ProposedBy], "company-referral.accepted", await referrals.CompanyNameAsync(row, cancellationToken), ReferralBook.PageOf(row), cancellationToken);
        return Unit.Value;
    }

    private async Task<CaseFacts> FindCaseAsync(Guid id, CancellationToken ct)
    {
        try
        {
            var found = await mediator.Send(new FindCase(id, StartsWork: true), ct);
            return found.ClosedOn is null ? found : throw Unsuitable();
        }
        catch (NotFoundException)
        {
            throw Unsuitable();
        }
    }

    private static FieldException Unsuitable() => new("caseId", "referral.case-not-open", new(
        "Si può collegare solo una presa in carico aperta di una persona che si segue.",
        "Only an open case of somebody one follows can be linked."));
}
