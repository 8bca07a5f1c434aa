using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Outcomes;
using InclusionPlatform.Beneficiaries.Participation.Rules;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Participation;

/// <summary>What is known of an exit on that day.</summary>
internal sealed record GetLeaving(Guid ProgrammeId, Guid Id, DateOnly LeftOn) : IQuery<LeavingView>;

/// <summary>A participant leaves the programme, or what they do on leaving becomes known. Without a situation the exit waits for it, or for the contact that the case makes.</summary>
internal sealed record RecordLeaving(Guid ProgrammeId, Guid Id, int Version, DateOnly? LeftOn, FollowUpSituation? Situation, bool? Qualification) : ICommand, IGoesOnWhileRestricted;

/// <summary>Says what somebody does six months after the exit, where the case has not heard it.</summary>
internal sealed record RecordSixMonths(Guid ProgrammeId, Guid Id, int Version, FollowUpSituation? Situation, bool? Improved) : ICommand, IGoesOnWhileRestricted;

internal static class RecordLeavingEndpoint
{
    /// <summary>When, and what the person does.</summary>
    internal sealed record LeavingBodyOfProgramme(DateOnly? LeftOn, FollowUpSituation? Situation, bool? Qualification);

    /// <summary>What the person does after six months, and whether their situation got better.</summary>
    internal sealed record SixMonthsBody(FollowUpSituation? Situation, bool? Improved);

    public static void MapRecordLeaving(this IEndpointRouteBuilder programmes)
    {
        programmes
            .MapGet("/{programmeId:guid}/participations/{id:guid}/leaving", Read)
            .WithName("getLeaving")
            .WithSummary("Read what is known of a participant's exit on a day, so that only the rest is asked; équipe only, logged")
            .RequireRight(BeneficiariesModule.Write);
        programmes
            .MapPost("/{programmeId:guid}/participations/{id:guid}/leaving", Leave)
            .WithName("recordLeaving")
            .WithSummary("Record that a participant left the programme, and what they do on leaving")
            .RequireRight(BeneficiariesModule.Write);
        programmes
            .MapPost("/{programmeId:guid}/participations/{id:guid}/six-months", Later)
            .WithName("recordSixMonths")
            .WithSummary("Record what a participant does six months after leaving")
            .RequireRight(BeneficiariesModule.Write);
    }

    private static async Task<VersionedOk<LeavingView>> Read(Guid programmeId, Guid id, DateOnly leftOn, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new GetLeaving(programmeId, id, leftOn), ct));

    private static async Task<NoContent> Leave(Guid programmeId, Guid id, IfMatch match, LeavingBodyOfProgramme body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RecordLeaving(programmeId, id, match.Version, body.LeftOn, body.Situation, body.Qualification), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Later(Guid programmeId, Guid id, IfMatch match, SixMonthsBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RecordSixMonths(programmeId, id, match.Version, body.Situation, body.Improved), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class GetLeavingValidator : AbstractValidator<GetLeaving>
{
    public GetLeavingValidator() => RuleFor(leaving => leaving.LeftOn).IsLikelyDay();
}

internal sealed class RecordLeavingValidator : AbstractValidator<RecordLeaving>
{
    public RecordLeavingValidator()
    {
        RuleFor(leaving => leaving.LeftOn).NotNull().IsLikelyDay();
        RuleFor(leaving => leaving.Situation).IsInEnum();
    }
}

internal sealed class RecordSixMonthsValidator : AbstractValidator<RecordSixMonths>
{
    public RecordSixMonthsValidator() => RuleFor(later => later.Situation).NotNull().IsInEnum();
}

internal sealed class RecordLeavingHandler(IDbSession db, ParticipationDesk desk, NeedToKnow needToKnow, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<GetLeaving, LeavingView>, IRequestHandler<RecordLeaving, Unit>, IRequestHandler<RecordSixMonths, Unit>
{
    private const string Leave = """
        update beneficiaries_participation
        set    left_on = @LeftOn, situation = @Situation, qualification = @Qualification, changed_at = @Now, version = version + 1
        where  id = @Id and version = @Version
        """;

    private const string Later = """
        update beneficiaries_participation
        set    six_months_situation = @Situation, improved = @Improved, changed_at = @Now, version = version + 1
        where  id = @Id and version = @Version
        """;

    public async Task<LeavingView> Handle(GetLeaving request, CancellationToken cancellationToken)
    {
        var kept = await SeenAsync(request.ProgrammeId, request.Id, cancellationToken);
        audit.Reads("beneficiary", kept.PersonId, "read-participation");
        var (situation, qualification) = await desk.LeavingAsync(kept, request.LeftOn, cancellationToken);
        return new(kept.Version, kept.EnteredOn, situation, qualification);
    }

    public async Task<Unit> Handle(RecordLeaving request, CancellationToken cancellationToken)
    {
        var kept = await SeenAsync(request.ProgrammeId, request.Id, cancellationToken);
        var leftOn = request.LeftOn!.Value;
        if (leftOn < kept.EnteredOn || leftOn > clock.Today())
        {
            throw new FieldException("leftOn", "participation.exit-day", new Words(
                "L'uscita è tra l'ingresso, {0:dd/MM/yyyy}, e oggi.", "The exit is between the entry, {0:dd/MM/yyyy}, and today.").With(kept.EnteredOn));
        }

        var (situation, qualification) = await desk.LeavingAsync(kept, leftOn, cancellationToken);
        if (situation is not null && request.Situation is not null && situation != request.Situation)
        {
            throw new FieldException("situation", "participation.known-by-file", new(
                "L'esito della presa in carico dice altro: correggere là quello che non è giusto.", "The outcome of the case says otherwise: put right there what is wrong."));
        }

        // What the case knows is read from it, not copied: when it is put right there, it is right here.
        await WriteAsync(Leave, new
        {
            request.Id, request.Version, LeftOn = leftOn, Situation = situation is null ? request.Situation?.Code() : null, Qualification = qualification ?? request.Qualification, Now = clock.GetUtcNow(),
        }, kept, cancellationToken);
        return Unit.Value;
    }

    public async Task<Unit> Handle(RecordSixMonths request, CancellationToken cancellationToken)
    {
        await SeenAsync(request.ProgrammeId, request.Id, cancellationToken);
        var kept = (await desk.AllAsync(request.ProgrammeId, null, cancellationToken)).Single(one => one.Id == request.Id);
        if (kept.LeftOn is not { } leftOn || clock.Today() < LeavingFacts.SixMonthsFrom(leftOn))
        {
            throw new RuleBrokenException("participation.too-early", new(
                "È troppo presto: si chiede sei mesi dopo l'uscita dal programma.", "It is too early: it is asked six months after the exit from the programme."));
        }

        await WriteAsync(Later, new { request.Id, request.Version, Situation = request.Situation!.Value.Code(), request.Improved, Now = clock.GetUtcNow() }, kept, cancellationToken);
        return Unit.Value;
    }

    private async Task<KeptParticipation> SeenAsync(Guid programmeId, Guid id, CancellationToken ct)
    {
        var kept = await desk.FindAsync(programmeId, id, ct);
        try
        {
            await needToKnow.PersonAsync(kept.PersonId, Sight.Full, ct);
        }
        catch (NotFoundException)
        {
            // The participation, not the person, is what was asked for: the answer is the one of an id that does not exist.
            throw new NotFoundException("participation");
        }

        return kept;
    }

    private async Task WriteAsync(string sql, object row, KeptParticipation kept, CancellationToken ct)
    {
        if (await db.ExecuteAsync(sql, row, ct) == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("participation", kept.Id);
        audit.Changes("beneficiary", kept.PersonId);
    }
}
