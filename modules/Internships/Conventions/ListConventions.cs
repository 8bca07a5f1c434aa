using System.Globalization;
using InclusionPlatform.Internships.Lifecycle;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Conventions;

/// <summary>Lists conventions, those that end first on top.</summary>
internal sealed record ListConventions(Guid? CompanyId, DateOnly? ValidOn, string? Cursor, int Limit, bool Total) : IQuery<Page<ListedConvention>>
{
    public ConventionState? State { get; init; }

    public ConventionDue? Due { get; init; }

    /// <summary>Only those on which internships rest that one follows.</summary>
    public bool Mine { get; init; }

    /// <summary>The beginning of the number.</summary>
    public string? Number { get; init; }
}

/// <param name="Number">Number of the convention.</param>
/// <param name="Internships">How many internships it covers.</param>
internal sealed record ListedConvention(
    Guid Id, Guid CompanyId, string CompanyName, string Number, DateOnly? SignedOn, DateOnly ValidFrom, DateOnly ValidTo, string? InailPosition, string? LiabilityPolicy, int Internships)
{
    public required ConventionState State { get; init; }

    public required DateOnly? SentOn { get; init; }

    public required DateOnly? LiabilityUntil { get; init; }

    /// <summary>A signed convention takes its place.</summary>
    public required bool IsRenewed { get; init; }
}

internal static class ListConventionsEndpoint
{
    public static void MapListConventions(this IEndpointRouteBuilder conventions) => conventions
        .MapGet("/", Handle)
        .WithName("listConventions")
        .WithSummary("List conventions, those that end first on top")
        .RequireRight(InternshipsModule.Read);

    private static async Task<Ok<Page<ListedConvention>>> Handle(
        Guid? companyId, DateOnly? validOn, [CodeOf(typeof(ConventionState))] string? state, [CodeOf(typeof(ConventionDue))] string? due, bool? mine, string? q, string? cursor, int? limit, bool? total, IMediator mediator,
        CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(
            new ListConventions(companyId, validOn, cursor, Paging.Limit(limit), total ?? false)
            {
                State = QueryCode.Read<ConventionState>(state, "state", States), Due = QueryCode.Read<ConventionDue>(due, "due", Dues), Mine = mine ?? false, Number = q,
            },
            ct));

    private static readonly Words States = new("in preparazione, inviate alla firma, firmate, scadute", "being prepared, sent to be signed, signed, expired");

    private static readonly Words Dues = new("in scadenza", "about to expire");
}

internal sealed class ListConventionsHandler(IDbSession db, InternshipQuery internships, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListConventions, Page<ListedConvention>>
{
    private const int MostNumber = 60;

    public async Task<Page<ListedConvention>> Handle(ListConventions request, CancellationToken cancellationToken)
    {
        var after = Paging.Decode(request.Cursor, 2);
        var today = clock.Today();
        var number = request.Number?.Trim() is { Length: > 0 and <= MostNumber } written ? written : null;
        var args = new
        {
            request.CompanyId,
            request.ValidOn,
            State = request.State?.Code(),
            Today = today,
            Ahead = today.AddDays(ConventionReminders.Ahead),
            UserId = user.Id,
            Number = number is null ? null : number.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)
                .Replace("[", "\\[", StringComparison.Ordinal) + "%",
            AfterDay = after is null ? (DateOnly?)null : DateOnly.ParseExact(after[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            AfterId = after is null ? (Guid?)null : Guid.Parse(after[1]),
        };
        var filter = request with { Number = number };
        var text = Filtered(new(Select), filter)
            .When(after is not null, "and convention.valid_to >= @AfterDay and (convention.valid_to > @AfterDay or convention.id > @AfterId)")
            .OrderBy("order by convention.valid_to, convention.id");
        var rows = await db.TopAsync<Row>(text, args, request.Limit + 1, cancellationToken);
        var total = request.Total ? await db.ScalarAsync<int>(Filtered(new(Count), filter).ToString(), args, cancellationToken) : (int?)null;
        var companies = await internships.CompaniesAsync(rows.Select(row => row.CompanyId), cancellationToken);
        var items = rows.Select(row => new ListedConvention(
            row.Id, row.CompanyId, companies.GetValueOrDefault(row.CompanyId)?.Name ?? "", row.Number, row.SignedOn, row.ValidFrom, row.ValidTo, row.InailPosition, row.LiabilityPolicy, row.Internships)
        {
            State = ConventionRow.StateOn(row.State, row.ValidTo, today),
            SentOn = row.SentOn,
            LiabilityUntil = row.LiabilityUntil,
            IsRenewed = row.Renewals > 0,
        }).ToArray();
        return Paging.Page(items, request.Limit, row => [row.ValidTo.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.Id.ToString()], total);
    }

    private static ListSql Filtered(ListSql text, ListConventions request) => text
        .When(request.CompanyId is not null, "and convention.company_id = @CompanyId")
        .When(request.ValidOn is not null, "and convention.state = 'signed' and convention.valid_from <= @ValidOn and convention.valid_to >= @ValidOn")
        .When(request.State is ConventionState.Draft or ConventionState.Sent, "and convention.state = @State")
        .When(request.State is ConventionState.Signed, "and convention.state = 'signed' and convention.valid_to >= @Today")
        .When(request.State is ConventionState.Expired, "and convention.state = 'signed' and convention.valid_to < @Today")
        .When(request.Due is ConventionDue.Expiring, IsExpiring)
        .When(request.Mine, IsMine)
        .When(request.Number is not null, "and convention.number like @Number escape '\\'");

    private const string IsExpiring = """
        and convention.state = 'signed' and convention.valid_to <= @Ahead
        and not exists (select 1 from internships_convention renewal where renewal.renews_id = convention.id and renewal.state = 'signed')
        and (convention.valid_to >= @Today or exists (
            select 1 from internships_internship running
            where  running.company_id = convention.company_id and running.convention_id = convention.id and running.state = 'active' and running.ends_on > convention.valid_to))
        """;

    private const string IsMine = """
        and exists (
            select 1 from internships_internship followed
            where  followed.company_id = convention.company_id and followed.convention_id = convention.id and followed.promoter_tutor_id = @UserId
                   and followed.state in ('proposed', 'active'))
        """;

    private const string Select = """
        select convention.id as Id, convention.company_id as CompanyId, convention.number as Number, convention.state as State, convention.sent_on as SentOn,
               convention.signature_on as SignedOn, convention.valid_from as ValidFrom, convention.valid_to as ValidTo, convention.inail_position as InailPosition,
               convention.liability_policy as LiabilityPolicy, convention.liability_until as LiabilityUntil,
               (select count(*) from internships_internship internship where internship.company_id = convention.company_id and internship.convention_id = convention.id and internship.state <> 'cancelled') as Internships,
               (select count(*) from internships_convention renewal where renewal.renews_id = convention.id and renewal.state = 'signed') as Renewals
        from   internships_convention convention
        where  1 = 1
        """;

    private const string Count = "select count(*) from internships_convention convention where 1 = 1";

    private sealed record Row(
        Guid Id, Guid CompanyId, string Number, ConventionState State, DateOnly? SentOn, DateOnly? SignedOn, DateOnly ValidFrom, DateOnly ValidTo, string? InailPosition, string? LiabilityPolicy,
        DateOnly? LiabilityUntil, int Internships, int Renewals);
}
