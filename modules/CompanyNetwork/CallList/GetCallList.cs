using FluentValidation;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace InclusionPlatform.CompanyNetwork.CallList;

/// <summary>The companies to be called for one reason: the longest due first, or by name where no day says the order.</summary>
internal sealed record GetCallList(CallReason Reason, bool? Mine, int? Days, string? Sector, string? Province, string? Cursor, int? Limit, bool? Total) : IQuery<Page<CallItem>>;

/// <summary>What the address says.</summary>
internal sealed record CallListQuery
{
    /// <summary><c>due</c> (also without it), <c>dueToday</c>, <c>overdue</c>, <c>unreached</c>, <c>staleAvailability</c>, <c>neverCalled</c>, <c>reachedThisMonth</c> or <c>mine</c>.</summary>
    [FromQuery(Name = "reason")]
    public string? Reason { get; init; }

    /// <summary>Only those that whoever asks looks after, for any reason.</summary>
    [FromQuery(Name = "mine")]
    public bool? Mine { get; init; }

    /// <summary>With <c>staleAvailability</c>: verified more than so many days ago.</summary>
    [FromQuery(Name = "days")]
    public int? Days { get; init; }

    [FromQuery(Name = "sector")]
    public string? Sector { get; init; }

    [FromQuery(Name = "province")]
    public string? Province { get; init; }

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    /// <summary>Count all of them too; costs more.</summary>
    [FromQuery(Name = "total")]
    public bool? Total { get; init; }

    public GetCallList Read() => new(QueryCode.Read<CallReason>(Reason, "reason") ?? CallReason.Due, Mine, Days, Sector, Province, Cursor, Limit, Total);
}

internal static class GetCallListEndpoint
{
    public static void MapGetCallList(this IEndpointRouteBuilder companies) => companies
        .MapGet("/call-list", Handle)
        .WithName("getCallList")
        .WithSummary("List the companies to be called")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<Page<CallItem>>> Handle([AsParameters] CallListQuery query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query.Read(), ct));
}

internal sealed class GetCallListValidator : AbstractValidator<GetCallList>
{
    public GetCallListValidator()
    {
        RuleFor(list => list.Reason).IsInEnum();
        RuleFor(list => list.Days).InclusiveBetween(1, 3650);
    }
}

internal sealed class GetCallListHandler(IDbSession db, CompanyNetworkOptions options, ICurrentUser user, TimeProvider clock) : IRequestHandler<GetCallList, Page<CallItem>>
{
    public async Task<Page<CallItem>> Handle(GetCallList request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var today = clock.Today();
        var list = CallListSql.Of(request, today, options.AvailabilityDays, user.Id);
        var rows = await db.TopAsync<CallRow>(list.Text, list.Arguments, limit + 1, cancellationToken);
        int? total = request.Total == true ? await db.ScalarAsync<int>(list.CountText, list.Arguments, cancellationToken) : null;
        var page = Paging.Page(rows, limit, list.KeyOf, total);
        return new([.. page.Items.Select(row => CallItem.Of(row, today))], page.NextCursor, page.Total);
    }
}
