using System.Diagnostics;
using InclusionPlatform.Shared.Jobs;
using InclusionPlatform.Shared.Messaging;
using MediatR;
using Quartz;

namespace InclusionPlatform.Api.Jobs;

/// <summary>
/// Runs an occurrence of a job once over all nodes: the node that inserts the occurrence's line runs it, under a lease; a node that died is taken over when
/// its lease ends; occurrences missed while no node was up are found at start, the latest of each job.
/// </summary>
internal sealed class JobRunner(IEnumerable<JobSchedule> schedules, IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRunner> log)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly string Node = $"{Environment.MachineName}-{Environment.ProcessId}";
    private readonly Dictionary<string, JobSchedule> byName = schedules.ToDictionary(schedule => schedule.Name);

    private const string Claim = """
        insert into shared_job_run (job, due_at, node, lease_until, started_at, ended_at, outcome, detail)
        select @Job, @Due, @Node, @Until, @Now, null, 'running', null
        where  not exists (select 1 from shared_job_run where job = @Job and due_at = @Due)
        """;

    private const string TakeOver = """
        update shared_job_run
        set    node = @Node, lease_until = @Until, started_at = @Now
        where  job = @Job and due_at = @Due and outcome = 'running' and lease_until < @Now
        """;

    private const string End = """
        update shared_job_run
        set    ended_at = @Now, outcome = @Outcome, detail = @Detail
        where  job = @Job and due_at = @Due and node = @Node
        """;

    private const string LastDue = "select max(due_at) as Due from shared_job_run where job = @Job";

    private const string Abandoned = "select job as Job, due_at as Due from shared_job_run where outcome = 'running' and lease_until < @Now";

    public async Task RunAsync(string name, DateTimeOffset due, CancellationToken ct)
    {
        var schedule = byName[name];
        if (!schedule.OncePerOccurrence)
        {
            await SendAsync(schedule, ct);
            return;
        }

        if (await ChangeAsync(Claim, name, due, ct) || await ChangeAsync(TakeOver, name, due, ct))
        {
            var failure = await SendAsync(schedule, ct);
            await InScopeAsync(db => db.ExecuteAsync(
                End, new { Job = name, Due = due, Node, Now = clock.GetUtcNow(), Outcome = failure is null ? "done" : "failed", Detail = failure }, CancellationToken.None));
        }
    }

    /// <summary>Runs what was due while no node was up, and what a dead node left behind.</summary>
    public async Task MakeUpForMissedAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var left in await InScopeAsync(db => db.QueryAsync<Occurrence>(Abandoned, new { Now = now }, ct)))
        {
            if (byName.ContainsKey(left.Job))
            {
                await RunAsync(left.Job, left.Due, ct);
            }
        }

        foreach (var schedule in schedules.Where(schedule => schedule.OncePerOccurrence))
        {
            var last = await InScopeAsync(db => db.QueryAsync<Latest>(LastDue, new { Job = schedule.Name }, ct));
            var cron = new CronExpression(schedule.Cron, ItalianTime.Zone);
            if (last is [{ Due: { } ran }] && LatestBefore(cron, ran, now) is { } missed)
            {
                await RunAsync(schedule.Name, missed, ct);
            }
        }
    }

    private static DateTimeOffset? LatestBefore(CronExpression cron, DateTimeOffset ran, DateTimeOffset now)
    {
        // Only the latest of the missed ones counts: jobs look at what is due, not at when they should have looked.
        var from = now - TimeSpan.FromDays(35) > ran ? now - TimeSpan.FromDays(35) : ran;
        DateTimeOffset? latest = null;
        for (var next = cron.GetNextValidTimeAfter(from); next is { } due && due <= now; next = cron.GetNextValidTimeAfter(due))
        {
            latest = due;
        }

        return latest;
    }

    private async Task<string?> SendAsync(JobSchedule schedule, CancellationToken ct)
    {
        using var span = Tracing.Source.StartActivity($"job {schedule.Name}");
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Actor>().BecomePlatform();
            await DispatchAsync(scope.ServiceProvider.GetRequiredService<IMediator>(), schedule.Command(), ct);
            return null;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return "stopped";
        }
        catch (Exception error)
        {
            // A job must never bring the platform down; its message may quote data, so only its type is kept.
            span?.SetStatus(ActivityStatusCode.Error);
            log.LogError("Job {Job} failed with {ExceptionType} {Stack}", schedule.Name, error.GetType().Name, error.StackTrace);
            return error.GetType().Name;
        }
    }

    /// <summary>MediatR sends only requests whose answer is known at compile time; a schedule knows it at run time.</summary>
    private static Task DispatchAsync(IMediator mediator, IBaseRequest request, CancellationToken ct)
    {
        var answer = request.GetType().GetInterfaces().Single(shape => shape.IsGenericType && shape.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0];
        var send = typeof(IMediator).GetMethods().Single(method => method is { Name: nameof(IMediator.Send), IsGenericMethodDefinition: true }).MakeGenericMethod(answer);
        return (Task)send.Invoke(mediator, [request, ct])!;
    }

    private async Task<bool> ChangeAsync(string sql, string job, DateTimeOffset due, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        try
        {
            return await InScopeAsync(db => db.ExecuteAsync(sql, new { Job = job, Due = due, Node, Now = now, Until = now + Lease }, ct, ifTaken: TakenByAnother)) == 1;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    private static ConflictException TakenByAnother() => new("job.taken", new("Un altro nodo è arrivato prima.", "Another node was first."));

    private async Task<T> InScopeAsync<T>(Func<IDbSession, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<IDbSession>());
    }

    private sealed record Occurrence(string Job, DateTimeOffset Due);

    private sealed record Latest(DateTimeOffset? Due);
}
