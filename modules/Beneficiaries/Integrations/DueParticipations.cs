using InclusionPlatform.Beneficiaries.Participation;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>
/// What FSE+ still asks of people who left a programme, for who answers for their case: on leaving within four weeks, and six months later where no contact of the case told it.
/// The tasks are people; the counter is of their programmes, where people are found.
/// </summary>
internal sealed class DueParticipations(IDbSession db, ParticipationDesk desk) : IDueWorkSource
{
    private const int Most = 20;

    private const string SelectNames = $"select id as Id, surname as Surname, name as Name from beneficiaries_person where id in {Batches.Keys}";

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(BeneficiariesModule.Write))
        {
            return DueWork.None;
        }

        var open = await desk.AwaitedAsync(user.Id, ct);
        if (open.Count == 0)
        {
            return DueWork.None;
        }

        var shown = open.Take(Most).ToArray();
        var names = (await db.QueryInBatchesAsync<Guid, NameRow>(SelectNames, shown.Select(one => one.Kept.PersonId).Distinct().ToArray(), null, ct)).ToDictionary(row => row.Id, row => $"{row.Surname} {row.Name}");
        return new(
            [.. shown.Select(one => one.Later
                ? new DueTask("participation.six-months", names.GetValueOrDefault(one.Kept.PersonId, ""), one.Kept.ProgrammeName, one.On, UrgencyOf(one.On, today), $"/programmes/{one.Kept.ProgrammeId}")
                : new DueTask("participation.leaving", names.GetValueOrDefault(one.Kept.PersonId, ""), one.Kept.ProgrammeName, one.On, UrgencyOf(one.On, today), $"/programmes/{one.Kept.ProgrammeId}"))],
            [new("participation.due", open.Select(one => one.Kept.ProgrammeId).Distinct().Count(), UrgencyOf(open[0].On, today), "/programmes?awaiting=true", "programmes")]);
    }

    private static Urgency UrgencyOf(DateOnly dueOn, DateOnly today) => dueOn < today ? Urgency.Late : dueOn == today ? Urgency.Today : Urgency.Week;

    private sealed record NameRow(Guid Id, string Surname, string Name);
}
