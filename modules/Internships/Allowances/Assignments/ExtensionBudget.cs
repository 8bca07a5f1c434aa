using InclusionPlatform.Internships.Lifecycle;

namespace InclusionPlatform.Internships.Allowances.Assignments;

/// <summary>An internship that lasts longer takes more of the programme that pays it: what the budget does not hold is refused, as when the programme is chosen.</summary>
internal sealed class ExtensionBudget(IDbSession db, ProgrammeBudget budget, Guards guards)
{
    /// <summary>Looks at the budget with the later end, which is written already in the same transaction. Whoever assigns money of the programme waits.</summary>
    /// <exception cref="FieldException"><c>internship.extension-over-budget</c> (422).</exception>
    public async Task DemandAsync(Guid internshipId, CancellationToken ct)
    {
        var assignment = await db.FindAsync<AssignmentRow>(GetAllowanceHandler.Select, new { Id = internshipId }, ct);
        if (assignment?.ProgrammeId is not { } programmeId)
        {
            return;
        }

        await guards.EnsureAsync(ct, programmeId);
        await guards.TakeTurnAsync(ct, programmeId);
        var state = await budget.StateAsync(await budget.ProgrammeAsync(programmeId, ct), ct);
        if (state.LeftCents < 0)
        {
            throw new FieldException("endsOn", "internship.extension-over-budget", new Words(
                "Il programma che paga ha {0:N2} € per le indennità: fino a quel giorno ne servirebbero {1:N2}. Prorogare di meno, oppure far aumentare il budget da chi segue il programma. Nulla è stato cambiato.",
                "The programme that pays has {0:N2} € for allowances: until that day {1:N2} would be needed. Extend it by less, or have whoever follows the programme raise its budget. Nothing was changed.")
                .With(state.BudgetCents / 100m, (state.BudgetCents - state.LeftCents) / 100m));
        }
    }
}
