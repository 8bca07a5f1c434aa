using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>Lists the internships of cases that may be seen. A text finds them by the person's or the company's name.</summary>
internal sealed record ListInternships(
    string? Text, InternshipState? State, Guid? CaseId, Guid? CompanyId, DateOnly? EndsBefore, bool Mine, InternshipDue? Due, InternshipOrder Order, string? Cursor, int Limit, bool Total,
    InternshipStage? Stage = null)
    : IQuery<Page<ListedInternship>>;

/// <param name="CompanyMunicipality">Name of the municipality of the company.</param>
/// <param name="EndedOn">Day on which it really ended; null until then.</param>
/// <param name="MissingDocuments">Codes of the papers without which it cannot start.</param>
internal sealed record ListedInternship(
    Guid Id, InternshipState State, InternshipKind Kind, Guid CaseId, string PersonName, Guid CompanyId, string CompanyName, string? CompanyMunicipality, DateOnly StartsOn, DateOnly EndsOn,
    DateOnly? EndedOn, Outcome? Outcome, decimal WeeklyHours, string? PromoterTutorName, IReadOnlyList<string> MissingDocuments)
{
    /// <summary>Where it stands, step by step.</summary>
    public required InternshipStage Stage { get; init; }
}

internal static class ListInternshipsEndpoint
{
    public static void MapListInternships(this IEndpointRouteBuilder internships)
    {
        internships
            .MapGet("/", Handle)
            .WithName("listInternships")
            .WithSummary("List the internships that may be seen")
            .RequireRight(InternshipsModule.Read);
        internships
            .MapPost("/search", Search)
            .WithName("searchInternships")
            .WithSummary("List internships by the name of person or company; the text is in the body because names may not be in addresses")
            .RequireRight(InternshipsModule.Read);
    }

    /// <param name="Text">Beginnings of names of the person or of the company; in the body, so that they are in no address.</param>
    /// <param name="Mine">Only those of cases whose équipe whoever asks is on.</param>
    internal sealed record InternshipSearch(
        string? Text, InternshipState? State = null, Guid? CaseId = null, Guid? CompanyId = null, DateOnly? EndsBefore = null, bool? Mine = null, InternshipDue? Due = null,
        InternshipOrder? Sort = null, string? Cursor = null, int? Limit = null, bool? Total = null, InternshipStage? Stage = null);

    private static async Task<Ok<Page<ListedInternship>>> Handle(
        [CodeOf(typeof(InternshipState))] string? state, Guid? caseId, Guid? companyId, DateOnly? endsBefore, bool? mine, [CodeOf(typeof(InternshipDue))] string? due,
        [CodeOf(typeof(InternshipOrder))] string? sort, string? cursor, int? limit, bool? total, [CodeOf(typeof(InternshipStage))] string? stage,
        IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(
            new ListInternships(
                null, QueryCode.Read<InternshipState>(state, "state", States), caseId, companyId, endsBefore, mine ?? false, QueryCode.Read<InternshipDue>(due, "due"),
                QueryCode.Read<InternshipOrder>(sort, "sort", Sorts) ?? default, cursor, Paging.Limit(limit), total ?? false, QueryCode.Read<InternshipStage>(stage, "stage", Stages)),
            ct));

    private static readonly Words States = new("in preparazione, in corso, conclusi, interrotti, annullati", "proposed, running, ended, ended early, cancelled");

    private static readonly Words Stages = new(
        "in preparazione, alla firma, pronti a partire, in corso, sospesi, interrotti, conclusi, annullati", "draft, to be signed, ready to start, running, suspended, ended early, ended, cancelled");

    private static readonly Words Sorts = new("prima chi finisce prima, prima chi è cominciato per ultimo", "those that end first, those that began last");

    private static async Task<Ok<Page<ListedInternship>>> Search(InternshipSearch body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(
        new ListInternships(
            body.Text, body.State, body.CaseId, body.CompanyId, body.EndsBefore, body.Mine ?? false, body.Due, body.Sort ?? default, body.Cursor, Paging.Limit(body.Limit), body.Total ?? false, body.Stage), ct));
}

internal sealed class ListInternshipsHandler(InternshipQuery internships, IColleagues colleagues, IAuditTrail audit, ICurrentUser user) : IRequestHandler<ListInternships, Page<ListedInternship>>
{
    public async Task<Page<ListedInternship>> Handle(ListInternships request, CancellationToken cancellationToken)
    {
        var filter = new InternshipFilter(
            request.State, request.CaseId, request.CompanyId, request.EndsBefore, request.Mine ? user.Id : null, request.Due, request.Order, request.Stage)
        {
            Text = request.Text,
        };
        var after = Paging.Decode(request.Cursor, 2) is [var day, var id] ? (DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), Guid.Parse(id)) : ((DateOnly, Guid)?)null;

        var rows = new List<ListedRow>();
        var counted = 0;
        await foreach (var row in internships.ReadAsync(filter, after, cancellationToken))
        {
            counted++;
            if (rows.Count <= request.Limit)
            {
                rows.Add(row);
            }
            else if (!request.Total || after is not null)
            {
                break;
            }
        }

        audit.Lists("beneficiary", rows.Take(request.Limit).Select(row => row.Case.BeneficiaryId), string.IsNullOrWhiteSpace(request.Text) ? "list-internships" : "search-internships");
        var companies = await internships.CompaniesAsync(rows.Select(row => row.Row.CompanyId), cancellationToken);
        var tutors = await colleagues.NamesAsync(cancellationToken);
        var items = rows.Select(row => new ListedInternship(
            row.Row.Id, row.Row.State, row.Row.Kind, row.Row.CaseId, row.Case.DisplayName, row.Row.CompanyId, companies.GetValueOrDefault(row.Row.CompanyId)?.Name ?? "",
            companies.GetValueOrDefault(row.Row.CompanyId)?.MunicipalityName, row.Row.StartsOn, row.Row.EndsOn, row.Row.EndedOn, row.Row.Outcome, row.Row.WeeklyHours,
            tutors.GetValueOrDefault(row.Row.PromoterTutorId), row.Missing) { Stage = row.Row.Stage }).ToArray();
        return Paging.Page(items, request.Limit, row => [KeyDay(request.Order, row).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.Id.ToString()], request.Total && after is null ? counted : null);
    }

    private static DateOnly KeyDay(InternshipOrder order, ListedInternship row) => order is InternshipOrder.EndsOn ? row.EndsOn : row.StartsOn;
}
