using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Reference;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Attestations;

/// <summary>The attestations of a person, those in force first.</summary>
internal sealed record ListAttestations(Guid BeneficiaryId) : IQuery<IReadOnlyList<Attestation>>;

/// <summary>An attestation.</summary>
internal sealed record Attestation(
    Guid Id, string Category, string CategoryName, string Source, Guid BodyId, string? BodyName, string? Number, DateOnly ValidFrom, DateOnly? ValidTo, bool InForce);

internal static class ListAttestationsEndpoint
{
    public static void MapListAttestations(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapGet("/{id:guid}/attestations", Handle)
        .WithName("listAttestations")
        .WithSummary("Read a person's attestations of disadvantage; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<IReadOnlyList<Attestation>> Handle(Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new ListAttestations(id), ct);
}

internal sealed class ListAttestationsHandler(IDbSession db, IMediator mediator, NeedToKnow needToKnow, SensitiveFields sensitive, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<ListAttestations, IReadOnlyList<Attestation>>
{
    private const string Select = """
        select id as Id, details_cipher as Details, valid_from as ValidFrom, valid_to as ValidTo
        from   beneficiaries_attestation
        where  beneficiary_id = @BeneficiaryId
        order by valid_from desc, id desc
        """;

    public async Task<IReadOnlyList<Attestation>> Handle(ListAttestations request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.BeneficiaryId, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", request.BeneficiaryId, "read-attestations");
        var rows = await db.QueryAsync<Row>(Select, new { request.BeneficiaryId }, cancellationToken);
        var opened = rows.Select(row => (row, details: sensitive.Open<AttestationDetails>(row.Details)!)).ToArray();
        var bodies = opened.Length == 0 ? [] : await mediator.Send(new DescribePartnerBodies([.. opened.Select(attestation => attestation.details.BodyId).Distinct()]), cancellationToken);
        var today = clock.Today();
        return [.. opened
            .Select(attestation => Shown(attestation.row, attestation.details, bodies, today))
            .OrderByDescending(attestation => attestation.InForce)];
    }

    private static Attestation Shown(Row row, AttestationDetails details, IReadOnlyList<PartnerBodyLabel> bodies, DateOnly today)
    {
        var category = CodeLists.DisadvantageCategories.Find(details.Category);
        return new(
            row.Id, details.Category, (Words.English ? category?.English : category?.Italian) ?? details.Category, category?.Source ?? "", details.BodyId,
            bodies.FirstOrDefault(body => body.Id == details.BodyId)?.Name, details.Number, row.ValidFrom, row.ValidTo, row.ValidFrom <= today && (row.ValidTo is null || row.ValidTo >= today));
    }

    private sealed record Row(Guid Id, string Details, DateOnly ValidFrom, DateOnly? ValidTo);
}
