using InclusionPlatform.Internships.Conventions;
using MediatR;

namespace InclusionPlatform.Internships.Work;

/// <summary>Conventions to be renewed: those of one's own internships for an educator, all for a coordinator.</summary>
internal sealed class DueConventions(IMediator mediator) : IDueWorkSource
{
    private const int MostTasks = 20;

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(InternshipsModule.Write))
        {
            return DueWork.None;
        }

        var mine = !user.Roles.Contains(Role.Coordinator);
        var page = await mediator.Send(new ListConventions(null, null, null, MostTasks, true) { Due = ConventionDue.Expiring, Mine = mine }, ct);
        if (page.Items.Count == 0)
        {
            return DueWork.None;
        }

        var tasks = page.Items.Select(row => new DueTask(
            "conventionExpiring", row.CompanyName, new Words("convenzione n. {0}", "convention no. {0}").With(row.Number).ToString(), row.ValidTo, UrgencyOf(row.ValidTo, today),
            $"/internships/conventions/{row.Id}"));
        return new([.. tasks], [new DueCounter("conventionExpiring", page.Total ?? page.Items.Count, UrgencyOf(page.Items[0].ValidTo, today), $"/internships/conventions?due=expiring{(mine ? "&mine=true" : "")}", "internships")]);
    }

    private static Urgency UrgencyOf(DateOnly day, DateOnly today) => day < today ? Urgency.Late : day == today ? Urgency.Today : Urgency.Week;
}
