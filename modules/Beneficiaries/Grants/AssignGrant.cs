using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Grants.Rules;
using InclusionPlatform.Beneficiaries.Selection;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Grants;

/// <summary>Assigns money of a programme to somebody who has a place in it, out of a line of its budget.</summary>
internal sealed record AssignGrant(Guid ProgrammeId, Guid? CandidateId, string? LineTitle, GrantKind? Kind, FundedAction? Action, DateOnly? FromOn, DateOnly? ToOn, long? Cents) : ICommand<AssignedGrant>;

internal sealed record AssignedGrant(Guid Id);

internal static class AssignGrantEndpoint
{
    /// <summary>To whom, what, how much; for which action, or for the path as a whole.</summary>
    /// <param name="LineTitle">Title of the budget line that pays.</param>
    internal sealed record GrantBody(Guid? CandidateId, string? LineTitle, GrantKind? Kind, FundedAction? Action, DateOnly? FromOn, DateOnly? ToOn, long? Cents);

    public static void MapAssignGrant(this IEndpointRouteBuilder programmes) => programmes
        .MapPost("/{programmeId:guid}/grants", Handle)
        .WithName("assignGrant")
        .WithSummary("Assign a dowry or other money of a programme to a participant")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<Created<AssignedGrant>> Handle(Guid programmeId, GrantBody body, IMediator mediator, CancellationToken ct)
    {
        var assigned = await mediator.Send(new AssignGrant(programmeId, body.CandidateId, body.LineTitle, body.Kind, body.Action, body.FromOn, body.ToOn, body.Cents), ct);
        return TypedResults.Created($"/api/v1/programmes/{programmeId}/grants", assigned);
    }
}

internal sealed class AssignGrantValidator : AbstractValidator<AssignGrant>
{
    private const long MostCents = 100_000_00;

    public AssignGrantValidator()
    {
        RuleFor(grant => grant.CandidateId).NotEmpty();
        RuleFor(grant => grant.LineTitle).NotEmpty().MaximumLength(200);
        RuleFor(grant => grant.Kind).NotNull().IsInEnum();
        RuleFor(grant => grant.FromOn).NotNull().IsLikelyDay();
        RuleFor(grant => grant.ToOn).NotNull().IsLikelyDay();
        RuleFor(grant => grant.ToOn).Must((grant, to) => to is null || grant.FromOn is null || to >= grant.FromOn).WithErrorCode("grant.ends-before-start")
            .WithMessage(_ => new Words("Finirebbe prima di cominciare: controllare le due date.", "It would end before it begins: check the two dates.").ToString());
        RuleFor(grant => grant.Cents).NotNull().IsBetweenEuro(1, MostCents);
    }
}

internal sealed class AssignGrantHandler(IDbSession db, CohortDesk desk, GrantBook book, PersonActions actions, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<AssignGrant, AssignedGrant>
{
    private const string Insert = """
        insert into beneficiaries_grant (
            id, version, programme_id, candidate_id, beneficiary_id, line_title, kind, action_kind, action_id, from_on, to_on, cents, state, assigned_at, assigned_by)
        values (@Id, 1, @ProgrammeId, @CandidateId, @PersonId, @LineTitle, @Kind, @ActionKind, @ActionId, @FromOn, @ToOn, @Cents, 'assigned', @Now, @Me)
        """;

    public async Task<AssignedGrant> Handle(AssignGrant request, CancellationToken cancellationToken)
    {
        var (from, to, kind, cents) = (request.FromOn!.Value, request.ToOn!.Value, request.Kind!.Value, request.Cents!.Value);
        var seen = await desk.CandidateAsync(request.ProgrammeId, request.CandidateId!.Value, cancellationToken);
        if (request.Action is null)
        {
            desk.DemandSeen(seen);
        }
        else
        {
            // What somebody does is the équipe's to know.
            desk.DemandFull(seen);
        }

        await book.HoldProgrammeAsync(request.ProgrammeId, cancellationToken);
        var cohort = await desk.HoldAsync(request.ProgrammeId, seen.CohortId, cancellationToken);
        var candidate = await desk.CandidateAsync(request.ProgrammeId, seen.Id, cancellationToken);
        if (candidate.State is not (CandidateState.Selected or CandidateState.Enrolled) || candidate.PersonId is not { } personId)
        {
            throw new FieldException("candidateId", "grant.no-place", new(
                "Si assegna solo a chi ha un posto nel programma ed è già in carico al servizio.", "Money is assigned only to who has a place in the programme and is on file."));
        }

        GrantIsWithinProgramme.Check(from, to, cohort.ProgrammeStartsOn, cohort.ProgrammeEndsOn);
        var lines = await book.LinesAsync(request.ProgrammeId, cancellationToken);
        var line = lines.SingleOrDefault(one => one.Title == request.LineTitle!.Trim()) ?? throw new FieldException("lineTitle", "grant.line-unknown", new(
            "Questa voce non è tra quelle per indennità del programma: sceglierla dall'elenco.", "This line is not one of the programme's for allowances: choose it from the list."));
        GrantFitsLine.Check(line.Cents, line.AssignedCents, cents);
        GrantFitsProgramme.Check(lines.Sum(one => one.Cents), lines.Sum(one => one.AssignedCents), await book.AllowancesAsync(request.ProgrammeId, cancellationToken), cents);
        await book.HoldPersonAsync(personId, cancellationToken);
        await DemandActionAsync(request, personId, cancellationToken);
        ActionIsFundedOnce.Check(new(request.ProgrammeId, "", kind, request.Action, from, to), await book.FundingsAsync(personId, cancellationToken));
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var row = new
        {
            Id = id, request.ProgrammeId, CandidateId = candidate.Id, PersonId = personId, LineTitle = line.Title, Kind = kind.Code(), ActionKind = request.Action?.Kind.Code(), ActionId = request.Action?.Id,
            FromOn = from, ToOn = to, Cents = cents, Now = now, Me = user.Id,
        };
        await db.ExecuteAsync(Insert, row, cancellationToken);
        audit.Changes("grant", id);
        audit.Changes("beneficiary", personId);
        return new(id);
    }

    private async Task DemandActionAsync(AssignGrant request, Guid personId, CancellationToken ct)
    {
        if (request.Action is { } action && (await actions.OfAsync(personId, request.ProgrammeId, ct)).All(one => one.Kind != action.Kind || one.Id != action.Id))
        {
            throw new FieldException("action", "grant.action-unknown", new(
                "Questa azione non è tra quelle della persona: sceglierla dall'elenco.", "This action is not one of the person's: choose it from the list."));
        }
    }
}
