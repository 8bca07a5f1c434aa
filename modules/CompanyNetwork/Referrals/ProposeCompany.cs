using FluentValidation;
using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.Needs;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Referrals;

/// <summary>Keeps a place of a verified availability for an educator, for some days: in answer to a need, or with a note. Nobody is named.</summary>
internal sealed record ProposeCompany(Guid AvailabilityId, Guid? EducatorId, Guid? NeedId = null, int? Days = null, string? Note = null) : ICommand<ProposedCompany>;

internal sealed record ProposedCompany(Guid Id, DateOnly ReservedUntil);

internal static class ProposeCompanyEndpoint
{
    public static void MapProposeCompany(this IEndpointRouteBuilder referrals) => referrals
        .MapPost("/", Handle)
        .WithName("proposeCompany")
        .WithSummary("Propose a verified company to an educator, keeping a place for some days")
        .RequireRight(CompanyNetworkModule.ProposeCompanies);

    private static async Task<Created<ProposedCompany>> Handle(ProposeCompany body, IMediator mediator, CancellationToken ct)
    {
        var proposed = await mediator.Send(body, ct);
        return TypedResults.Created($"/api/v1/company-referrals/{proposed.Id}", proposed);
    }
}

internal sealed class ProposeCompanyValidator : AbstractValidator<ProposeCompany>
{
    public ProposeCompanyValidator()
    {
        RuleFor(proposal => proposal.AvailabilityId).NotEmpty();
        RuleFor(proposal => proposal.EducatorId).NotEmpty().When(proposal => proposal.NeedId is null);
        RuleFor(proposal => proposal.Days).InclusiveBetween(1, 30);
        RuleFor(proposal => proposal.Note).MaximumLength(1000);
        this.SpeaksOfTheDuty(proposal => proposal.Note, PersonalFact.Penal, PersonalFact.Health);
    }
}

internal sealed class ProposeCompanyHandler(
    IDbSession db, AvailabilityBook availabilities, ReferralBook referrals, IColleagues colleagues, INotifications notifications, CompanyNetworkOptions options, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ProposeCompany, ProposedCompany>
{
    private const string SelectCompanyOf = "select company_id from company_network_availability where id = @Id";

    // The places are counted in the statement that takes one, after the turn on the availability: whoever comes second sees the first.
    private const string Insert = $"""
        insert into company_network_referral (
            id, version, company_id, availability_id, educator_id, need_id, note, state, reserved_until, proposed_at, proposed_by, answered_at, decline_reason, decline_note, case_id,
            internship_id, released_at)
        select @Id, 1, a.company_id, a.id, @EducatorId, @NeedId, @Note, 'proposed', @Until, @At, @By, null, null, null, null, null, null
        from   company_network_availability a
        where  a.id = @AvailabilityId and a.places > {AvailabilitySql.Taken}
        """;

    public async Task<ProposedCompany> Handle(ProposeCompany request, CancellationToken cancellationToken)
    {
        var companyId = await db.ScalarAsync<Guid?>(SelectCompanyOf, new { Id = request.AvailabilityId }, cancellationToken) ?? throw new NotFoundException("availability", request.AvailabilityId);
        var offer = await availabilities.TakeTurnAsync(companyId, request.AvailabilityId, cancellationToken);
        var company = (await db.FindAsync<CompanyRow>(CompanySql.SelectById, new { Id = companyId }, cancellationToken))!;
        ArchivedCompanyStaysAsItIs.Check(company.ArchivedAt);
        CompanyIsWilling.Check(company.LastOutcome, company.DoNotCall);
        var today = clock.Today();
        OnlyVerifiedAvailabilityIsProposed.Check(offer.StateOn(today, options.AvailabilityDays));
        var educator = await EducatorAsync(request, cancellationToken);

        // A place is not kept beyond the day until which it is known to be there.
        var until = today.AddDays(request.Days ?? options.ReferralDays);
        until = offer.Until(options.AvailabilityDays) is var last && last < until ? last : until;
        var now = clock.GetUtcNow();
        var proposed = new ProposedCompany(Guid.CreateVersion7(now), until);
        var kept = await db.ExecuteAsync(
            Insert,
            new
            {
                proposed.Id, request.AvailabilityId, EducatorId = educator, request.NeedId, Note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(),
                Until = until, At = now, By = user.Id, Today = today,
            },
            cancellationToken);
        if (kept == 0)
        {
            throw new ConflictException("availability.no-place-left", new(
                "Non ci sono più posti liberi in questa disponibilità: l'ultimo è già riservato o occupato. Sceglierne un'altra o attendere la risposta.",
                "No place of this availability is left: the last one is kept or used already. Choose another one or wait for the answer."));
        }

        await referrals.TellAsync(proposed.Id, CompanyReferralMomentKind.Proposed, cancellationToken);
        await availabilities.RecountAsync(companyId, cancellationToken);
        await notifications.NotifyAsync([educator], "company-referral.proposed", company.Name, $"/companies/referrals/{proposed.Id}", cancellationToken);
        return proposed;
    }

    private async Task<Guid> EducatorAsync(ProposeCompany request, CancellationToken ct)
    {
        var educator = request.EducatorId;
        if (request.NeedId is { } id)
        {
            var need = await db.FindAsync<NeedRow>(NeedRow.SelectById, new { Id = id }, ct) ?? throw new NotFoundException("need", id);
            ClosedNeedIsNotAnswered.Check(need.ClosedAt);
            educator = need.OpenedBy;
        }

        EducatorCanReceive.Check((await colleagues.AllAsync(ct)).SingleOrDefault(colleague => colleague.Id == educator));
        return educator!.Value;
    }
}
