using InclusionPlatform.Shared.Jobs;
using Quartz;

namespace InclusionPlatform.Api.Jobs;

/// <summary>
/// Quartz keeps cron, time zone and misfires in memory on every node; our table decides which node runs an occurrence. It begins when the platform answers already: nobody waits
/// for work that was missed in the night.
/// </summary>
internal sealed class Scheduler(IEnumerable<JobSchedule> schedules, JobRunner runner, IHostApplicationLifetime lifetime, ILogger<Scheduler> log) : BackgroundService
{
    private IScheduler? quartz;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (quartz is not null)
        {
            await quartz.Shutdown(waitForJobsToComplete: true, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await AnsweringAsync(stoppingToken);
        quartz = await QuartzSchedulerBuilder.Create().BuildScheduler(stoppingToken);
        foreach (var schedule in schedules)
        {
            var job = JobBuilder.Create<Occurrence>().WithIdentity(schedule.Name).UsingJobData(new JobDataMap { [Occurrence.Name] = schedule.Name, [Occurrence.Runner] = runner }).Build();
            var trigger = TriggerBuilder.Create()
                .WithIdentity(schedule.Name)
                .WithCronSchedule(schedule.Cron, cron => cron.InTimeZone(ItalianTime.Zone))
                .Build();
            await quartz.ScheduleJob(job, trigger, cancellationToken: stoppingToken);
        }

        await MakeUpForMissedAsync(stoppingToken);
        await quartz.Start(stoppingToken);
        log.LogInformation("{Count} scheduled jobs wait for their time", schedules.Count());
    }

    private async Task AnsweringAsync(CancellationToken stoppingToken)
    {
        var answering = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var told = lifetime.ApplicationStarted.Register(answering.SetResult);
        await answering.Task.WaitAsync(stoppingToken);
    }

    /// <summary>A database that is busy now must not keep the schedules from their next time.</summary>
    private async Task MakeUpForMissedAsync(CancellationToken stoppingToken)
    {
        try
        {
            await runner.MakeUpForMissedAsync(stoppingToken);
        }
        catch (System.Data.Common.DbException error)
        {
            log.LogError("Missed jobs were not looked for: {ExceptionType} {Stack}", error.GetType().Name, error.StackTrace);
        }
    }
}

/// <summary>One occurrence, as Quartz makes it: it only hands over to the runner.</summary>
[DisallowConcurrentExecution]
internal sealed class Occurrence : IJob
{
    public const string Name = "name";
    public const string Runner = "runner";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var runner = (JobRunner)context.MergedJobDataMap[Runner]!;
        await runner.RunAsync(context.MergedJobDataMap.GetString(Name)!, context.ScheduledFireTimeUtc ?? context.FireTimeUtc, cancellationToken);
    }
}
