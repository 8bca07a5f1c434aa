using FluentValidation;
using InclusionPlatform.CompanyNetwork.Tags;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Reference;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>Lists companies by name, by next contact, or as found by the beginnings of words.</summary>
internal sealed record ListCompanies : IQuery<Page<CompanyItem>>
{
    /// <summary>Beginnings of words of the name, municipality, VAT number, sector or a contact person's name, in any order; or a phone number, however it is written.</summary>
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    /// <summary><c>name</c>, <c>-name</c> or <c>nextContactOn</c>; what is found by words comes page by page, each page by name.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    [FromQuery(Name = "sector")]
    public string? Sector { get; init; }

    /// <summary>ISTAT code of the municipality of the main site.</summary>
    [FromQuery(Name = "municipality")]
    public string? Municipality { get; init; }

    [FromQuery(Name = "province")]
    public string? Province { get; init; }

    /// <summary>Code of the kind, such as <c>publicBody</c>.</summary>
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    /// <summary>Only those with an availability that counts today.</summary>
    [FromQuery(Name = "hasAvailability")]
    public bool? HasAvailability { get; init; }

    /// <summary>Only those whose last availability does not count any more, and must be asked again.</summary>
    [FromQuery(Name = "staleAvailability")]
    public bool? StaleAvailability { get; init; }

    /// <summary>Only those not reached three times or more in a row.</summary>
    [FromQuery(Name = "unreached")]
    public bool? Unreached { get; init; }

    /// <summary>Only those to be contacted by today.</summary>
    [FromQuery(Name = "contactDue")]
    public bool? ContactDue { get; init; }

    /// <summary>A tag that they carry, in any case.</summary>
    [FromQuery(Name = "tag")]
    public string? Tag { get; init; }

    /// <summary>Id of the colleague who looks after them; <c>mine</c> for whoever asks, <c>nobody</c> for those that nobody looks after.</summary>
    [FromQuery(Name = "lookedAfterBy")]
    public string? LookedAfterBy { get; init; }

    /// <summary>Only members of the network of solidarity enterprises.</summary>
    [FromQuery(Name = "solidarityNetwork")]
    public bool? SolidarityNetwork { get; init; }

    /// <summary>Only those bound by L. 68/99 whose places are known not to be given.</summary>
    [FromQuery(Name = "obligationNotCovered")]
    public bool? ObligationNotCovered { get; init; }

    /// <summary>Only those with a document that ends within thirty days or has ended, and that no later one replaces.</summary>
    [FromQuery(Name = "documentsExpiring")]
    public bool? DocumentsExpiring { get; init; }

    /// <summary>Archived ones in place of those in use.</summary>
    [FromQuery(Name = "archived")]
    public bool? Archived { get; init; }

    /// <summary>Count all of them too; costs more.</summary>
    [FromQuery(Name = "total")]
    public bool? Total { get; init; }
}

/// <summary>A company in a list.</summary>
/// <param name="Name">The legal name.</param>
/// <param name="Municipality">ISTAT code of the municipality of the main site.</param>
/// <param name="AvailabilityIsKnown">Whether what it offers was verified lately enough to count today.</param>
/// <param name="AvailablePlaces">Places that it offers and nobody has taken.</param>
/// <param name="AvailableUntil">Until when what it offers counts as known; null when it offers nothing that is written.</param>
/// <param name="NextContactOn">When to call again; null if nothing is planned.</param>
/// <param name="LastContactAt">When it was last contacted; null if it never was.</param>
/// <param name="ArchivedAt">When it was archived; null while it is in use.</param>
internal sealed record CompanyItem(
    Guid Id, string Name, CompanyKind Kind, string Sector, string? Municipality, string? MunicipalityName, string? Province, string? Phone,
    bool AvailabilityIsKnown, int AvailablePlaces, DateOnly? AvailableUntil, DateOnly? NextContactOn, int UnreachedInARow, DateTimeOffset? LastContactAt, DateTimeOffset? ArchivedAt);

internal static class ListCompaniesEndpoint
{
    public static void MapListCompanies(this IEndpointRouteBuilder companies) => companies
        .MapGet("/", Handle)
        .WithName("listCompanies")
        .WithSummary("Search and list companies")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<Page<CompanyItem>>> Handle([AsParameters] ListCompanies query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct));
}

internal sealed class ListCompaniesValidator : AbstractValidator<ListCompanies>
{
    public ListCompaniesValidator()
    {
        RuleFor(list => list.Q).MaximumLength(200);
        RuleFor(list => list.Tag).MaximumLength(TagBook.LongestTag);
        RuleFor(list => list.Sort).Must(sort => sort is null or "" or "name" or "-name" or "nextContactOn").WithErrorCode("sort.unknown")
            .WithMessage(_ => QueryCode.Sentence("sort", typeof(ListCompanies).Assembly, new("per nome dalla A alla Z, per nome dalla Z alla A, per prossimo contatto", "by name from A to Z, by name from Z to A, by next contact")).ToString());
    }
}

internal sealed class ListCompaniesHandler(IDbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListCompanies, Page<CompanyItem>>
{
    public async Task<Page<CompanyItem>> Handle(ListCompanies request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var today = clock.Today();
        var list = CompanyListSql.Of(request, today, user.Id);
        var rows = await db.TopAsync<CompanyListRow>(list.Text, list.Arguments, limit + 1, cancellationToken);
        int? total = request.Total == true ? await db.ScalarAsync<int>(list.CountText, list.Arguments, cancellationToken) : null;
        var page = Paging.Page(rows, limit, list.KeyOf, total);
        var items = page.Items.Select(row => Show(row, today));
        return new([.. list.FoundByWords ? items.OrderBy(item => item.Name, StringComparer.CurrentCultureIgnoreCase) : items], page.NextCursor, page.Total);
    }

    internal static CompanyItem Show(CompanyListRow row, DateOnly today)
    {
        var place = Municipalities.ByIstat(row.Municipality);
        var known = row.AvailableUntil >= today;
        return new(
            row.Id, row.Name, row.Kind, row.Sector, row.Municipality, place?.Name, place?.ProvinceCode, row.Phone, known, known ? row.AvailablePlaces : 0, row.AvailableUntil,
            row.NextContactOn, row.UnreachedInARow, row.LastContactAt, row.ArchivedAt);
    }
}
