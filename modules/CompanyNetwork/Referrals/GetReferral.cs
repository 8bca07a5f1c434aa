using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.Needs;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Reference;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Referrals;

/// <summary>Reads a company referral with its story.</summary>
internal sealed record GetReferral(Guid Id) : IQuery<CompanyReferralRecord>;

internal static class GetReferralEndpoint
{
    public static void MapGetReferral(this IEndpointRouteBuilder referrals) => referrals
        .MapGet("/{id:guid}", Handle)
        .WithName("getCompanyReferral")
        .WithSummary("Read a company referral and its story")
        .RequireRight(CompanyNetworkModule.ReadReferrals);

    private static async Task<VersionedOk<CompanyReferralRecord>> Handle(Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetReferral(id), ct));
}

internal sealed class GetReferralHandler(
    IDbSession db, ReferralBook referrals, IMediator mediator, IColleagues colleagues, CompanyNetworkOptions options, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<GetReferral, CompanyReferralRecord>
{
    private const string SelectMoments = """
        select kind as Kind, at as At, done_by as DoneBy
        from   company_network_referral_moment
        where  referral_id = @Id
        order by number desc
        """;

    public async Task<CompanyReferralRecord> Handle(GetReferral request, CancellationToken cancellationToken)
    {
        var row = await referrals.FindAsync(request.Id, cancellationToken);
        var today = clock.Today();
        var offer = (await db.FindAsync<AvailabilityRow>(AvailabilitySql.SelectById, new { Id = row.AvailabilityId, Today = today }, cancellationToken))!;
        var company = (await db.FindAsync<CompanyRow>(CompanySql.SelectById, new { Id = row.CompanyId }, cancellationToken))!;
        var names = await colleagues.NamesAsync(cancellationToken);
        var need = row.NeedId is { } id ? await db.FindAsync<NeedRow>(NeedRow.SelectById, new { Id = id }, cancellationToken) : null;
        var forCase = await CaseAsync(row, cancellationToken);
        var moments = await db.QueryAsync<MomentRow>(SelectMoments, new { row.Id }, cancellationToken);
        var state = row.StateOn(today);
        var (addressed, open) = (row.EducatorId == user.Id, state is CompanyReferralState.Proposed or CompanyReferralState.Accepted);
        return new(
            row.Id, row.Version, state, row.CompanyId, company.Name, Municipalities.ByIstat(company.Municipality)?.NameWithProvince, company.Sector, offer.Show(today, options.AvailabilityDays),
            row.EducatorId, names.GetValueOrDefault(row.EducatorId), row.ProposedBy, names.GetValueOrDefault(row.ProposedBy), row.Note, row.ReservedUntil, row.DeclineReason, row.DeclineNote,
            need?.Show(names, user), forCase, forCase is null ? null : row.InternshipId,
            addressed && open, open && user.Has(CompanyNetworkModule.ProposeCompanies) && OnlyTheProposerWithdraws.Holds(row.ProposedBy, user), addressed && state is CompanyReferralState.Accepted,
            [.. Story(row, state, moments, names)], new(company.ContactName, company.ContactPhone ?? company.Phone, company.DoNotCall));
    }

    /// <summary>What ran out and was not written down yet is told as well.</summary>
    private static IEnumerable<CompanyReferralMoment> Story(ReferralRow row, CompanyReferralState state, IReadOnlyList<MomentRow> moments, IReadOnlyDictionary<Guid, string> names)
    {
        if (state is CompanyReferralState.Expired && row.State is CompanyReferralState.Proposed)
        {
            yield return new(CompanyReferralMomentKind.Expired, row.ReservedUntil.AddDays(1).StartInItaly(), null);
        }

        foreach (var moment in moments)
        {
            yield return new(moment.Kind, moment.At, moment.DoneBy is { } by ? names.GetValueOrDefault(by) : null);
        }
    }

    private async Task<CompanyReferralCase?> CaseAsync(ReferralRow row, CancellationToken ct)
    {
        if (row.CaseId is not { } id || await mediator.Send(new ListVisibleCases([id]), ct) is not [var found])
        {
            return null;
        }

        audit.Reads("beneficiary", found.BeneficiaryId, "open-company-referral");
        return new(found.CaseId, found.BeneficiaryId, found.DisplayName);
    }

    private sealed record MomentRow(CompanyReferralMomentKind Kind, DateTimeOffset At, Guid? DoneBy);
}
