using InclusionPlatform.Internships.Lifecycle;

namespace InclusionPlatform.Internships.Allowances.Assignments;

/// <summary>
/// What begins, lasts longer or has more hours takes more of the programme that pays it: what the budget does not hold is refused, as when the programme is chosen. Each looks at what is written
/// already in the same transaction, and whoever assigns money of the programme waits meanwhile.
/// </summary>
internal sealed class BudgetHolds(IDbSession db, ProgrammeBudget budget, Guards guards)
{
    /// <summary>What is left of the programme that pays, in euro cents; null where none does.</summary>
    public async Task<long?> LeftAsync(Guid internshipId, CancellationToken ct) => (await StateAsync(internshipId, ct))?.LeftCents;

    /// <summary>Looks at the budget with the later end.</summary>
    /// <exception cref="FieldException"><c>internship.extension-over-budget</c> (422).</exception>
    public async Task DemandForExtensionAsync(Guid internshipId, CancellationToken ct)
    {
        if (await StateAsync(internshipId, ct) is { LeftCents: < 0 } state)
        {
            throw new FieldException("endsOn", "internship.extension-over-budget", new Words(
                "Il programma che paga ha {0:N2} € per le indennità: fino a quel giorno ne servirebbero {1:N2}. Prorogare di meno, oppure far aumentare il budget da chi segue il programma. Nulla è stato cambiato.",
                "The programme that pays has {0:N2} € for allowances: until that day {1:N2} would be needed. Extend it by less, or have whoever follows the programme raise its budget. Nothing was changed.")
                .With(state.BudgetCents / 100m, Needed(state)));
        }
    }

    /// <summary>Looks at the budget with the other hours. Where it was short before, only what makes it shorter is refused: another tutor costs nothing.</summary>
    /// <param name="internshipId">The internship.</param>
    /// <param name="leftBefore">What <see cref="LeftAsync"/> said before the change was written.</param>
    /// <param name="ct">To stop it.</param>
    /// <exception cref="FieldException"><c>internship.amendment-over-budget</c> (422).</exception>
    public async Task DemandForAmendmentAsync(Guid internshipId, long leftBefore, CancellationToken ct)
    {
        if (await StateAsync(internshipId, ct) is { LeftCents: < 0 } state && state.LeftCents < leftBefore)
        {
            throw new FieldException("weeklyHours", "internship.amendment-over-budget", new Words(
                "Il programma che paga ha {0:N2} € per le indennità: con questo orario ne servirebbero {1:N2}, cioè {2:N2} più di ora. Lasciare meno ore, oppure far aumentare il budget da chi segue il programma. Nulla è stato cambiato.",
                "The programme that pays has {0:N2} € for allowances: with these hours {1:N2} would be needed, {2:N2} more than now. Leave fewer hours, or have whoever follows the programme raise its budget. Nothing was changed.")
                .With(state.BudgetCents / 100m, Needed(state), (leftBefore - state.LeftCents) / 100m));
        }
    }

    /// <summary>Looks at the budget when the internship starts: since it was promised the proposal may have grown, or the budget shrunk.</summary>
    /// <exception cref="RuleBrokenException"><c>internship.start-over-budget</c> (422).</exception>
    public async Task DemandForStartAsync(Guid internshipId, CancellationToken ct)
    {
        if (await StateAsync(internshipId, ct) is { LeftCents: < 0 } state)
        {
            throw new RuleBrokenException("internship.start-over-budget", new Words(
                "Il programma che paga ha {0:N2} € per le indennità, ma per i tirocini che paga, compreso questo, ne servono {1:N2}. Prima di iniziare far aumentare il budget da chi segue il programma, oppure indicare un altro che paga. Nulla è stato cambiato.",
                "The programme that pays has {0:N2} € for allowances, but the internships that it pays, this one included, need {1:N2}. Before it starts have whoever follows the programme raise its budget, or say that somebody else pays. Nothing was changed.")
                .With(state.BudgetCents / 100m, Needed(state)));
        }
    }

    private static decimal Needed(BudgetState state) => (state.BudgetCents - state.LeftCents) / 100m;

    private async Task<BudgetState?> StateAsync(Guid internshipId, CancellationToken ct)
    {
        var assignment = await db.FindAsync<AssignmentRow>(GetAllowanceHandler.Select, new { Id = internshipId }, ct);
        if (assignment?.ProgrammeId is not { } programmeId)
        {
            return null;
        }

        await guards.EnsureAsync(ct, programmeId);
        await guards.TakeTurnAsync(ct, programmeId);
        return await budget.StateAsync(await budget.ProgrammeAsync(programmeId, ct), ct);
    }
}
