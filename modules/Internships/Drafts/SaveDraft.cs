using System.Text.Json;
using FluentValidation;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Privacy;
using MediatR;

namespace InclusionPlatform.Internships.Drafts;

/// <summary>Keeps a project that is being written, whatever is missing of it.</summary>
/// <param name="Id">Null the first time.</param>
/// <param name="Version">Null the first time.</param>
/// <param name="Plan">What was typed so far.</param>
internal sealed record SaveDraft(Guid? Id, int? Version, InternshipProposal Plan) : ICommand<SavedDraft>;

/// <summary>Throws a draft away.</summary>
internal sealed record DropDraft(Guid Id) : ICommand;

/// <param name="Id">The draft.</param>
/// <param name="Version">For the next saving.</param>
internal sealed record SavedDraft(Guid Id, int Version);

internal sealed class SaveDraftValidator : AbstractValidator<SaveDraft>
{
    public SaveDraftValidator()
    {
        RuleFor(draft => draft.Plan).NotNull();

        // The fields are those of the body, without the name of the record that carries them.
        RuleFor(draft => draft.Plan.Duties).MaximumLength(4000).OverridePropertyName("duties");
        RuleFor(draft => draft.Plan.Objectives).MaximumLength(8000).OverridePropertyName("objectives");
        RuleFor(draft => draft.Plan.HostTutor).MaximumLength(240).OverridePropertyName("hostTutor");
        RuleFor(draft => draft.Plan.Workplace).MaximumLength(400).OverridePropertyName("workplace");
        RuleFor(draft => draft.Plan.Region).MaximumLength(120).OverridePropertyName("region");
        RuleFor(draft => draft.Plan.Programme).MaximumLength(240).OverridePropertyName("programme");
        RuleFor(draft => draft.Plan.SafetyBy).MaximumLength(320).OverridePropertyName("safetyBy");
        RuleFor(draft => draft.Plan.CaseManager).MaximumLength(320).OverridePropertyName("caseManager");
        RuleFor(draft => draft.Plan.Hours).HasAtMost(42).OverridePropertyName("hours");
    }
}

internal sealed class SaveDraftHandler(IDbSession db, IMediator mediator, IFieldCipher cipher, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<SaveDraft, SavedDraft>, IRequestHandler<DropDraft, Unit>
{
    /// <summary>More is a sign of something that runs by itself.</summary>
    private const int Most = 100;

    public async Task<SavedDraft> Handle(SaveDraft request, CancellationToken cancellationToken)
    {
        var forCase = request.Plan.CaseId is { } id ? await mediator.Send(new FindCase(id), cancellationToken) : null;
        var at = clock.GetUtcNow();
        var content = JsonSerializer.Serialize(request.Plan, DraftContent.Json);
        var values = new
        {
            Id = request.Id ?? Guid.CreateVersion7(at),
            Me = user.Id,
            forCase?.CaseId,
            forCase?.BeneficiaryId,
            request.Plan.CompanyId,
            Content = forCase is null ? cipher.Protect(content) : cipher.ProtectFor(forCase.BeneficiaryId, content),
            At = at,
            Version = request.Version ?? 0,
        };
        if (request.Id is null)
        {
            if (await db.ScalarAsync<int>(DraftSql.Count, values, cancellationToken) >= Most)
            {
                throw new RuleBrokenException("draft.too-many", new(
                    "Le bozze sono già 100: completarne o eliminarne qualcuna prima di cominciarne un'altra.", "There are 100 drafts already: complete or delete some before another is begun."));
            }

            await db.ExecuteAsync(DraftSql.Insert, values, cancellationToken);
        }
        else if (await db.ExecuteAsync(DraftSql.Update, values, cancellationToken) == 0)
        {
            throw await db.FindAsync<DraftRow>(DraftSql.SelectOne, values, cancellationToken) is null ? new NotFoundException("draft") : new StaleVersionException();
        }

        if (forCase is not null)
        {
            audit.Changes("beneficiary", forCase.BeneficiaryId);
        }

        return new(values.Id, values.Version + 1);
    }

    public async Task<Unit> Handle(DropDraft request, CancellationToken cancellationToken)
    {
        if (await db.ExecuteAsync(DraftSql.DeleteOwn, new { request.Id, Me = user.Id }, cancellationToken) == 0)
        {
            throw new NotFoundException("draft");
        }

        return Unit.Value;
    }
}
