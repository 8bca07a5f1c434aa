using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Documents;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Documents;

/// <summary>The documents of a person, those that end first at the top; those of attestations are with the attestations.</summary>
internal sealed record ListPersonDocuments(Guid PersonId) : IQuery<Page<PersonDocument>>;

internal static class ListPersonDocumentsEndpoint
{
    public static void MapListPersonDocuments(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapGet("/{id:guid}/documents", Handle)
        .WithName("listPersonDocuments")
        .WithSummary("List the documents of a person; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<Page<PersonDocument>> Handle(Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new ListPersonDocuments(id), ct);
}

internal sealed class ListPersonDocumentsHandler(
    IDbSession db, NeedToKnow needToKnow, IDocumentStore documents, SensitiveFields sensitive, IColleagues colleagues, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<ListPersonDocuments, Page<PersonDocument>>
{
    private const int Most = 200;

    private const string Select = """
        select id as Id, kind as Kind, title_cipher as Title, valid_from as ValidFrom, valid_until as ValidUntil, added_at as AddedAt, added_by as AddedBy
        from   beneficiaries_document
        where  beneficiary_id = @PersonId and attestation_id is null
        order by case when valid_until is null then 1 else 0 end, valid_until, id
        """;

    public async Task<Page<PersonDocument>> Handle(ListPersonDocuments request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.PersonId, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", request.PersonId, "read-documents");
        var rows = await db.TopAsync<Row>(Select, new { request.PersonId }, Most, cancellationToken);
        var kept = (await documents.DescribeAsync(rows.Select(row => row.Id), cancellationToken)).ToDictionary(document => document.Id);
        var names = await colleagues.NamesAsync(cancellationToken);
        var today = clock.Today();
        return new(
            [.. rows.Where(row => kept.ContainsKey(row.Id)).Select(row => new PersonDocument(
                row.Id, row.Kind, sensitive.OpenText(row.Title)!, kept[row.Id].Name, kept[row.Id].ContentType, kept[row.Id].Bytes, row.ValidFrom, row.ValidUntil,
                DocumentValidity.Of(row.ValidUntil, Others(row, rows), today), row.AddedAt, names.GetValueOrDefault(row.AddedBy)))],
            null);
    }

    /// <summary>The last days of the others of its kind. Of qualifications and of "other" each counts by itself.</summary>
    private static IEnumerable<DateOnly?> Others(Row document, IReadOnlyList<Row> all) => document.Kind is PersonDocumentKind.Other or PersonDocumentKind.Qualification
        ? []
        : all.Where(other => other.Id != document.Id && other.Kind == document.Kind).Select(other => other.ValidUntil);

    private sealed record Row(Guid Id, PersonDocumentKind Kind, string Title, DateOnly? ValidFrom, DateOnly? ValidUntil, DateTimeOffset AddedAt, Guid AddedBy);
}
