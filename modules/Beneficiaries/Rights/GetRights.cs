using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Rights.Rules;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Rights;

/// <summary>What concerns the person's rights: consents, marks, corrections, until when data are kept.</summary>
internal sealed record GetRights(Guid PersonId) : IQuery<PersonRights>;

/// <summary>The person's rights as they stand.</summary>
/// <param name="Consents">The latest first, taken back and replaced ones too.</param>
/// <param name="Marks">In force first.</param>
/// <param name="Rectifications">The latest fifty changes.</param>
/// <param name="RetainedUntil">From when data may be kept no longer; null while a case is open.</param>
/// <param name="RetentionReason">Why so long, as the administrator wrote it.</param>
/// <param name="CanAnonymise">Whether who asks may decide it: case manager or coordinator, without an open case.</param>
/// <param name="BeforeAnonymising">What must be settled first, a sentence each.</param>
internal sealed record PersonRights(
    IReadOnlyList<Consent> Consents, IReadOnlyList<PersonMark> Marks, IReadOnlyList<Rectification> Rectifications, DateOnly? RetainedUntil, string RetentionReason, bool CanAnonymise,
    IReadOnlyList<string> BeforeAnonymising);

/// <summary>A consent: in force, taken back by the person, or replaced by a newer one of the same purpose.</summary>
/// <param name="TextVersion">Version of the text that the person agreed to.</param>
internal sealed record Consent(Guid Id, ConsentPurpose Purpose, string TextVersion, DateOnly GivenOn, ConsentProof Proof, Guid? DocumentId, string? Note, DateOnly? WithdrawnOn, DateOnly? SupersededOn, string? RecordedByName);

/// <summary>A mark.</summary>
/// <param name="InForce">Whether it counts today.</param>
internal sealed record PersonMark(Guid Id, MarkKind Kind, ObjectionScope? Scope, DateOnly FromOn, DateOnly? UntilOn, DateOnly? EndedOn, bool InForce, string? Note, string? SetByName);

/// <summary>Which fields were changed; what they said before is in the copy.</summary>
internal sealed record Rectification(Guid Id, IReadOnlyList<string> Fields, DateTimeOffset ChangedAt, string? ChangedByName);

internal static class GetRightsEndpoint
{
    public static void MapGetRights(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapGet("/{id:guid}/rights", Handle)
        .WithName("getPersonRights")
        .WithSummary("Consents, marks, corrections and retention of a person; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<PersonRights> Handle(Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new GetRights(id), ct);
}

internal sealed class GetRightsHandler(
    IDbSession db, NeedToKnow needToKnow, RetentionDesk desk, RetentionOptions options, SensitiveFields sensitive, IColleagues colleagues, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<GetRights, PersonRights>
{
    private const string SelectConsents = """
        select id as Id, purpose as Purpose, text_version as TextVersion, given_on as GivenOn, proof as Proof, document_id as DocumentId, note_cipher as Note, withdrawn_on as WithdrawnOn,
               superseded as Superseded, recorded_by as RecordedBy
        from   beneficiaries_consent
        where  beneficiary_id = @PersonId
        order by case when withdrawn_on is null then 0 else 1 end, given_on desc, id desc
        """;

    private const string SelectMarks = """
        select id as Id, kind as Kind, scope as Scope, from_on as FromOn, until_on as UntilOn, ended_on as EndedOn, note_cipher as Note, set_by as SetBy
        from   beneficiaries_person_mark
        where  beneficiary_id = @PersonId
        order by case when ended_on is null then 0 else 1 end, from_on desc, id desc
        """;

    private const string SelectRectifications = """
        select id as Id, fields as Fields, changed_at as ChangedAt, changed_by as ChangedBy
        from   beneficiaries_rectification
        where  beneficiary_id = @PersonId
        order by changed_at desc, id desc
        """;

    public async Task<PersonRights> Handle(GetRights request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.PersonAsync(request.PersonId, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", request.PersonId, "read-rights");
        var args = new { request.PersonId };
        var consents = await db.QueryAsync<ConsentRow>(SelectConsents, args, cancellationToken);
        var marks = await db.QueryAsync<MarkRow>(SelectMarks, args, cancellationToken);
        var rectifications = await db.TopAsync<RectificationRow>(SelectRectifications, args, 50, cancellationToken);
        var standing = await desk.StandingAsync(seen.Id, cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        var today = clock.Today();
        return new(
            [.. consents.Select(row => new Consent(
                row.Id, row.Purpose, row.TextVersion, row.GivenOn, row.Proof, row.DocumentId, sensitive.OpenText(row.Note), row.Superseded ? null : row.WithdrawnOn,
                row.Superseded ? row.WithdrawnOn : null, names.GetValueOrDefault(row.RecordedBy)))],
            [.. marks.Select(row => new PersonMark(
                row.Id, row.Kind, row.Scope, row.FromOn, row.UntilOn, row.EndedOn, row.EndedOn is null && (row.UntilOn is null || row.UntilOn >= today), sensitive.OpenText(row.Note),
                names.GetValueOrDefault(row.SetBy)))],
            [.. rectifications.Select(row => new Rectification(row.Id, row.Fields.Split(','), row.ChangedAt, names.GetValueOrDefault(row.ChangedBy)))],
            standing.DueOn, options.Reason, !standing.OpenCase && (needToKnow.IsCoordinator || needToKnow.IsPlatform || standing.LastManagerId == user.Id),
            [.. CanBeAnonymised.Before(standing.Unsettled).Select(words => words.ToString())]);
    }

    private sealed record ConsentRow(
        Guid Id, ConsentPurpose Purpose, string TextVersion, DateOnly GivenOn, ConsentProof Proof, Guid? DocumentId, string? Note, DateOnly? WithdrawnOn, bool Superseded, Guid RecordedBy);

    private sealed record MarkRow(Guid Id, MarkKind Kind, ObjectionScope? Scope, DateOnly FromOn, DateOnly? UntilOn, DateOnly? EndedOn, string? Note, Guid SetBy);

    private sealed record RectificationRow(Guid Id, string Fields, DateTimeOffset ChangedAt, Guid ChangedBy);
}
