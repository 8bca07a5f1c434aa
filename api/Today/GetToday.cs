using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Today;

/// <summary>What is due for the person who is signed in, over all modules.</summary>
internal sealed record GetToday : IQuery<Today>;

/// <summary>The home page.</summary>
/// <param name="Tasks">The most urgent things to do, late ones first.</param>
/// <param name="Counters">Counts by kind, each with the address of its filtered list.</param>
internal sealed record Today(IReadOnlyList<DueTask> Tasks, IReadOnlyList<DueCounter> Counters);

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

internal sealed class GetTodayHandler(IEnumerable<IDueWorkSource> sources, ICurrentUser user, TimeProvider clock) : IRequestHandler<GetToday, Today>
{
    private const int MostTasks = 40;

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

        return new(
            [.. tasks.OrderBy(task => task.Urgency).ThenBy(task => task.DueOn ?? DateOnly.MaxValue).ThenBy(task => task.Subject, StringComparer.CurrentCulture).Take(MostTasks)],
            [.. counters.OrderBy(counter => counter.Urgency)]);
    }
}
