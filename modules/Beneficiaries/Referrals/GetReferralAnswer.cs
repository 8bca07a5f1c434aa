using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Referrals;

/// <summary>How the service answered a referral: all that the referring body's system learns.</summary>
internal sealed record GetReferralAnswer(Guid Id) : IQuery<ReferralAnswer>;

/// <summary>The referrals that the calling system sent, the latest first.</summary>
internal sealed record ListReferralAnswers(string? Cursor, int? Limit) : IQuery<Page<ReferralAnswer>>;

/// <summary>State and days of a referral, and nothing of the casework.</summary>
/// <param name="Id">The referral.</param>
/// <param name="Version">To be sent in <c>If-Match</c> with a change.</param>
/// <param name="State">Where it stands.</param>
/// <param name="InformationAsked">Something is missing: complete the referral.</param>
/// <param name="ReceivedOn">When it came.</param>
/// <param name="AnswerDueOn">By when the service answers.</param>
/// <param name="AnsweredOn">When it answered first.</param>
internal sealed record ReferralAnswer(Guid Id, int Version, ReferralState State, bool InformationAsked, DateOnly ReceivedOn, DateOnly AnswerDueOn, DateOnly? AnsweredOn) : IVersioned;

internal static class GetReferralAnswerEndpoint
{
    public static void MapGetReferralAnswer(this IEndpointRouteBuilder referrals)
    {
        referrals.MapGet("/{id:guid}/answer", async (Guid id, IMediator mediator, CancellationToken ct) => new VersionedOk<ReferralAnswer>(await mediator.Send(new GetReferralAnswer(id), ct)))
            .WithName("getReferralAnswer")
            .WithSummary("Read how a referral was answered; a system only reads its own")
            .RequireRight(BeneficiariesModule.WriteReferrals);
        referrals.MapGet("/answers", (string? cursor, int? limit, IMediator mediator, CancellationToken ct) => mediator.Send(new ListReferralAnswers(cursor, limit), ct))
            .WithName("listReferralAnswers")
            .WithSummary("List how one's own referrals were answered")
            .RequireRight(BeneficiariesModule.WriteReferrals);
    }
}

internal sealed class GetReferralAnswerHandler(IDbSession db, ReferralDesk desk, ICurrentUser user)
    : IRequestHandler<GetReferralAnswer, ReferralAnswer>, IRequestHandler<ListReferralAnswers, Page<ReferralAnswer>>
{
    private const string Select = """
        select r.id as Id, r.version as Version, r.state as State, r.information_asked as InformationAsked, r.received_on as ReceivedOn, r.answer_due_on as AnswerDueOn, r.answered_on as AnsweredOn
        from   beneficiaries_referral r
        where  r.id = @Id
        """;

    private const string SelectMine = """
        select r.id as Id, r.version as Version, r.state as State, r.information_asked as InformationAsked, r.received_on as ReceivedOn, r.answer_due_on as AnswerDueOn, r.answered_on as AnsweredOn
        from   beneficiaries_referral r
        where  r.received_by = @Me
        """;

    private const string After = "and r.received_on <= @AfterDay and (r.received_on < @AfterDay or r.id < @AfterId)";
    private const string Order = "order by r.received_on desc, r.id desc";

    public async Task<ReferralAnswer> Handle(GetReferralAnswer request, CancellationToken cancellationToken)
    {
        await desk.FindOrOwnAsync(request.Id, cancellationToken);
        return (await db.FindAsync<ReferralAnswer>(Select, new { request.Id }, cancellationToken))!;
    }

    public async Task<Page<ReferralAnswer>> Handle(ListReferralAnswers request, CancellationToken cancellationToken)
    {
        var after = DayCursor.Open(request.Cursor);
        var limit = Paging.Limit(request.Limit);
        var rows = await db.TopAsync<ReferralAnswer>(
            new ListSql(SelectMine).When(after is not null, After).OrderBy(Order), new { Me = user.Id, AfterDay = after?.Day, AfterId = after?.Id }, limit + 1, cancellationToken);
        return Paging.Page(rows, limit, row => DayCursor.Of(row.ReceivedOn, row.Id));
    }
}
