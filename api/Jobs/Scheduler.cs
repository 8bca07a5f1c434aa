using InclusionPlatform.Shared.Jobs;
using Quartz;

namespace InclusionPlatform.Api.Jobs;

/// <summary>Quartz keeps cron, time zone and misfires in memory on every node; our table decides which node runs an occurrence.</summary>
internal sealed class Scheduler(IEnumerable<JobSchedule> schedules, JobRunner runner, ILogger<Scheduler> log) : IHostedService
{
    private IScheduler? quartz;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        quartz = await QuartzSchedulerBuilder.Create().BuildScheduler(cancellationToken);
        foreach (var schedule in schedules)
        {
            var job = JobBuilder.Create<Occurrence>().WithIdentity(schedule.Name).UsingJobData(new JobDataMap { [Occurrence.Name] = schedule.Name, [Occurrence.Runner] = runner }).Build();
            var trigger = TriggerBuilder.Create()
                .WithIdentity(schedule.Name)
                .WithCronSchedule(schedule.Cron, cron => cron.InTimeZone(ItalianTime.Zone))
                .Build();
            await quartz.ScheduleJob(job, trigger, cancellationToken: cancellationToken);
        }

        await runner.MakeUpForMissedAsync(cancellationToken);
        await quartz.Start(cancellationToken);
        log.LogInformation("{Count} scheduled jobs wait for their time", schedules.Count());
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (quartz is not null)
        {
            await quartz.Shutdown(waitForJobsToComplete: true, cancellationToken);
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
