using FluentValidation;
using FluentValidation.Results;
using InclusionPlatform.Beneficiaries.Assessments.Grids;
using InclusionPlatform.Beneficiaries.Assessments.Icf;
using InclusionPlatform.Beneficiaries.Assessments.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Assessments;

/// <summary>Writes what a draft of an assessment says; what belongs to another kind is left out.</summary>
internal sealed record SaveAssessment(Guid CaseId, Guid Id, int Version, AssessmentDraft Draft) : ICommand;

internal static class SaveAssessmentEndpoint
{
    public static void MapSaveAssessment(this IEndpointRouteBuilder cases) => cases
        .MapPut("/{caseId:guid}/assessments/{id:guid}", Handle)
        .WithName("saveAssessment")
        .WithSummary("Write the draft of an assessment")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, Guid id, IfMatch match, AssessmentDraft body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SaveAssessment(caseId, id, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SaveAssessmentValidator(TimeProvider clock) : AbstractValidator<SaveAssessment>
{
    public override Task<ValidationResult> ValidateAsync(ValidationContext<SaveAssessment> context, CancellationToken cancellation = default) =>
        new AssessmentDraftValidator(clock).ValidateAsync(context.InstanceToValidate.Draft, cancellation);
}

internal sealed class SaveAssessmentHandler(IDbSession db, IMediator mediator, AssessmentDesk desk, SkillGrids grids, SensitiveFields sensitive, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<SaveAssessment, Unit>
{
    private const string Update = """
        update beneficiaries_assessment
        set    held_on = @HeldOn, content_cipher = @Content, changed_at = @Now, changed_by = @Me, version = version + 1
        where  id = @Id and version = @Version and state = 'draft'
        """;

    private const string SelectFormer = """
        select a.moment as Moment, a.held_on as HeldOn
        from   beneficiaries_assessment a
        where  a.case_id = @CaseId and a.kind = @Kind
               and a.moment = (select max(b.moment) from beneficiaries_assessment b where b.case_id = @CaseId and b.kind = @Kind and b.moment < @Moment)
        """;

    public async Task<Unit> Handle(SaveAssessment request, CancellationToken cancellationToken)
    {
        var (seen, row) = await desk.ChangeAsync(request.CaseId, request.Id, AssessmentState.Draft, cancellationToken);
        var draft = request.Draft;
        var former = await db.FindAsync<Former>(SelectFormer, new { request.CaseId, Kind = row.Kind.Code(), row.Moment }, cancellationToken);
        AssessmentDay.Check(draft.HeldOn!.Value, seen.OpenedOn, former?.Moment, former?.HeldOn);
        var content = row.Kind switch
        {
            AssessmentKind.WorkNeed => AssessmentContent.Empty with { WorkNeed = Tidy(draft.WorkNeed) },
            AssessmentKind.Skills => AssessmentContent.Empty with { Skills = await SkillsAsync(draft, desk.Open(row).Skills, cancellationToken) },
            AssessmentKind.Icf => AssessmentContent.Empty with { Icf = [.. (draft.Icf ?? []).Select(Read).OrderBy(one => one.Code, StringComparer.Ordinal)] },
            _ => AssessmentContent.Empty with { Parts = await PartsAsync(draft.Parts ?? [], cancellationToken) },
        };
        var args = new
        {
            row.Id, request.Version, draft.HeldOn, Content = sensitive.Seal(content with { Conclusion = Text(draft.Conclusion) }), Now = clock.GetUtcNow(), Me = user.Id,
        };
        return await db.ExecuteAsync(Update, args, cancellationToken) == 1 ? Unit.Value : throw new StaleVersionException();
    }

    private static WorkNeedReading? Tidy(WorkNeedReading? read) =>
        read is null ? null : new(Text(read.Experience), Text(read.Resources), Text(read.Obstacles), Text(read.Wishes), Text(read.Conditions));

    // The validator has read it already.
    private static IcfReading Read(IcfDraft draft) => IcfItem.TryParse(draft.Notation, out var item, out var problem)
        ? new(item!.Code, item.First, item.Second, item.Facilitator, Text(draft.Note), item.Third)
        : throw new FieldException("icf", $"icf.{problem.Code()}", problem.Sentence());

    /// <summary>The grid's skills and others of the service's list. A grid that was taken off the list stays for the draft that began with it.</summary>
    private async Task<SkillsReading?> SkillsAsync(AssessmentDraft draft, SkillsReading? before, CancellationToken ct)
    {
        if (draft.GridId is not { } gridId)
        {
            return null;
        }

        var grid = await grids.FindAsync(gridId, ct);
        if (grid is null || (!grid.Active && before?.GridId != gridId))
        {
            throw new FieldException("gridId", "assessment.grid-unknown", new("Questa griglia non c'è più: sceglierne un'altra.", "This grid is not there any more: choose another one."));
        }

        var written = (draft.Skills ?? []).GroupBy(skill => skill.Label!.Trim()).ToDictionary(group => group.Key, group => group.First());
        if (written.Values.Any(skill => skill.Level >= grid.Content.Levels.Count))
        {
            throw new FieldException("skills", "assessment.level-unknown", new("Un livello non è tra quelli della griglia.", "A level is not one of the grid's."));
        }

        var ofGrid = grid.Content.Skills.Select(skill => skill.Label).ToHashSet();
        var added = written.Keys.Where(label => !ofGrid.Contains(label)).ToArray();
        var kept = before?.Skills.Select(skill => skill.Label) ?? [];
        if (added.Except(kept).Any() && added.Except(kept).Except(await mediator.Send(new ListSkills(), ct)).Any())
        {
            throw new FieldException("skills", "assessment.skill-unknown", new(
                "Una competenza non è né nella griglia né tra quelle del servizio: sceglierla dall'elenco.", "A skill is neither in the grid nor in the service's list: choose it from the list."));
        }

        return new(grid.Id, grid.Name, grid.Content.Levels, [
            .. grid.Content.Skills.Select(skill => Judged(skill.Group, skill.Label, skill.Uri, written.GetValueOrDefault(skill.Label))),
            .. added.Select(label => Judged(null, label, null, written[label]))]);
    }

    private static SkillReading Judged(string? group, string label, string? uri, SkillDraft? draft) => new(group, label, uri, draft?.Level, Text(draft?.Evidence));

    private async Task<IReadOnlyList<EvaluationPart>> PartsAsync(IReadOnlyList<EvaluationPartDraft> parts, CancellationToken ct)
    {
        var ids = parts.Select(part => part.BodyId).OfType<Guid>().Distinct().ToArray();
        var bodies = ids.Length == 0 ? [] : (await mediator.Send(new DescribePartnerBodies(ids), ct)).ToDictionary(body => body.Id, body => body.Name);
        if (ids.Any(id => !bodies.ContainsKey(id)))
        {
            throw new FieldException("parts", "assessment.body-unknown", new("Uno degli enti non è tra quelli della rete: sceglierlo dall'elenco.", "One of the bodies is not of the network: choose it from the list."));
        }

        return [.. parts.Select(part => new EvaluationPart(
            part.Dimension!.Value, part.BodyId, part.BodyId is { } id ? bodies[id] : null, Text(part.Professional), part.Text!.Trim(), part.Score))];
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private sealed record Former(int Moment, DateOnly HeldOn);
}
