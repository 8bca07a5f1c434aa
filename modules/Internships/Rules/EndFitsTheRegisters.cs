namespace InclusionPlatform.Internships.Rules;

/// <summary>An internship ends on no day before those that its registers count: what is signed is reopened first, and hours after the last day are taken out.</summary>
internal static class EndFitsTheRegisters
{
    /// <param name="endedOn">The last day.</param>
    /// <param name="signed">Months with days after it whose register is signed or being signed.</param>
    /// <param name="worked">Days after it with hours.</param>
    /// <exception cref="ConflictException"><c>internship.end-in-signed-register</c> (409).</exception>
    /// <exception cref="FieldException"><c>internship.end-has-hours-after</c> (422).</exception>
    public static void Check(DateOnly endedOn, IReadOnlyList<string> signed, IReadOnlyList<DateOnly> worked)
    {
        if (signed.Count > 0)
        {
            throw new ConflictException("internship.end-in-signed-register", new Words(
                "Dopo il {0:d} ci sono registri già alla firma o firmati ({1}): riaprirli con un motivo, togliere i giorni di troppo e poi registrare la conclusione.",
                "After {0:d} there are registers being signed or signed ({1}): reopen them with a reason, take out the days that are too many, then record the end.").With(endedOn, string.Join(", ", signed)));
        }

        if (worked.Count > 0)
        {
            throw new FieldException("endedOn", "internship.end-has-hours-after", new Words(
                "Nel registro ci sono ore in {0} giorni dopo questo, dal {1:d} al {2:d}: toglierle dal registro, oppure correggere l'ultimo giorno.",
                "The register has hours on {0} days after this one, from {1:d} to {2:d}: take them out of the register, or correct the last day.").With(worked.Count, worked.Min(), worked.Max()));
        }
    }
}
