using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Referrals;

/// <summary>The referrals one may see: those that wait for something by the day of their answer, the others from the latest.</summary>
internal sealed record ListReferrals(ReferralFilter? State, AnswerDue? Due, ReferralUrgency? Urgency, Guid? BodyId, string? Cursor, int? Limit, bool Total) : IQuery<Page<ListedReferral>>;

/// <summary>A referral in a list.</summary>
/// <param name="Id">The referral.</param>
/// <param name="DisplayName">Cognome Nome.</param>
/// <param name="State">Where it stands.</param>
/// <param name="InformationAsked">The équipe gave it back because something is missing.</param>
/// <param name="Urgency">As the body asks.</param>
/// <param name="Restricted">Referred by an addiction or penal service.</param>
/// <param name="BodyName">Who refers.</param>
/// <param name="ReceivedOn">When it came.</param>
/// <param name="AnswerDueOn">By when an answer is owed.</param>
/// <param name="AnsweredOn">When the first answer was given.</param>
/// <param name="Due">Only while an answer is owed: <c>late</c>, <c>soon</c> or null.</param>
internal sealed record ListedReferral(
    Guid Id, string DisplayName, ReferralState State, bool InformationAsked, ReferralUrgency Urgency, bool Restricted, string? BodyName, DateOnly ReceivedOn, DateOnly AnswerDueOn,
    DateOnly? AnsweredOn, AnswerDue? Due);

internal static class ListReferralsEndpoint
{
    public static void MapListReferrals(this IEndpointRouteBuilder referrals) => referrals
        .MapGet("/", Handle)
        .WithName("listReferrals")
        .WithSummary("List the referrals one may see")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<Page<ListedReferral>> Handle(
        string? state, string? due, string? urgency, Guid? bodyId, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        mediator.Send(
            new ListReferrals(
                QueryCode.Read<ReferralFilter>(state, "state"), QueryCode.Read<AnswerDue>(due, "due"), QueryCode.Read<ReferralUrgency>(urgency, "urgency"), bodyId, cursor, limit, total ?? false),
            ct);
}

internal sealed class ListReferralsHandler(
    IDbSession db, IMediator mediator, ReferralDesk desk, SensitiveFields sensitive, BeneficiariesOptions options, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ListReferrals, Page<ListedReferral>>
{
    private const string Select = """
        select r.id as Id, r.content_cipher as Content, r.state as State, r.information_asked as InformationAsked, r.urgency as Urgency, r.restricted as Restricted,
               r.referring_body_cipher as Body, r.received_on as ReceivedOn, r.answer_due_on as AnswerDueOn, r.answered_on as AnsweredOn
        """;

    private const string Count = "select count(*)";

    private const string From = """

        from   beneficiaries_referral r
        where  1 = 1
        """;

    private const string ToAnswer = "and r.state in ('received', 'inReading')";
    private const string InState = "and r.state = @State";
    private const string DueBefore = "and r.state in ('received', 'inReading') and r.answer_due_on <= @DueBy";
    private const string OfUrgency = "and r.urgency = @Urgency";
    private const string OfBody = "and r.referring_body_hash = @BodyHash";
    private const string AfterDue = "and r.answer_due_on >= @AfterDay and (r.answer_due_on > @AfterDay or r.id > @AfterId)";
    private const string AfterReceived = "and r.received_on <= @AfterDay and (r.received_on < @AfterDay or r.id < @AfterId)";
    private const string OrderDue = "order by r.answer_due_on, r.id";
    private const string OrderReceived = "order by r.received_on desc, r.id desc";

    public async Task<Page<ListedReferral>> Handle(ListReferrals request, CancellationToken cancellationToken)
    {
        var after = DayCursor.Open(request.Cursor);
        var limit = Paging.Limit(request.Limit);
        var today = clock.Today();
        var byDue = request.Due is not null || request.State is ReferralFilter.ToAnswer or ReferralFilter.Received or ReferralFilter.InReading;
        var args = new
        {
            Me = user.Id, Today = today, Now = clock.GetUtcNow(), State = request.State?.Code(), Urgency = request.Urgency?.Code(), AfterDay = after?.Day, AfterId = after?.Id,
            BodyHash = request.BodyId is { } body ? sensitive.BodyHash(body) : null,
            DueBy = request.Due is AnswerDue.Late ? today.AddDays(-1) : today.AddDays(options.ReferralWarningDays),
        };
        var sql = Filtered(new(Select + From)).When(after is not null && byDue, AfterDue).When(after is not null && !byDue, AfterReceived).OrderBy(byDue ? OrderDue : OrderReceived);
        var rows = await db.TopAsync<Row>(sql, args, limit + 1, cancellationToken);
        int? total = request.Total ? await db.ScalarAsync<int>(Filtered(new(Count + From)).ToString(), args, cancellationToken) : null;
        var page = Paging.Page(rows, limit, row => DayCursor.Of(byDue ? row.AnswerDueOn : row.ReceivedOn, row.Id), total);
        var bodies = page.Items.ToDictionary(row => row.Id, row => sensitive.OpenId(row.Body));
        var names = (await mediator.Send(new DescribePartnerBodies([.. bodies.Values.Distinct()]), cancellationToken)).ToDictionary(found => found.Id, found => found.Name);
        audit.Lists("referral", page.Items.Select(row => row.Id), "list-referrals");
        return new([.. page.Items.Select(row => new ListedReferral(
            row.Id, desk.Open(row.Content).DisplayName, row.State, row.InformationAsked, row.Urgency, row.Restricted, names.GetValueOrDefault(bodies[row.Id]), row.ReceivedOn, row.AnswerDueOn,
            row.AnsweredOn, Rules.AnswerIsDue.Of(row.State, row.AnswerDueOn, today, options.ReferralWarningDays)))], page.NextCursor, page.Total);

        ListSql Filtered(ListSql list) => list
            .OnlyVisibleReferrals(user)
            .When(request.State is ReferralFilter.ToAnswer, ToAnswer)
            .When(request.State is not (null or ReferralFilter.ToAnswer), InState)
            .When(request.Due is not null, DueBefore)
            .When(request.Urgency is not null, OfUrgency)
            .When(request.BodyId is not null, OfBody);
    }

    private sealed record Row(
        Guid Id, string Content, ReferralState State, bool InformationAsked, ReferralUrgency Urgency, bool Restricted, string Body, DateOnly ReceivedOn, DateOnly AnswerDueOn, DateOnly? AnsweredOn);
}
