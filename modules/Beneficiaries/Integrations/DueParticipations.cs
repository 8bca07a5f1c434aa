using InclusionPlatform.Beneficiaries.Participation;
using InclusionPlatform.Beneficiaries.Participation.Rules;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>What FSE+ still asks of people who left a programme, for who answers for their case: on leaving within four weeks, and six months later where no contact of the case told it.</summary>
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

        var open = (await desk.LeftAsync(user.Id, ct)).Select(row => (Row: row, Due: DueOf(row, today))).Where(one => one.Due is not null).OrderBy(one => one.Due!.Value.On).ToArray();
        if (open.Length == 0)
        {
            return DueWork.None;
        }

        var shown = open.Take(Most).ToArray();
        var names = (await db.QueryInBatchesAsync<Guid, NameRow>(SelectNames, shown.Select(one => one.Row.PersonId).Distinct().ToArray(), null, ct)).ToDictionary(row => row.Id, row => $"{row.Surname} {row.Name}");
        return new(
            [.. shown.Select(one => one.Due!.Value.Later
                ? new DueTask("participation.six-months", names.GetValueOrDefault(one.Row.PersonId, ""), one.Row.ProgrammeName, one.Due.Value.On, UrgencyOf(one.Due.Value.On, today), $"/programmes/{one.Row.ProgrammeId}")
                : new DueTask("participation.leaving", names.GetValueOrDefault(one.Row.PersonId, ""), one.Row.ProgrammeName, one.Due.Value.On, UrgencyOf(one.Due.Value.On, today), $"/programmes/{one.Row.ProgrammeId}"))],
            [new("participation.due", open.Length, UrgencyOf(open[0].Due!.Value.On, today), "/programmes", "programmes")]);
    }

    private static (DateOnly On, bool Later)? DueOf(KeptParticipation row, DateOnly today) => row.LeftOn is not { } leftOn ? null
        : LeavingFacts.LeavingState(leftOn, row.Situation) is ResultState.Due && leftOn.AddMonths(6) > today ? (leftOn.AddDays(LeavingFacts.LeavingDays), false)
        : LeavingFacts.SixMonthsState(leftOn, row.SixMonthsSituation, today) is ResultState.Due ? (leftOn.AddMonths(6), true)
        : null;

    private static Urgency UrgencyOf(DateOnly dueOn, DateOnly today) => dueOn < today ? Urgency.Late : dueOn == today ? Urgency.Today : Urgency.Week;

    private sealed record NameRow(Guid Id, string Surname, string Name);
}
