using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.Duplicates.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.People.Rules;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Duplicates;

/// <summary>
/// Makes one record of two that are of one person: field by field as chosen, with all that was the other's, in every module. The other record stays, hidden, and tells where the person is now;
/// what moved is written down, so that it can be undone.
/// </summary>
internal sealed record MergePeople(Guid SurvivorId, int Version, Guid? AbsorbedId, int? AbsorbedVersion, IReadOnlyList<string> Take, Guid? EndingCaseId, string? Reason) : ICommand<MergedPerson>;

internal sealed record MergedPerson(Guid Id, DateOnly CanBeUndoneUntil);

internal static class MergePeopleEndpoint
{
    /// <summary>What to merge.</summary>
    /// <param name="AbsorbedId">The record that becomes part of the one in the address.</param>
    /// <param name="AbsorbedVersion">Its version, as it was looked at.</param>
    /// <param name="Take">The fields to take from it; all others stay as they are.</param>
    /// <param name="EndingCaseId">Where both have an open case: the one that ends with the merge; the other goes on.</param>
    /// <param name="Reason">Why they are one person.</param>
    internal sealed record PeopleMergeBody(Guid? AbsorbedId, int? AbsorbedVersion, IReadOnlyList<string>? Take, Guid? EndingCaseId, string? Reason);

    public static void MapMergePeople(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapPost("/{id:guid}/merges", Handle)
        .WithName("mergePeople")
        .WithSummary("Merge another record of the same person into this one; If-Match holds this one's version")
        .RequireRight(BeneficiariesModule.Merge);

    private static async Task<Created<MergedPerson>> Handle(Guid id, PeopleMergeBody body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        var merged = await mediator.Send(new MergePeople(id, match.Version, body.AbsorbedId, body.AbsorbedVersion, body.Take ?? [], body.EndingCaseId, body.Reason), ct);
        return TypedResults.Created($"/api/v1/beneficiaries/{id}/merges", merged);
    }
}

internal sealed class MergePeopleValidator : AbstractValidator<MergePeople>
{
    private static readonly HashSet<string> Known = [.. MergeField.All.Select(field => field.Code)];

    public MergePeopleValidator()
    {
        RuleFor(request => request.AbsorbedId).NotEmpty();
        RuleFor(request => request.AbsorbedVersion).NotNull();
        RuleForEach(request => request.Take).Must(Known.Contains).WithErrorCode("merge.field-unknown")
            .WithMessage(_ => new Words("Questo campo non è tra quelli che si possono scegliere.", "This field is not one of those that can be chosen.").ToString());
        RuleFor(request => request.Reason).NotEmpty().WithErrorCode("merge.reason-needed")
            .WithMessage(_ => new Words("Scrivere da che cosa si vede che è la stessa persona.", "Write how one can see that it is the same person.").ToString());
        RuleFor(request => request.Reason).MaximumLength(1000);
    }
}

internal sealed class MergePeopleHandler(
    IDbSession db, NeedToKnow needToKnow, MergeDesk desk, MergeRules rules, MovedRows moved, DuplicateFinder duplicates, SensitiveFields sensitive, BeneficiariesOptions options, IEvents events,
    IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<MergePeople, MergedPerson>
{
    private const string Insert = """
        insert into beneficiaries_person_merge (id, survivor_id, absorbed_id, reason_cipher, before_cipher, merged_at, merged_by)
        values (@Id, @SurvivorId, @AbsorbedId, @Reason, @Before, @Now, @Me)
        """;

    private const string KeepAfter = "update beneficiaries_person_merge set after_cipher = @After where id = @Id";

    // By the rules of need to know there are, nobody finds it any more. Its codes are free for the survivor; the hash of the family stays, so that who registers the code again is warned.
    private const string Vacate = """
        update beneficiaries_person
        set    merged_into = @SurvivorId, tax_code_hash = null, health_code_hash = null, restricted = 1, has_case = 1, retention_from = null, version = version + 1
        where  id = @AbsorbedId and version = @AbsorbedVersion and merged_into is null
        """;

    // What had become part of the absorbed one is the survivor's too: one step from any old id.
    private const string PointOn = "update beneficiaries_person set merged_into = @SurvivorId where merged_into = @AbsorbedId";

    // Without an outcome: the person goes on being followed, and nothing of it is counted as an end.
    private const string EndCase = """
        update beneficiaries_case
        set    closed_on = @Today, outcome = null, closing_note_cipher = @Note, version = version + 1
        where  id = @CaseId and closed_on is null and open_internships = 0
        """;

    private const string RememberCase = "insert into beneficiaries_person_merge_move (merge_id, kind, row_id) values (@MergeId, 'caseEnded', @CaseId)";

    private const string SelectConsents = """
        select id as Id, beneficiary_id as PersonId, purpose as Purpose, given_on as GivenOn, withdrawn_on as WithdrawnOn
        from   beneficiaries_consent
        where  beneficiary_id = @SurvivorId or beneficiary_id = @AbsorbedId
        """;

    private const string EndConsent = "update beneficiaries_consent set withdrawn_on = @On, withdrawn_by = @Me, superseded = @Superseded, version = version + 1 where id = @Id and withdrawn_on is null";

    private const string RememberConsent = "insert into beneficiaries_person_merge_move (merge_id, kind, row_id) values (@MergeId, 'consentEnded', @Id)";

    public async Task<MergedPerson> Handle(MergePeople request, CancellationToken cancellationToken)
    {
        var absorbedId = request.AbsorbedId!.Value;
        PeopleCanBeMerged.Check(request.SurvivorId, absorbedId, "absorbedId");
        var first = await needToKnow.PersonAsync(request.SurvivorId, Sight.Registry, cancellationToken);
        var second = await needToKnow.PersonAsync(absorbedId, Sight.Registry, cancellationToken);
        if (MergeField.All.Any(field => field.OfFile && request.Take.Contains(field.Code)))
        {
            // What one may not see one does not choose either.
            await needToKnow.PersonAsync(first.Id, Sight.Full, cancellationToken);
            await needToKnow.PersonAsync(second.Id, Sight.Full, cancellationToken);
        }

        await rules.CheckAsync(first.Id, second.Id, request.EndingCaseId, cancellationToken);
        var survivor = await desk.ReadAsync(first.Id, cancellationToken);
        var absorbed = await desk.ReadAsync(second.Id, cancellationToken);
        var merged = MergeField.Merged(survivor, absorbed, request.Take);
        TaxCodeMatchesPerson.Check(merged.Person, merged.Person.Identifiers);

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var args = new
        {
            Id = id, SurvivorId = first.Id, AbsorbedId = second.Id, request.AbsorbedVersion, Reason = sensitive.SealText(first.Id, request.Reason!.Trim()),
            Before = sensitive.SealText(first.Id, MergeField.Snapshot(survivor)), Now = now, Me = user.Id,
        };
        await db.ExecuteAsync(Insert, args, cancellationToken, ifTaken: () => new ConflictException("merge.taken", new(
            "Un collega ha appena unito una di queste schede: rileggere e riprovare.", "A colleague has just merged one of these records: read them again and retry.")));
        if (await db.ExecuteAsync(Vacate, args, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await db.ExecuteAsync(PointOn, args, cancellationToken);
        await NameWords.ForgetAsync(db, second.Id, cancellationToken);
        await duplicates.ForgetAsync(second.Id, cancellationToken);
        await EndConsentsAsync(id, args, cancellationToken);
        await EndCaseAsync(id, first.Id, request.EndingCaseId, cancellationToken);
        await moved.AdoptAsync(id, second.Id, first.Id, cancellationToken);
        await desk.WriteAsync(survivor, request.Version, merged, cancellationToken);
        await desk.ReckonAsync(first.Id, cancellationToken);
        await db.ExecuteAsync(KeepAfter, new { Id = id, After = sensitive.SealText(first.Id, MergeField.Snapshot(await desk.ReadAsync(first.Id, cancellationToken))) }, cancellationToken);
        audit.Changes("beneficiary", first.Id);
        audit.Changes("beneficiary", second.Id);
        events.Publish(new PeopleMerged(id, first.Id, second.Id));
        return new(id, MergeCanBeUndone.Until(now, options.MergeUndoDays));
    }

    private async Task EndCaseAsync(Guid mergeId, Guid survivorId, Guid? caseId, CancellationToken ct)
    {
        if (caseId is null)
        {
            return;
        }

        var note = new Words("Continua nell'altra presa in carico: le schede erano della stessa persona.", "It goes on in the other case: the records were of the same person.").ToString();
        if (await db.ExecuteAsync(EndCase, new { CaseId = caseId, Today = clock.Today(), Note = sensitive.SealText(survivorId, note) }, ct) == 0)
        {
            throw new StaleVersionException();
        }

        await db.ExecuteAsync(RememberCase, new { MergeId = mergeId, CaseId = caseId }, ct);
    }

    private async Task EndConsentsAsync(Guid mergeId, object args, CancellationToken ct)
    {
        foreach (var ending in ConsentsOfBoth.Ending(await db.QueryAsync<KeptConsent>(SelectConsents, args, ct)))
        {
            await db.ExecuteAsync(EndConsent, new { ending.Id, ending.On, ending.Superseded, Me = user.Id }, ct);
            await db.ExecuteAsync(RememberConsent, new { MergeId = mergeId, ending.Id }, ct);
        }
    }
}
