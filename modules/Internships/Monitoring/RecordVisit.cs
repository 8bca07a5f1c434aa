using System.Text.Json;
using FluentValidation;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Monitoring.Rules;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Monitoring;

/// <summary>Begins the sheet of a visit or an interview: as a draft, or whole.</summary>
internal sealed record RecordVisit(Guid Id, VisitKind? Kind, DateOnly? HeldOn, bool Done, VisitSheet? Sheet) : VisitWritten(HeldOn, Done, Sheet), ICommand<RecordedVisit>;

/// <summary>Goes on with one's own draft, or ends it.</summary>
internal sealed record ChangeVisit(Guid Id, Guid VisitId, int Version, DateOnly? HeldOn, bool Done, VisitSheet? Sheet) : VisitWritten(HeldOn, Done, Sheet), ICommand<RecordedVisit>;

/// <summary>Throws one's own draft away.</summary>
internal sealed record DiscardVisit(Guid Id, Guid VisitId) : ICommand;

/// <summary>What both write.</summary>
internal abstract record VisitWritten(DateOnly? HeldOn, bool Done, VisitSheet? Sheet);

internal sealed record RecordedVisit(Guid Id, int Version) : IVersioned;

internal static class RecordVisitEndpoint
{
    /// <param name="Done">Whether it was made already; else it is planned.</param>
    internal sealed record NewVisit(VisitKind? Kind, DateOnly? HeldOn, bool Done, VisitSheet? Sheet);

    internal sealed record WrittenVisit(DateOnly? HeldOn, bool Done, VisitSheet? Sheet);

    public static void MapRecordVisit(this IEndpointRouteBuilder internships)
    {
        internships.MapPost("/{id:guid}/visits", Handle).WithName("recordVisit").WithSummary("Begin the sheet of a visit or an interview").RequireRight(InternshipsModule.Write);
        internships.MapPut("/{id:guid}/visits/{visitId:guid}", Change).WithName("changeVisit").WithSummary("Go on with the draft of a sheet, or end it").RequireRight(InternshipsModule.Write);
        internships.MapDelete("/{id:guid}/visits/{visitId:guid}", Discard).WithName("discardVisit").WithSummary("Throw the draft of a sheet away").RequireRight(InternshipsModule.Write);
    }

    private static async Task<Created<RecordedVisit>> Handle(Guid id, NewVisit body, IMediator mediator, CancellationToken ct)
    {
        var recorded = await mediator.Send(new RecordVisit(id, body.Kind, body.HeldOn, body.Done, body.Sheet), ct);
        return TypedResults.Created($"/api/v1/internships/{id}/visits/{recorded.Id}", recorded);
    }

    private static async Task<VersionedOk<RecordedVisit>> Change(Guid id, Guid visitId, WrittenVisit body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new ChangeVisit(id, visitId, match.Version, body.HeldOn, body.Done, body.Sheet), ct));

    private static async Task<NoContent> Discard(Guid id, Guid visitId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DiscardVisit(id, visitId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class VisitWrittenValidator : AbstractValidator<VisitWritten>
{
    private const int Text = 4000, MostSkills = 30;

    public VisitWrittenValidator()
    {
        RuleFor(visit => visit.HeldOn).NotNull();
        RuleFor(visit => visit.Sheet).NotNull();
        RuleFor(visit => visit.Sheet!.Attendance).NotNull().IsInEnum().When(visit => visit is { Done: true, Sheet: not null });
        RuleFor(visit => visit.Sheet!.Relations).NotNull().IsInEnum().When(visit => visit is { Done: true, Sheet: not null });
        RuleFor(visit => visit.Sheet!.Safety).NotNull().IsInEnum().When(visit => visit is { Done: true, Sheet: not null });
        RuleFor(visit => visit.Sheet!.SafetyNote).NotEmpty().When(visit => visit is { Done: true, Sheet.Safety: Condition.ToWatch or Condition.Serious });
        RuleFor(visit => visit.Sheet!.RelationsNote).MaximumLength(Text).When(visit => visit.Sheet is not null);
        RuleFor(visit => visit.Sheet!.SafetyNote).MaximumLength(Text).When(visit => visit.Sheet is not null);
        RuleFor(visit => visit.Sheet!.Difficulties).MaximumLength(Text).When(visit => visit.Sheet is not null);
        RuleFor(visit => visit.Sheet!.NextSteps).MaximumLength(Text).When(visit => visit.Sheet is not null);
        RuleFor(visit => visit.Sheet!.Skills)
            .Must(skills => skills.Count <= MostSkills && skills.All(skill => skill is { Objective.Length: > 0 and <= 300 } && (skill.Note?.Length ?? 0) <= 1000))
            .WithErrorCode("visit.skills")
            .WithMessage(_ => new Words(
                "Gli obiettivi sono al massimo {0}: ognuno con un testo, di 300 caratteri al più, e se serve una nota di 1000. Accorciarli.",
                "There are {0} objectives at most: each with a text of 300 characters at most and, if needed, a note of 1000. Shorten them.").With(MostSkills).ToString())
            .When(visit => visit.Sheet?.Skills is not null);
    }
}

internal sealed class RecordVisitValidator : AbstractValidator<RecordVisit>
{
    public RecordVisitValidator()
    {
        // The kind of an internship has that name already.
        RuleFor(visit => visit.Kind).NotNull().WithName(_ => new Words("Visita o colloquio", "Visit or interview").ToString());
        Include(new VisitWrittenValidator());
    }
}

internal sealed class ChangeVisitValidator : AbstractValidator<ChangeVisit>
{
    public ChangeVisitValidator() => Include(new VisitWrittenValidator());
}

internal sealed class RecordVisitHandler(IDbSession db, VisibleInternships internships, IFieldCipher cipher, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<RecordVisit, RecordedVisit>, IRequestHandler<ChangeVisit, RecordedVisit>, IRequestHandler<DiscardVisit, Unit>
{
    private const string Insert = """
        insert into internships_visit (id, internship_id, kind, state, held_on, sheet_cipher, at, by_id, version)
        values (@VisitId, @Id, @Kind, @State, @HeldOn, @Sheet, @At, @By, 1)
        """;

    private const string Select = "select state as State, by_id as ById from internships_visit where id = @VisitId and internship_id = @Id";

    private const string Update = """
        update internships_visit
        set    state = @State, held_on = @HeldOn, sheet_cipher = @Sheet, at = @At, version = version + 1
        where  id = @VisitId and internship_id = @Id and version = @Version and state = 'draft' and by_id = @By
        """;

    private const string Delete = "delete from internships_visit where id = @VisitId and internship_id = @Id and state = 'draft' and by_id = @By";

    public async Task<RecordedVisit> Handle(RecordVisit request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        Check(row, request);
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        await db.ExecuteAsync(Insert, Values(row, id, request, 0, request.Kind), cancellationToken, ifTaken: () => new ConflictException("visit.draft-open", new(
            "C'è già una bozza aperta: continuare quella.", "There is an open draft already: go on with that.")));
        Changed(row);
        return new(id, 1);
    }

    public async Task<RecordedVisit> Handle(ChangeVisit request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        await DemandDraftAsync(row, request.VisitId, cancellationToken);
        Check(row, request);
        if (await db.ExecuteAsync(Update, Values(row, request.VisitId, request, request.Version, null), cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        Changed(row);
        return new(request.VisitId, request.Version + 1);
    }

    public async Task<Unit> Handle(DiscardVisit request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        await DemandDraftAsync(row, request.VisitId, cancellationToken);
        await db.ExecuteAsync(Delete, new { request.VisitId, row.Id, By = user.Id }, cancellationToken);
        Changed(row);
        return Unit.Value;
    }

    private async Task DemandDraftAsync(InternshipRow row, Guid visitId, CancellationToken ct)
    {
        var draft = await db.FindAsync<Draft>(Select, new { VisitId = visitId, row.Id }, ct);
        if (draft is null || (draft.State is VisitState.Draft && draft.ById != user.Id))
        {
            throw new NotFoundException("visit");
        }

        if (draft.State is VisitState.Done)
        {
            throw new ConflictException("visit.done", new(
                "Questa scheda è già conclusa e resta com'è: quello che manca si scrive tra gli scambi.", "This sheet is done and stays as it is: write what is missing among the exchanges."));
        }
    }

    private void Check(InternshipRow row, VisitWritten visit)
    {
        if (row.State is InternshipState.Proposed or InternshipState.Cancelled)
        {
            throw WrongState.Of(row.State);
        }

        VisitFits.Check(visit.HeldOn!.Value, row.StartsOn, row.EndedOn ?? row.EndsOn, clock.Today());
    }

    private object Values(InternshipRow row, Guid visitId, VisitWritten visit, int version, VisitKind? kind) => new
    {
        VisitId = visitId,
        row.Id,
        Kind = kind?.Code(),
        State = (visit.Done ? VisitState.Done : VisitState.Draft).Code(),
        visit.HeldOn,
        Sheet = cipher.ProtectFor(row.BeneficiaryId, JsonSerializer.Serialize(Whole(visit.Sheet!))),
        At = clock.GetUtcNow(),
        By = user.Id,
        Version = version,
    };

    private static VisitSheet Whole(VisitSheet sheet) => sheet with { Skills = sheet.Skills ?? [] };

    private void Changed(InternshipRow row)
    {
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
    }

    private sealed record Draft(VisitState State, Guid ById);
}
