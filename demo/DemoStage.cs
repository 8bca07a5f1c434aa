using InclusionPlatform.Shared;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.Demo;

/// <summary>On which the year is played: commands are sent by the people of the service, on the days on which things happened.</summary>
internal sealed class DemoStage(IServiceScopeFactory scopes, DemoClock clock, IReadOnlyList<Colleague> people)
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> script = new();
    private int written;

    public Colleague Coordinator => Of(Role.Coordinator)[0];

    public Colleague CompanyOperator => Of(Role.CompanyOperator)[0];

    public Colleague Trainer => Of(Role.Trainer)[0];

    public Colleague Editor => Of(Role.BulletinEditor)[0];

    public IReadOnlyList<Colleague> Educators => Of(Role.Educator);

    /// <summary>Writes into the script what happens on a day, at an hour of the working day.</summary>
    public void On(DateOnly day, int hour, Func<Task> what) => On(day, new TimeOnly(hour, 0), what);

    /// <summary>Writes into the script what happens at an instant.</summary>
    public void On(DateOnly day, TimeOnly time, Func<Task> what) => script.Enqueue(what, (day.AtInItaly(time), written++));

    /// <summary>Plays the script in the order of time; what is played may write more into it.</summary>
    public async Task PlayAsync(Action<int, int> progress, CancellationToken ct)
    {
        var played = 0;
        while (script.TryDequeue(out var what, out var when))
        {
            ct.ThrowIfCancellationRequested();
            clock.TravelTo(when.At);
            await what();
            progress(++played, played + script.Count);
        }
    }

    /// <summary>Sends a request as somebody of the service.</summary>
    public async Task<T> SendAsync<T>(Colleague who, IRequest<T> request)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BecomePerson(who.Id, who.DisplayName, who.Roles);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Sends a request as the platform's jobs do.</summary>
    public async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BecomePlatform();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    private Colleague[] Of(Role role) => [.. people.Where(person => person.IsActive && person.Roles.Contains(role)).OrderBy(person => person.Id)];
}
