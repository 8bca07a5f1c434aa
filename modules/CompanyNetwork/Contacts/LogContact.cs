using FluentValidation;
using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Campaigns;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.Referrals;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Contacts;

/// <summary>Records a call, visit, mail or meeting with a company and when to reach it next.</summary>
internal sealed record LogContact(
    Guid CompanyId, ContactChannel Channel, ContactOutcome Outcome, string? Note, DateOnly? NextContactOn, string? SpokeWith = null, Guid? CampaignId = null) : ICommand<LoggedContact>;

internal sealed record LoggedContact(Guid Id, DateOnly? NextContactOn);

/// <summary>A contact to be recorded.</summary>
/// <param name="Channel">How the company was contacted.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Note">What was said.</param>
/// <param name="NextContactOn">When to reach it next; without it the outcome proposes the day.</param>
/// <param name="SpokeWith">The person of the company who was spoken with.</param>
/// <param name="CampaignId">The call campaign that this call is of: the company is done there.</param>
internal sealed record ContactEntry(ContactChannel Channel, ContactOutcome Outcome, string? Note, DateOnly? NextContactOn, string? SpokeWith = null, Guid? CampaignId = null);

internal static class LogContactEndpoint
{
    public static void MapLogContact(this IEndpointRouteBuilder companies) => companies
        .MapPost("/{companyId:guid}/contacts", Handle)
        .WithName("logContact")
        .WithSummary("Record a contact with a company")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Created<LoggedContact>> Handle(Guid companyId, ContactEntry body, IMediator mediator, CancellationToken ct)
    {
        var logged = await mediator.Send(new LogContact(companyId, body.Channel, body.Outcome, body.Note, body.NextContactOn, body.SpokeWith, body.CampaignId), ct);
        return TypedResults.Created($"/api/v1/companies/{companyId}/contacts/{logged.Id}", logged);
    }
}

internal sealed class LogContactValidator : AbstractValidator<LogContact>
{
    private const int MostYears = 5;

    public LogContactValidator(TimeProvider clock)
    {
        RuleFor(contact => contact.Channel).IsInEnum();
        RuleFor(contact => contact.Outcome).IsInEnum();
        RuleFor(contact => contact.Note).MaximumLength(4000);
        RuleFor(contact => contact.SpokeWith).MaximumLength(120);
        RuleFor(contact => contact.NextContactOn).NotNull().When(contact => contact.Outcome is ContactOutcome.CallBack).WithErrorCode("contact.next-date-required")
            .WithMessage(_ => new Words("Indicare quando richiamare.", "Say when to call back.").ToString());
        RuleFor(contact => contact.NextContactOn).LessThanOrEqualTo(_ => clock.Today().AddYears(MostYears)).When(contact => contact.NextContactOn is not null)
            .WithErrorCode("contact.next-date-too-far").WithMessage(_ => new Words("Il prossimo contatto è al massimo fra cinque anni: controllare l'anno.", "The next contact is within five years: check the year.").ToString());
        this.SpeaksOfNoExclusion(contact => contact.Note);
        RuleFor(contact => contact.NextContactOn).GreaterThanOrEqualTo(_ => clock.Today()).When(contact => contact.NextContactOn is not null);
    }
}

internal sealed class LogContactHandler(
    IDbSession db, CampaignTurns turns, AvailabilityBook availabilities, ReferralBook referrals, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<LogContact, LoggedContact>
{
    private const string SelectCompany = "select archived_at as ArchivedAt from company_network_company where id = @CompanyId";

    // How the company stood is taken in the same statement, so that taking the contact back puts exactly that back.
    private const string InsertContact = """
        insert into company_network_contact (
            id, company_id, channel, outcome, note, next_contact_on, contacted_at, contacted_by, contacted_by_name, spoke_with, campaign_id,
            before_next_contact_on, before_contact_at, before_outcome, before_unreached, before_reached_at)
        select @Id, c.id, @Channel, @Outcome, @Note, @Next, @At, @By, @ByName, @SpokeWith, @CampaignId,
               c.next_contact_on, c.last_contact_at, c.last_outcome, c.unreached_in_a_row, c.last_reached_at
        from   company_network_company c
        where  c.id = @CompanyId
        """;

    // The counter moves in the statement, so that two operators at once cannot lose a call.
    private const string UpdateCompany = """
        update company_network_company
        set    next_contact_on = @Next, last_contact_at = @At, last_outcome = @Outcome,
               unreached_in_a_row = case when @Unreached = 1 then unreached_in_a_row + 1 else 0 end,
               last_reached_at = case when @Unreached = 1 then last_reached_at else @At end, version = version + 1
        where  id = @CompanyId
        """;

    public async Task<LoggedContact> Handle(LogContact request, CancellationToken cancellationToken)
    {
        var company = await db.FindAsync<ContactedCompany>(SelectCompany, new { request.CompanyId }, cancellationToken) ?? throw new NotFoundException("company");
        ArchivedCompanyStaysAsItIs.Check(company.ArchivedAt);

        var now = clock.GetUtcNow();
        var next = request.NextContactOn ?? NextContactDate.After(request.Outcome, clock.Today());
        var logged = new LoggedContact(Guid.CreateVersion7(now), next);
        audit.Changes("company", request.CompanyId);
        if (request.CampaignId is { } campaign)
        {
            await turns.FinishAsync(campaign, request.CompanyId, logged.Id, request.Outcome, cancellationToken);
        }

        await db.ExecuteAsync(
            InsertContact,
            new
            {
                logged.Id, request.CompanyId, Channel = request.Channel.Code(), Outcome = request.Outcome.Code(), Note = Written(request.Note), Next = next, At = now, By = user.Id,
                ByName = user.DisplayName, SpokeWith = Written(request.SpokeWith), request.CampaignId,
            },
            cancellationToken);
        await db.ExecuteAsync(
            UpdateCompany,
            new { request.CompanyId, Next = next, At = now, Outcome = request.Outcome.Code(), Unreached = Reaching.FailedBy(request.Outcome) },
            cancellationToken);
        if (request.Outcome is ContactOutcome.Never)
        {
            await availabilities.EndAllAsync(request.CompanyId, now, cancellationToken);
            await referrals.WithdrawOfCompanyAsync(request.CompanyId, CompanyReferralMomentKind.CompanySaidNever, acceptedToo: false, cancellationToken);
        }

        return logged;
    }

    private static string? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private sealed record ContactedCompany(DateTimeOffset? ArchivedAt);
}
