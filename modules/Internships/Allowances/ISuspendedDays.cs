namespace InclusionPlatform.Internships.Allowances;

/// <summary>Days on which internships are suspended: no allowance is due for them, and hours written on them do not count.</summary>
internal interface ISuspendedDays
{
    /// <summary>The suspended days between two days, of those internships that have any.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlySet<DateOnly>>> BetweenAsync(IReadOnlyCollection<Guid> internshipIds, DateOnly from, DateOnly to, CancellationToken ct);
}
