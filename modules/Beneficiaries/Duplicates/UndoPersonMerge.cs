using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.Duplicates.Rules;
using InclusionPlatform.Beneficiaries.People;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Duplicates;

/// <summary>
/// Makes two records again of what was merged: what moved goes back, with what came since to its cases; fields that nobody touched since are as before. What else was written since stays
/// with the survivor.
/// </summary>
internal sealed record UndoPersonMerge(Guid SurvivorId, Guid MergeId, string? Reason) : ICommand, IGoesOnWhileRestricted;

internal static class UndoPersonMergeEndpoint
{
    /// <summary>Why they are two people.</summary>
    internal sealed record PersonMergeUndoBody(string? Reason);

    public static void MapUndoPersonMerge(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapPost("/{id:guid}/merges/{mergeId:guid}/undoing", Handle)
        .WithName("undoPersonMerge")
        .WithSummary("Undo a merge: both people are there again")
        .RequireRight(BeneficiariesModule.Merge);

    private static async Task<NoContent> Handle(Guid id, Guid mergeId, PersonMergeUndoBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new UndoPersonMerge(id, mergeId, body.Reason), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class UndoPersonMergeValidator : AbstractValidator<UndoPersonMerge>
{
    public UndoPersonMergeValidator()
    {
        RuleFor(request => request.Reason).NotEmpty().WithErrorCode("merge.undo-reason-needed")
            .WithMessage(_ => new Words("Scrivere da che cosa si vede che sono due persone.", "Write how one can see that they are two people.").ToString());
        RuleFor(request => request.Reason).MaximumLength(1000);
    }
}

internal sealed class UndoPersonMergeHandler(
    IDbSession db, NeedToKnow needToKnow, MergeDesk desk, MovedRows moved, PersonSeals seals, DuplicateFinder duplicates, SensitiveFields sensitive, BeneficiariesOptions options, IEvents events,
    IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<UndoPersonMerge, Unit>
{
    private const string Select = """
        select g.absorbed_id as AbsorbedId, g.before_cipher as Before, g.after_cipher as After, g.merged_at as MergedAt, g.undone_at as UndoneAt
        from   beneficiaries_person_merge g
        where  g.id = @MergeId and g.survivor_id = @SurvivorId
        """;

    // What was the other's is no more kept with the survivor.
    private const string Claim = """
        update beneficiaries_person_merge
        set    undone_at = @Now, undone_by = @Me, undo_reason_cipher = @Reason, before_cipher = null, after_cipher = null
        where  id = @MergeId and undone_at is null
        """;

    private const string ReviveConsents = """
        update beneficiaries_consent
        set    withdrawn_on = null, withdrawn_by = null, superseded = 0, version = version + 1
        where  id in (select row_id from beneficiaries_person_merge_move where merge_id = @MergeId and kind = 'consentEnded')
               and not exists (select 1 from beneficiaries_consent o
                               where  o.beneficiary_id = beneficiaries_consent.beneficiary_id and o.purpose = beneficiaries_consent.purpose and o.withdrawn_on is null)
        """;

    // The case that the merge ended goes on, unless somebody has written another end or opened another case since.
    private const string ReopenCase = """
        update beneficiaries_case
        set    closed_on = null, closing_note_cipher = null, version = version + 1
        where  id in (select row_id from beneficiaries_person_merge_move where merge_id = @MergeId and kind = 'caseEnded') and closed_on is not null and outcome is null
               and not exists (select 1 from beneficiaries_case_closure k where k.case_id = beneficiaries_case.id and k.closed_at > @MergedAt)
               and not exists (select 1 from beneficiaries_case o where o.beneficiary_id = beneficiaries_case.beneficiary_id and o.closed_on is null)
        """;

    private const string Revive = """
        update beneficiaries_person
        set    merged_into = null, tax_code_hash = @TaxCode, health_code_hash = @HealthCode, version = version + 1
        where  id = @AbsorbedId
        """;

    private const string PointBack = """
        update beneficiaries_person
        set    merged_into = @AbsorbedId
        where  merged_into = @SurvivorId and id in (select g.absorbed_id from beneficiaries_person_merge g where g.survivor_id = @AbsorbedId and g.undone_at is null)
        """;

    // Whoever undoes a merge says that they are two: the pair is not proposed again.
    private const string ToldApart = """
        update beneficiaries_duplicate_person
        set    dismissed_at = @Now, dismissed_by = @Me
        where  (first_id = @SurvivorId and second_id = @AbsorbedId) or (first_id = @AbsorbedId and second_id = @SurvivorId)
        """;

    private const string SelectCases = "select id from beneficiaries_case where beneficiary_id = @AbsorbedId order by id";

    public async Task<Unit> Handle(UndoPersonMerge request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.PersonAsync(request.SurvivorId, Sight.Registry, cancellationToken);
        var merge = await db.FindAsync<MergeRow>(Select, request, cancellationToken) ?? throw new NotFoundException("merge");
        MergeCanBeUndone.Check(merge.UndoneAt is not null, merge.MergedAt, clock.Today(), options.MergeUndoDays);
        var args = new
        {
            request.MergeId, SurvivorId = seen.Id, merge.AbsorbedId, Now = clock.GetUtcNow(), Me = user.Id, Reason = sensitive.SealText(seen.Id, request.Reason!.Trim()),
        };
        MergeCanBeUndone.Check(await db.ExecuteAsync(Claim, args, cancellationToken) == 0, merge.MergedAt, clock.Today(), options.MergeUndoDays);

        var current = await desk.ReadAsync(seen.Id, cancellationToken);
        var restored = MergeField.Restored(current, MergeField.Read(sensitive.OpenText(merge.Before)!), MergeField.Read(sensitive.OpenText(merge.After)!));
        await desk.WriteAsync(current, current.Version, restored, cancellationToken);
        await moved.ReturnAsync(request.MergeId, seen.Id, merge.AbsorbedId, cancellationToken);
        await db.ExecuteAsync(ReviveConsents, args, cancellationToken);
        await db.ExecuteAsync(ReopenCase, new { request.MergeId, merge.MergedAt }, cancellationToken);

        var absorbed = await desk.ReadAsync(merge.AbsorbedId, cancellationToken);
        var hashes = sensitive.HashesOf(absorbed.Person.Identifiers);
        await db.ExecuteAsync(Revive, new { merge.AbsorbedId, hashes.TaxCode, hashes.HealthCode }, cancellationToken, ifTaken: CodeTaken);
        await db.ExecuteAsync(PointBack, args, cancellationToken);
        await desk.ReckonAsync(seen.Id, cancellationToken);
        await desk.ReckonAsync(merge.AbsorbedId, cancellationToken);
        await NameWords.WriteAsync(db, merge.AbsorbedId, absorbed.Person, cancellationToken);
        await duplicates.SeekAsync(merge.AbsorbedId, cancellationToken);
        await db.ExecuteAsync(ToldApart, args, cancellationToken);
        await seals.GiveAsync(merge.AbsorbedId, seen.Id, cancellationToken);
        audit.Changes("beneficiary", seen.Id);
        audit.Changes("beneficiary", merge.AbsorbedId);
        events.Publish(new PersonMergeUndone(request.MergeId, seen.Id, merge.AbsorbedId, await db.QueryAsync<Guid>(SelectCases, new { merge.AbsorbedId }, cancellationToken)));
        return Unit.Value;
    }

    private static ConflictException CodeTaken() => new("merge.code-taken", new(
        "Il codice fiscale o sanitario della scheda unita è ora di un'altra scheda: toglierlo da quella e riprovare.",
        "The tax or health code of the merged record is another record's now: take it away there and try again."));

    private sealed record MergeRow(Guid AbsorbedId, string? Before, string? After, DateTimeOffset MergedAt, DateTimeOffset? UndoneAt);
}
