using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Today;

/// <summary>Takes a task off one's own home page until a day, or puts it back. The task itself, and what others see of it, does not change.</summary>
/// <param name="Kind">The task's kind.</param>
/// <param name="Link">The task's page.</param>
/// <param name="Until">The day on which it comes back, from tomorrow to thirty days from today; null puts it back at once.</param>
internal sealed record PutOffTask(string? Kind, string? Link, DateOnly? Until) : ICommand;

internal static class PutOffTaskEndpoint
{
    internal sealed record PutOff(string? Kind, string? Link, DateOnly? Until);

    public static void MapPutOffTask(this IEndpointRouteBuilder api) => api
        .MapPut("/today/put-off-tasks", Handle)
        .WithName("putOffTask")
        .WithTags("Today")
        .WithSummary("Take a task off one's own home page until a day, or put it back")
        .RequireAuthorization();

    private static async Task<NoContent> Handle(PutOff body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new PutOffTask(body.Kind, body.Link, body.Until), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class PutOffTaskValidator : AbstractValidator<PutOffTask>
{
    private const int MostDays = 30;

    private static readonly Words Range = new("Si può rimandare da domani a trenta giorni da oggi.", "Choose a day from tomorrow to thirty days from today.");

    public PutOffTaskValidator(TimeProvider clock)
    {
        RuleFor(task => task.Kind).NotEmpty().MaximumLength(80);
        RuleFor(task => task.Link).NotEmpty().MaximumLength(300);
        RuleFor(task => task.Until)
            .Must(day => day is null || (day > clock.Today() && day <= clock.Today().AddDays(MostDays)))
            .WithErrorCode("put-off.range").WithMessage(_ => Range.ToString());
    }
}

internal sealed class PutOffTaskHandler(IDbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<PutOffTask, Unit>
{
    // What came back by itself goes too: the table holds only what is off a page.
    private const string Delete = "delete from shared_put_off_task where user_id = @Me and ((kind = @Kind and link = @Link) or until <= @Today)";

    private const string Insert = "insert into shared_put_off_task (user_id, kind, link, until) values (@Me, @Kind, @Link, @Until)";

    public async Task<Unit> Handle(PutOffTask request, CancellationToken cancellationToken)
    {
        var args = new { Me = user.Id, request.Kind, request.Link, request.Until, Today = clock.Today() };
        await db.ExecuteAsync(Delete, args, cancellationToken);
        if (request.Until is not null)
        {
            await db.ExecuteAsync(Insert, args, cancellationToken);
        }

        return Unit.Value;
    }
}
