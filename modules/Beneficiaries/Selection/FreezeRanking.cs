using FluentValidation;
using FluentValidation.Results;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Selection.Rules;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Selection;

/// <summary>Fixes the ranking with its minutes: the first have the places, the others wait. Nothing of it changes afterwards but for who renounces and who moves in.</summary>
internal sealed record FreezeRanking(Guid ProgrammeId, Guid? CohortId, int Version, DateOnly? HeldOn, IReadOnlyList<MinutesMember>? Members, string? Text) : ICommand<FrozenRanking>;

/// <summary>A ranking just fixed.</summary>
/// <param name="Selected">How many have a place.</param>
/// <param name="Waiting">How many wait for one.</param>
internal sealed record FrozenRanking(Guid CohortId, int Selected, int Waiting);

internal static class FreezeRankingEndpoint
{
    /// <summary>The minutes.</summary>
    /// <param name="Text">The minutes.</param>
    internal sealed record RankingMinutesBody(Guid? CohortId, DateOnly? HeldOn, IReadOnlyList<MinutesMember>? Members, string? Text);

    public static void MapFreezeRanking(this IEndpointRouteBuilder programmes) => programmes
        .MapPost("/{programmeId:guid}/ranking/minutes", Handle)
        .WithName("freezeRanking")
        .WithSummary("Fix the ranking for good, with the minutes of who decided")
        .RequireRight(SelectionRoom.Select);

    private static Task<FrozenRanking> Handle(Guid programmeId, IfMatch match, RankingMinutesBody body, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new FreezeRanking(programmeId, body.CohortId, match.Version, body.HeldOn, body.Members, body.Text), ct);
}

internal sealed class FreezeRankingValidator : AbstractValidator<FreezeRanking>
{
    private const int MostMembers = 40;

    public FreezeRankingValidator(TimeProvider clock)
    {
        RuleFor(minutes => minutes.HeldOn).NotNull().IsLikelyDay();
        RuleFor(minutes => minutes.HeldOn).Must(day => day is null || day <= clock.Today()).WithErrorCode("ranking.in-future").WithMessage(_ => Sentences.NotInFuture.ToString());
        RuleFor(minutes => minutes.Members).NotEmpty().HasAtMost(MostMembers);
        RuleForEach(minutes => minutes.Members).ChildRules(member =>
        {
            member.RuleFor(one => one.Name).NotEmpty().MaximumLength(160);
            member.RuleFor(one => one.Body).MaximumLength(200);
        });
        RuleFor(minutes => minutes.Members).Custom((members, context) =>
        {
            if (members?.Count <= MostMembers && MemberIsThereOnce.Repeated(members) is { } repeated)
            {
                context.AddFailure(new ValidationFailure($"{nameof(FreezeRanking.Members)}[{repeated}].{nameof(MinutesMember.Name)}", MemberIsThereOnce.Refusal.ToString()) { ErrorCode = MemberIsThereOnce.Code });
            }
        });
        RuleFor(minutes => minutes.Text).NotEmpty().MaximumLength(20_000);
    }
}

internal sealed class FreezeRankingHandler(
    IDbSession db, CohortDesk desk, RankingDesk ranking, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<FreezeRanking, FrozenRanking>
{
    private const string Freeze = """
        update beneficiaries_cohort
        set    state = 'frozen', held_on = @HeldOn, minutes_cipher = @Minutes, frozen_at = @Now, frozen_by = @Me, version = version + 1
        where  id = @Id and version + movement = @Version and state = 'open'
        """;

    private const string Place = """
        update beneficiaries_candidate
        set    state = @State, position = @Position, points = @Points, lines_cipher = @Lines, version = version + 1
        where  id = @Id and state = 'proposed'
        """;

    public async Task<FrozenRanking> Handle(FreezeRanking request, CancellationToken cancellationToken)
    {
        var cohort = await desk.FindAsync(request.ProgrammeId, request.CohortId, cancellationToken);
        CohortDesk.DemandOpen(cohort);
        var minutes = sensitive.Seal(new RankingMinutes(
            request.HeldOn!.Value, [.. request.Members!.Select(one => new MinutesMember(one.Name!.Trim(), DeclareSelectionValidator.Blank(one.Body)))], request.Text!.Trim()));

        // First of all the guard: whoever changes a candidate from here on waits, and is told that the ranking is closed.
        var args = new { cohort.Id, request.Version, request.HeldOn, Minutes = minutes, Now = clock.GetUtcNow(), Me = user.Id };
        if (await db.ExecuteAsync(Freeze, args, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        var criteria = await desk.CriteriaAsync(cohort.Id, cancellationToken);
        var categories = await desk.CategoriesAsync(request.ProgrammeId, cancellationToken);
        var order = await ranking.OrderAsync(cohort, await desk.CandidatesAsync(request.ProgrammeId, cohort.Id, cancellationToken), criteria, categories, cancellationToken);
        RankingCanBeFrozen.Check(criteria.Count, [.. order.Select(one => new CandidateToFreeze(one.Scored.Candidate.Number, one.Scored.Eligible, one.Scored.Lines))]);
        foreach (var (one, position) in order.Select((one, index) => (one, index + 1)))
        {
            var candidate = one.Scored.Candidate;
            var state = position <= cohort.Places ? CandidateState.Selected : CandidateState.Waiting;
            var lines = new FrozenLines(one.Scored.Lines, one.TieBreak, one.Scored.Eligible);
            var row = new
            {
                candidate.Id, State = state.Code(), Position = position, one.Scored.Points, Lines = candidate.PersonId is { } person ? sensitive.Seal(person, lines) : sensitive.Seal(lines),
            };
            await db.ExecuteAsync(Place, row, cancellationToken);
            await desk.TellAsync(candidate.Id, candidate.PersonId, state is CandidateState.Selected ? CandidateEventKind.Selected : CandidateEventKind.Waiting, null, cancellationToken);
        }

        audit.Changes("cohort", cohort.Id);
        return new(cohort.Id, Math.Min(order.Count, cohort.Places), Math.Max(0, order.Count - cohort.Places));
    }
}
