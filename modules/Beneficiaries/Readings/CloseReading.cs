using FluentValidation;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Readings.Rules;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Readings;

/// <summary>Closes the minutes: who was there, what was said. Nothing of the meeting changes afterwards.</summary>
internal sealed record CloseReading(Guid Id, int Version, string? Minutes, IReadOnlyList<Guid>? PresentMemberIds) : ICommand;

internal static class CloseReadingEndpoint
{
    /// <summary>The minutes.</summary>
    /// <param name="Minutes">What was said.</param>
    /// <param name="PresentMemberIds">Ids of the members of the meeting who were there.</param>
    internal sealed record MinutesBody(string? Minutes, IReadOnlyList<Guid>? PresentMemberIds);

    public static void MapCloseReading(this IEndpointRouteBuilder readings) => readings
        .MapPost("/{id:guid}/minutes", Handle)
        .WithName("closeCaseReading")
        .WithSummary("Close the minutes of a case reading for good")
        .RequireRight(BeneficiariesModule.DecideReferrals);

    private static async Task<NoContent> Handle(Guid id, IfMatch match, MinutesBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new CloseReading(id, match.Version, body.Minutes, body.PresentMemberIds), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class CloseReadingValidator : AbstractValidator<CloseReading>
{
    internal static readonly Words NobodyPresent = new("Indicare chi era presente.", "Say who was there.");

    public CloseReadingValidator()
    {
        // Elsewhere in the module the minutes are those that a meeting lasts.
        RuleFor(minutes => minutes.Minutes).MaximumLength(8000).WithName(_ => new Words("Verbale", "Minutes").ToString());
        RuleFor(minutes => minutes.PresentMemberIds).NotEmpty().WithErrorCode("reading.nobody-present")
            .WithMessage(_ => NobodyPresent.ToString());
    }
}

internal sealed class CloseReadingHandler(IDbSession db, ReadingDesk readings, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<CloseReading, Unit>
{
    private const string CountUndecided = "select count(*) from beneficiaries_reading_item where reading_id = @Id and decision is null";

    private const string SelectMembers = "select id from beneficiaries_reading_member where reading_id = @Id";

    private const string Update = """
        update beneficiaries_reading
        set    state = 'closed', minutes_cipher = @Minutes, closed_by = @Me, closed_at = @Now, version = version + 1
        where  id = @Id and version = @Version and state = 'planned'
        """;

    private const string MarkPresence = "update beneficiaries_reading_member set present = @Present where id = @MemberId";

    public async Task<Unit> Handle(CloseReading request, CancellationToken cancellationToken)
    {
        var seen = await readings.FindOpenAsync(request.Id, cancellationToken);
        DecisionIsOfTheMeeting.CheckDay(seen.HeldOn, clock.Today());
        DecisionIsOfTheMeeting.CheckAllDecided(await db.ScalarAsync<int>(CountUndecided, new { request.Id }, cancellationToken));
        var minutes = string.IsNullOrWhiteSpace(request.Minutes) ? null : sensitive.SealText(request.Minutes.Trim());
        if (await db.ExecuteAsync(Update, new { request.Id, request.Version, Minutes = minutes, Me = user.Id, Now = clock.GetUtcNow() }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        var members = await db.QueryAsync<Guid>(SelectMembers, new { request.Id }, cancellationToken);
        if (!members.Any(request.PresentMemberIds!.Contains))
        {
            throw new FieldException("presentMemberIds", "reading.nobody-present", CloseReadingValidator.NobodyPresent);
        }

        await db.ExecuteAsync(MarkPresence, members.Select(member => new { MemberId = member, Present = request.PresentMemberIds!.Contains(member) }).ToArray(), cancellationToken);
        audit.Changes("reading", request.Id);
        return Unit.Value;
    }
}
