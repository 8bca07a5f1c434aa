using FluentValidation;
using InclusionPlatform.Training.Access;
using InclusionPlatform.Training.Editions;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Sessions;

/// <summary>Adds a lesson to an edition.</summary>
/// <param name="EditionId">The edition.</param>
/// <param name="Day">When.</param>
/// <param name="From">Hour of its beginning, <c>HH:mm</c>.</param>
/// <param name="To">Hour of its end, <c>HH:mm</c>.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="State">Planned if nothing is said.</param>
internal sealed record AddSession(Guid EditionId, DateOnly Day, string From, string To, string? Topic, SessionState? State) : ICommand<AddedSession>;

internal sealed record AddedSession(Guid Id, int Minutes);

internal static class AddSessionEndpoint
{
    /// <param name="From">Time of day in Italy, as HH:mm.</param>
    /// <param name="To">Time of day in Italy, as HH:mm.</param>
    /// <param name="Topic">What the lesson is about.</param>
    internal sealed record SessionBody(DateOnly Day, string From, string To, string? Topic, SessionState? State);

    public static void MapAddSession(this IEndpointRouteBuilder editions) => editions
        .MapPost("/{editionId:guid}/sessions", Handle)
        .WithName("addSession")
        .WithSummary("Add a lesson to an edition")
        .RequireRight(TrainingModule.Write);

    private static async Task<Created<AddedSession>> Handle(Guid editionId, SessionBody body, IMediator mediator, CancellationToken ct)
    {
        var added = await mediator.Send(new AddSession(editionId, body.Day, body.From, body.To, body.Topic, body.State), ct);
        return TypedResults.Created($"/api/v1/course-editions/{editionId}/sessions/{added.Id}", added);
    }
}

internal sealed class AddSessionValidator : AbstractValidator<AddSession>
{
    private static readonly Words Hour = new("Scrivere l'ora come 09:30.", "Write the time as 09:30.");

    public AddSessionValidator()
    {
        RuleFor(session => session.Day).NotEmpty();
        RuleFor(session => session.From).Must(text => TimeOfDay.TryParse(text, out _)).WithErrorCode("session.hour").WithMessage(_ => Hour.ToString());
        RuleFor(session => session.To).Must(text => TimeOfDay.TryParse(text, out _)).WithErrorCode("session.hour").WithMessage(_ => Hour.ToString());
        RuleFor(session => session.To)
            .Must((session, text) => TimeOfDay.Parse(text) > TimeOfDay.Parse(session.From))
            .When(session => TimeOfDay.TryParse(session.From, out _) && TimeOfDay.TryParse(session.To, out _))
            .WithErrorCode("session.ends-before-start")
            .WithMessage(_ => new Words("L'ora di fine deve venire dopo quella di inizio.", "The end must be after the beginning.").ToString());
        RuleFor(session => session.Topic).MaximumLength(300);
        RuleFor(session => session.State).IsInEnum();
    }
}

internal sealed class AddSessionHandler(IDbSession db, EditionAccess access, IAuditTrail audit, TimeProvider clock) : IRequestHandler<AddSession, AddedSession>
{
    // Changes nothing but takes the row: two lessons added at the same instant see each other.
    private const string Take = "update training_course_edition set places_taken = places_taken where id = @EditionId";

    private const string SelectEdition = "select starts_on as StartsOn, ends_on as EndsOn, state as State from training_course_edition where id = @EditionId";

    private const string SelectSameDay = """
        select   from_minute as FromMinute, to_minute as ToMinute
        from     training_session
        where    edition_id = @EditionId and held_on = @Day and state <> 'cancelled'
        order by from_minute
        """;

    private const string Insert = """
        insert into training_session (id, edition_id, held_on, from_minute, to_minute, topic, state, attendance_at, created_at)
        values (@Id, @EditionId, @Day, @FromMinute, @ToMinute, @Topic, @State, null, @Now)
        """;

    public async Task<AddedSession> Handle(AddSession session, CancellationToken cancellationToken)
    {
        await db.ExecuteAsync(Take, new { session.EditionId }, cancellationToken);
        await access.RequireRunsAsync(session.EditionId, cancellationToken);
        var edition = (await db.FindAsync<Within>(SelectEdition, new { session.EditionId }, cancellationToken))!;
        SessionFits.WithinEdition(session.Day, edition.StartsOn, edition.EndsOn, edition.State);

        var (from, to, state) = (TimeOfDay.Parse(session.From), TimeOfDay.Parse(session.To), session.State ?? SessionState.Planned);
        if (state == SessionState.Held)
        {
            SessionIsOver.Check(session.Day, clock.Today());
        }

        if (state != SessionState.Cancelled)
        {
            var sameDay = await db.QueryAsync<Taken>(SelectSameDay, new { session.EditionId, session.Day }, cancellationToken);
            SessionFits.WithoutOverlap(from, to, sameDay.Select(other => (other.FromMinute, other.ToMinute)));
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        audit.Changes("training-session", id);
        await db.ExecuteAsync(Insert, new { Id = id, session.EditionId, session.Day, FromMinute = from, ToMinute = to, session.Topic, State = state.Code(), Now = now }, cancellationToken);
        return new(id, to - from);
    }

    private sealed record Within(DateOnly StartsOn, DateOnly EndsOn, EditionState State);

    private sealed record Taken(int FromMinute, int ToMinute);
}

/// <summary>Who was there is written when the day has come, not before.</summary>
internal static class SessionIsOver
{
    public static void Check(DateOnly day, DateOnly today)
    {
        if (day > today)
        {
            throw new RuleBrokenException("session.in-future", new(
                "La lezione è in un giorno che deve ancora venire: si segna come tenuta, con le presenze, quando il giorno è arrivato.",
                "The lesson is on a day still to come: it is marked as held, with who was there, when the day has come."));
        }
    }
}
