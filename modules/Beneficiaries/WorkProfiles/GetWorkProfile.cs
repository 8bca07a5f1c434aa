using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Rights;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.WorkProfiles;

/// <summary>Opens what the person of a case can and cannot do at work.</summary>
internal sealed record GetWorkProfile(Guid CaseId) : IQuery<WorkProfile>;

/// <summary>The profile, and the functional criteria that matching is told of it.</summary>
/// <param name="Version">0 until it is written.</param>
/// <param name="Details">What is written.</param>
/// <param name="Criteria">What may be sent to <c>/company-matches</c>: no name, no reason.</param>
/// <param name="IsBarred">The person objected, or asked that their data are only kept: no company is looked for while that holds (Reg. EU 2016/679 art. 18 and 21).</param>
/// <param name="ChangedAt">When it was written.</param>
/// <param name="ChangedByName">By whom.</param>
internal sealed record WorkProfile(int Version, WorkProfileDetails Details, FunctionalCriteria Criteria, bool IsBarred, DateTimeOffset? ChangedAt, string? ChangedByName) : IVersioned;

internal static class GetWorkProfileEndpoint
{
    public static void MapGetWorkProfile(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{id:guid}/work-profile", Handle)
        .WithName("getWorkProfile")
        .WithSummary("Open what somebody can and cannot do at work; the opening is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static async Task<VersionedOk<WorkProfile>> Handle(Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetWorkProfile(id), ct));
}

internal sealed class GetWorkProfileHandler(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, MarkBook marks, IColleagues colleagues, IAuditTrail audit)
    : IRequestHandler<GetWorkProfile, WorkProfile>
{
    private const string Select = """
        select p.wished_sectors as WishedSectors, p.domicile_istat as Domicile, p.mobility as Mobility, w.version as Version, w.details_cipher as Details,
               w.changed_at as ChangedAt, w.changed_by as ChangedBy
        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        left join beneficiaries_work_profile w on w.case_id = c.id
        where  c.id = @CaseId
        """;

    public async Task<WorkProfile> Handle(GetWorkProfile request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", seen.BeneficiaryId, "work-profile");
        var row = (await db.FindAsync<Row>(Select, new { request.CaseId }, cancellationToken))!;
        var details = sensitive.Open<WorkProfileDetails>(row.Details) ?? WorkProfileDetails.Empty;
        var names = row.ChangedBy is null ? null : await colleagues.NamesAsync(cancellationToken);
        return new(
            row.Version ?? 0, details, details.Criteria(row.WishedSectors, row.Domicile, row.Mobility), await marks.BarsAsync(seen.BeneficiaryId, ObjectionScope.CompanyMatching, cancellationToken), row.ChangedAt,
            row.ChangedBy is { } by ? names!.GetValueOrDefault(by) : null);
    }

    private sealed record Row(string WishedSectors, string? Domicile, Mobility? Mobility, int? Version, string? Details, DateTimeOffset? ChangedAt, Guid? ChangedBy);
}
