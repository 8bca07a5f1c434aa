using FluentValidation;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Internships.Allowances.Schemes;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.RuleSets;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances.Assignments;

/// <summary>Says who pays an internship: a programme by a scheme, from a day on, or the host.</summary>
/// <param name="Id">The internship.</param>
/// <param name="Version">0 the first time.</param>
/// <param name="Payer">Programme or host.</param>
/// <param name="ProgrammeId">The programme that pays.</param>
/// <param name="SchemeId">How it is reckoned.</param>
/// <param name="From">From which day the scheme counts: the internship's first day unless said otherwise. What counts before stays.</param>
/// <param name="DowryKept">The dowry is kept until the end.</param>
internal sealed record AssignAllowance(Guid Id, int Version, Payer? Payer, Guid? ProgrammeId, Guid? SchemeId, DateOnly? From, bool DowryKept) : ICommand;

internal static class AssignAllowanceEndpoint
{
    internal sealed record AllowanceAssignment(Payer? Payer, Guid? ProgrammeId, Guid? SchemeId, DateOnly? From, bool? DowryKept);

    public static void MapAssignAllowance(this IEndpointRouteBuilder internships) => internships
        .MapPut("/{id:guid}/allowance", Handle)
        .WithName("assignAllowance")
        .WithSummary("Say which programme pays an internship and by which scheme, or that the host pays")
        .RequireRight(InternshipsModule.Write);

    private static async Task<NoContent> Handle(Guid id, AllowanceAssignment body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new AssignAllowance(id, match.Version, body.Payer, body.ProgrammeId, body.SchemeId, body.From, body.DowryKept ?? false), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class AssignAllowanceValidator : AbstractValidator<AssignAllowance>
{
    public AssignAllowanceValidator()
    {
        RuleFor(request => request.Payer).NotNull().IsInEnum().NotEqual(Assignments.Payer.Unknown);
        RuleFor(request => request.ProgrammeId).NotEmpty().When(request => request.Payer is Assignments.Payer.Programme);
        RuleFor(request => request.SchemeId).NotEmpty().When(request => request.Payer is Assignments.Payer.Programme);
    }
}

internal sealed class AssignAllowanceHandler(IDbSession db, VisibleInternships internships, SchemeTable schemes, RuleSetTable ruleSets, PlannedDays days, ProgrammeBudget budget, Guards guards, IMediator mediator, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<AssignAllowance, Unit>
{
    private const string Insert = """
        insert into internships_allowance_assignment (internship_id, programme_id, dowry_kept, changed_at, changed_by, version)
        values (@Id, @ProgrammeId, @DowryKept, @At, @By, 1)
        """;

    private const string Update = """
        update internships_allowance_assignment
        set    programme_id = @ProgrammeId, dowry_kept = @DowryKept, changed_at = @At, changed_by = @By, version = version + 1
        where  internship_id = @Id and version = @Version
        """;

    private const string DeleteSchemes = "delete from internships_allowance_assigned_scheme where internship_id = @Id and valid_from >= @From";
    private const string InsertScheme = "insert into internships_allowance_assigned_scheme (internship_id, valid_from, scheme_id) values (@Id, @From, @SchemeId)";
    private const string CountSchemes = "select count(*) from internships_allowance_assigned_scheme where internship_id = @Id";
    private const string CountListed = "select count(*) from internships_allowance_item where internship_id = @Id";
    private const string LastListed = "select max(month) from internships_allowance_item where internship_id = @Id";

    public async Task<Unit> Handle(AssignAllowance request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        if (row.State is InternshipState.Cancelled)
        {
            throw WrongState.Of(row.State);
        }

        var before = await db.FindAsync<AssignmentRow>(GetAllowanceHandler.Select, new { row.Id }, cancellationToken);
        var programmeId = request.Payer is Payer.Programme ? request.ProgrammeId : null;
        if (before is not null && before.ProgrammeId != programmeId && await db.ScalarAsync<int>(CountListed, new { row.Id }, cancellationToken) > 0)
        {
            throw new ConflictException("allowance.listed", new(
                "Mesi di questo tirocinio sono già in una lista di pagamento: chi paga non si cambia più.",
                "Months of this internship are on a pay list already: who pays is not changed any more."));
        }

        if (programmeId is { } paying)
        {
            // Before anything is written here: whoever assigns money of the programme, or to the person, waits.
            await mediator.Send(new DemandFundedOnce(row.Id, row.BeneficiaryId, paying, row.StartsOn, row.EndedOn ?? row.EndsOn), cancellationToken);
        }

        var programme = programmeId is { } id ? await budget.ProgrammeAsync(id, cancellationToken) : null;
        if (programme is not null)
        {
            if (programme.StartsOn > row.StartsOn || programme.EndsOn < (row.EndedOn ?? row.EndsOn))
            {
                throw new FieldException("programmeId", "allowance.programme-dates", new Words(
                    "Il programma va dal {0:d} al {1:d} e non copre tutto il tirocinio.", "The programme runs from {0:d} to {1:d} and does not cover the whole internship.").With(programme.StartsOn, programme.EndsOn));
            }

            // Before the days from it on are reckoned.
            if (request.From < row.StartsOn || request.From > (row.EndedOn ?? row.EndsOn))
            {
                throw new FieldException("from", "allowance.from-outside", new Words(
                    "Il tirocinio va dal {0:d} al {1:d}: scegliere un giorno tra questi.", "The internship runs from {0:d} to {1:d}: choose a day among these.").With(row.StartsOn, row.EndedOn ?? row.EndsOn));
            }

            var scheme = (await schemes.AllAsync(cancellationToken)).FirstOrDefault(one => one.Id == request.SchemeId)
                ?? throw new FieldException("schemeId", "allowance-scheme.unknown", new("Questo schema non esiste: sceglierne uno dall'elenco.", "This scheme does not exist: choose one from the list."));
            SchemeFits.Check(scheme, row.Region, row.Kind, await ruleSets.IsNationalAsync(row.Region, row.Kind, row.StartsOn, cancellationToken));
            SchemeFits.CheckDays(scheme, await days.LongestFromAsync(row, request.From ?? row.StartsOn, cancellationToken));
            await guards.EnsureAsync(cancellationToken, programme.Id);
            await guards.TakeTurnAsync(cancellationToken, programme.Id);
        }

        var at = clock.GetUtcNow();
        var values = new { row.Id, ProgrammeId = programmeId, request.DowryKept, At = at, By = user.Id, request.Version };
        if (await db.ExecuteAsync(request.Version == 0 ? Insert : Update, values, cancellationToken, ifTaken: Taken) == 0)
        {
            throw new StaleVersionException();
        }

        await WriteSchemesAsync(request, row, programme is not null, cancellationToken);
        if (programme is not null)
        {
            await DemandBudgetAsync(programme, cancellationToken);
        }

        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        return Unit.Value;
    }

    private async Task WriteSchemesAsync(AssignAllowance request, InternshipRow row, bool paid, CancellationToken ct)
    {
        var from = request.From ?? row.StartsOn;
        // A scheme that begins in a month that was listed would pay that month in a way that nobody approved.
        if (paid && await db.ScalarAsync<string>(LastListed, new { row.Id }, ct) is { } last && string.CompareOrdinal(Attendance.RegisterMonth.Of(from).Text, last) <= 0)
        {
            throw new FieldException("from", "allowance.month-listed", new(
                "Quel mese è già in una lista di pagamento: lo schema nuovo comincia da un mese successivo.", "That month is on a pay list already: the new scheme begins in a later month."));
        }

        await db.ExecuteAsync(DeleteSchemes, new { row.Id, From = paid ? from : DateOnly.MinValue }, ct);
        if (!paid)
        {
            return;
        }

        if (from > row.StartsOn && await db.ScalarAsync<int>(CountSchemes, new { row.Id }, ct) == 0)
        {
            from = row.StartsOn;
        }

        await db.ExecuteAsync(InsertScheme, new { row.Id, From = from, request.SchemeId }, ct);
    }

    private async Task DemandBudgetAsync(ProgrammeLabel programme, CancellationToken ct)
    {
        var state = await budget.StateAsync(programme, ct);
        if (state.LeftCents < 0)
        {
            throw new FieldException("programmeId", "allowance.over-budget", new Words(
                "Il budget per indennità è di {0:N2} €: con questo tirocinio, e con quanto è assegnato alle singole persone, ne servirebbero {1:N2} fino alla fine. Aumentare il budget o scegliere un altro programma.",
                "The budget for allowances is {0:N2} €: with this internship, and what is assigned to single people, {1:N2} would be needed until the end. Raise the budget or choose another programme.")
                .With(state.BudgetCents / 100m, (state.BudgetCents - state.LeftCents) / 100m));
        }
    }

    private static ConflictException Taken() => new("allowance.taken", new(
        "Nel frattempo un'altra persona ha detto chi paga: rileggere e riprovare.", "Somebody else said who pays in the meantime: read it again and retry."));
}
