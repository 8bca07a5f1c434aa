using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.Reference;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Attestations;

/// <summary>The attestations of a person, those in force first.</summary>
internal sealed record ListAttestations(Guid BeneficiaryId) : IQuery<IReadOnlyList<Attestation>>;

/// <summary>An attestation.</summary>
/// <param name="Category">Code of the disadvantage category.</param>
/// <param name="CategoryName">Name of the category, in the language of the request.</param>
/// <param name="Number">Number of the paper; null if it has none.</param>
/// <param name="ValidTo">Last day; null if it has none.</param>
/// <param name="InForce">Whether it counts today.</param>
internal sealed record Attestation(
    Guid Id, string Category, string CategoryName, string Source, Guid BodyId, string? BodyName, string? Number, DateOnly ValidFrom, DateOnly? ValidTo, bool InForce,
    IReadOnlyList<AttestationDocument> Documents);

/// <summary>The paper of an attestation.</summary>
internal sealed record AttestationDocument(Guid Id, string FileName, int Bytes);

internal static class ListAttestationsEndpoint
{
    public static void MapListAttestations(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapGet("/{id:guid}/attestations", Handle)
        .WithName("listAttestations")
        .WithSummary("Read a person's attestations of disadvantage; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<IReadOnlyList<Attestation>> Handle(Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new ListAttestations(id), ct);
}

internal sealed class ListAttestationsHandler(
    IDbSession db, IMediator mediator, NeedToKnow needToKnow, SensitiveFields sensitive, IDocumentStore documents, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<ListAttestations, IReadOnlyList<Attestation>>
{
    private const string Select = """
        select id as Id, details_cipher as Details, valid_from as ValidFrom, valid_to as ValidTo
        from   beneficiaries_attestation
        where  beneficiary_id = @BeneficiaryId
        order by valid_from desc, id desc
        """;

    private const string SelectDocuments = """
        select id as Id, attestation_id as AttestationId
        from   beneficiaries_document
        where  beneficiary_id = @BeneficiaryId and attestation_id is not null
        order by added_at, id
        """;

    public async Task<IReadOnlyList<Attestation>> Handle(ListAttestations request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.BeneficiaryId, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", request.BeneficiaryId, "read-attestations");
        var rows = await db.QueryAsync<Row>(Select, new { request.BeneficiaryId }, cancellationToken);
        var opened = rows.Select(row => (row, details: sensitive.Open<AttestationDetails>(row.Details)!)).ToArray();
        var bodies = opened.Length == 0 ? [] : await mediator.Send(new DescribePartnerBodies([.. opened.Select(attestation => attestation.details.BodyId).Distinct()]), cancellationToken);
        var papers = await PapersAsync(request.BeneficiaryId, cancellationToken);
        var today = clock.Today();
        return [.. opened
            .Select(attestation => Shown(attestation.row, attestation.details, bodies, [.. papers[attestation.row.Id]], today))
            .OrderByDescending(attestation => attestation.InForce)];
    }

    private async Task<ILookup<Guid, AttestationDocument>> PapersAsync(Guid personId, CancellationToken ct)
    {
        var rows = await db.QueryAsync<PaperRow>(SelectDocuments, new { BeneficiaryId = personId }, ct);
        var kept = (await documents.DescribeAsync(rows.Select(row => row.Id), ct)).ToDictionary(document => document.Id);
        return rows.Where(row => kept.ContainsKey(row.Id)).ToLookup(row => row.AttestationId, row => new AttestationDocument(row.Id, kept[row.Id].Name, kept[row.Id].Bytes));
    }

    private static Attestation Shown(Row row, AttestationDetails details, IReadOnlyList<PartnerBodyLabel> bodies, IReadOnlyList<AttestationDocument> papers, DateOnly today)
    {
        var category = CodeLists.DisadvantageCategories.Find(details.Category);
        return new(
            row.Id, details.Category, (Words.English ? category?.English : category?.Italian) ?? details.Category, category?.Source ?? "", details.BodyId,
            bodies.FirstOrDefault(body => body.Id == details.BodyId)?.Name, details.Number, row.ValidFrom, row.ValidTo, row.ValidFrom <= today && (row.ValidTo is null || row.ValidTo >= today), papers);
    }

    private sealed record Row(Guid Id, string Details, DateOnly ValidFrom, DateOnly? ValidTo);

    private sealed record PaperRow(Guid Id, Guid AttestationId);
}
