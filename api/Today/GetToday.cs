using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Today;

/// <summary>What is due for the person who is signed in, over all modules.</summary>
internal sealed record GetToday : IQuery<Today>;

/// <summary>The home page.</summary>
/// <param name="Tasks">The most urgent things to do, late ones first.</param>
/// <param name="Counters">Counts by kind, each with the address of its filtered list. What was put off is counted: it is still to be done.</param>
/// <param name="PutOff">What whoever is signed in put off, the first to come back first.</param>
internal sealed record Today(IReadOnlyList<DueTask> Tasks, IReadOnlyList<DueCounter> Counters, IReadOnlyList<PutOffDueTask> PutOff);

/// <summary>A task that is off the page for now.</summary>
/// <param name="Task">The task.</param>
/// <param name="Until">The day on which it comes back.</param>
internal sealed record PutOffDueTask(DueTask Task, DateOnly Until);

internal static class GetTodayEndpoint
{
    public static void MapToday(this IEndpointRouteBuilder api) => api
        .MapGet("/today", Handle)
        .WithName("getToday")
        .WithTags("Today")
        .WithSummary("What is due for the person who is signed in")
        .RequireAuthorization();

    private static async Task<Ok<Today>> Handle(IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetToday(), ct));
}

internal sealed class GetTodayHandler(IEnumerable<IDueWorkSource> sources, IDbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<GetToday, Today>
{
    private const string SelectPutOff = "select kind as Kind, link as Link, until as Until from shared_put_off_task where user_id = @Me and until > @Today";

    public async Task<Today> Handle(GetToday request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        List<DueTask> tasks = [];
        List<DueCounter> counters = [];
        foreach (var source in sources)
        {
            var due = await source.ForAsync(user, today, cancellationToken);
            tasks.AddRange(due.Tasks);
            counters.AddRange(due.Counters.Where(counter => counter.Count > 0));
        }

        var putOff = (await db.QueryAsync<PutOffRow>(SelectPutOff, new { Me = user.Id, Today = today }, cancellationToken)).ToDictionary(row => (row.Kind, row.Link), row => row.Until);
        var later = tasks.Where(task => putOff.ContainsKey((task.Kind, task.Link))).Select(task => new PutOffDueTask(task, putOff[(task.Kind, task.Link)])).ToList();
        tasks.RemoveAll(task => putOff.ContainsKey((task.Kind, task.Link)));
        return new(
            MostUrgent.Of(tasks),
            [.. counters.OrderBy(counter => counter.Urgency)],
            [.. later.OrderBy(one => one.Until).ThenBy(one => one.Task.Subject, StringComparer.CurrentCulture)]);
    }

    private sealed record PutOffRow(string Kind, string Link, DateOnly Until);
}
