using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Contacts;

/// <summary>Why a company is on the call list.</summary>
internal enum CallReason
{
    /// <summary>Today is the day.</summary>
    DueToday,

    /// <summary>The day has passed.</summary>
    Overdue,

    /// <summary>Today or before.</summary>
    Due,

    /// <summary>Nobody answered three times in a row.</summary>
    Unreached,
}

/// <summary>The companies to be called, the longest due first.</summary>
internal sealed record GetCallList(CallReason Reason, string? Cursor, int? Limit) : IQuery<Page<CallItem>>;

internal sealed record CallItem(
    Guid Id, string Name, string Sector, string? MunicipalityName, string? Phone, ContactPerson ContactPerson, DateOnly? NextContactOn, int UnreachedInARow, DateTimeOffset? LastContactAt,
    string? LastOutcome);

internal static class GetCallListEndpoint
{
    public static void MapGetCallList(this IEndpointRouteBuilder companies) => companies
        .MapGet("/call-list", Handle)
        .WithName("getCallList")
        .WithSummary("List the companies to be called")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<Page<CallItem>>> Handle(string? reason, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new GetCallList(QueryCode.Read<CallReason>(reason, "reason") ?? CallReason.Due, cursor, limit), ct));
}

internal sealed class GetCallListValidator : AbstractValidator<GetCallList>
{
    public GetCallListValidator() => RuleFor(list => list.Reason).IsInEnum();
}

internal sealed class GetCallListHandler(IDbSession db, TimeProvider clock) : IRequestHandler<GetCallList, Page<CallItem>>
{
    private const string SelectCompanies = $"""
        select {CompanySql.Columns}
        from   company_network_company c
        where  c.archived_at is null and c.do_not_call = 0
        """;

    private const string DueToday = "and c.next_contact_on = @Today";
    private const string Overdue = "and c.next_contact_on < @Today";
    private const string Due = "and c.next_contact_on <= @Today";
    private const string HasDay = "and c.next_contact_on is not null";
    private const string Unreached = "and c.unreached_in_a_row >= 3";
    private const string AfterDay = "and c.next_contact_on >= @AfterDay and (c.next_contact_on > @AfterDay or c.id > @AfterId)";
    private const string AfterName = "and c.sort_name >= @AfterName and (c.sort_name > @AfterName or c.id > @AfterId)";
    private const string ByDay = "order by c.next_contact_on, c.id";
    private const string ByName = "order by c.sort_name, c.id";

    public async Task<Page<CallItem>> Handle(GetCallList request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 2);
        var byName = request.Reason is CallReason.Unreached;
        Guid? afterId = Guid.TryParse(after?[1], out var id) ? id : null;
        DateOnly? afterDay = !byName && DateOnly.TryParse(after?[0], System.Globalization.CultureInfo.InvariantCulture, out var day) ? day : null;
        var sql = new ListSql(SelectCompanies)
            .When(!byName, HasDay)
            .When(request.Reason is CallReason.DueToday, DueToday)
            .When(request.Reason is CallReason.Overdue, Overdue)
            .When(request.Reason is CallReason.Due, Due)
            .When(byName, Unreached)
            .When(afterDay is not null, AfterDay)
            .When(byName && after is not null, AfterName)
            .OrderBy(byName ? ByName : ByDay);
        var today = clock.Today();
        var rows = await db.TopAsync<CompanyRow>(sql, new { Today = today, AfterDay = afterDay, AfterName = after?[0], AfterId = afterId }, limit + 1, cancellationToken);
        var page = Paging.Page(rows, limit, row => [byName ? CompanyWords.SortName(row.Name) : row.NextContactOn!.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture), row.Id.ToString()]);
        return new([.. page.Items.Select(row => Show(row.Show(today)))], page.NextCursor);
    }

    private static CallItem Show(Company company) => new(
        company.Id, company.Name, company.Sector, company.MunicipalityName, company.Phone, company.ContactPerson, company.NextContactOn, company.UnreachedInARow, company.LastContactAt, company.LastOutcome);
}
