using System.Text.Json;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Drafts;

/// <summary>One's own drafts, the last saved first. Those of people whom one follows no more are not shown.</summary>
internal sealed record ListDrafts : IQuery<DraftList>;

/// <summary>Opens a draft.</summary>
internal sealed record GetDraft(Guid Id) : IQuery<Draft>;

internal sealed record DraftList(IReadOnlyList<DraftLine> Items);

internal sealed record DraftLine(Guid Id, string? PersonName, string? CompanyName, DateTimeOffset SavedAt);

/// <summary>A draft, whole.</summary>
internal sealed record Draft(Guid Id, int Version, DateTimeOffset SavedAt, string? PersonName, string? CompanyName, string? ProgrammeName, InternshipProposal Plan) : IVersioned;

internal static class DraftEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder drafts)
    {
        drafts.MapGet("/", List).WithName("listInternshipDrafts").WithSummary("One's own projects that are still being written").RequireRight(InternshipsModule.Write);
        drafts.MapGet("/{id:guid}", Get).WithName("getInternshipDraft").WithSummary("Open a project that is still being written").RequireRight(InternshipsModule.Write);
        drafts.MapPost("/", Begin).WithName("beginInternshipDraft").WithSummary("Keep a project that is being written").RequireRight(InternshipsModule.Write);
        drafts.MapPut("/{id:guid}", Save).WithName("saveInternshipDraft").WithSummary("Keep what was written since").RequireRight(InternshipsModule.Write);
        drafts.MapDelete("/{id:guid}", Drop).WithName("dropInternshipDraft").WithSummary("Throw a draft away").RequireRight(InternshipsModule.Write);
    }

    private static async Task<Ok<DraftList>> List(IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListDrafts(), ct));

    private static async Task<VersionedOk<Draft>> Get(Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetDraft(id), ct));

    private static async Task<Created<SavedDraft>> Begin(InternshipProposal body, IMediator mediator, CancellationToken ct)
    {
        var saved = await mediator.Send(new SaveDraft(null, null, body), ct);
        return TypedResults.Created($"/api/v1/internship-drafts/{saved.Id}", saved);
    }

    private static async Task<Ok<SavedDraft>> Save(Guid id, InternshipProposal body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new SaveDraft(id, match.Version, body), ct));

    private static async Task<NoContent> Drop(Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DropDraft(id), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ListDraftsHandler(IDbSession db, IMediator mediator, IFieldCipher cipher, ICurrentUser user, IAuditTrail audit) : IRequestHandler<ListDrafts, DraftList>, IRequestHandler<GetDraft, Draft>
{
    public async Task<DraftList> Handle(ListDrafts request, CancellationToken cancellationToken)
    {
        var rows = await db.QueryAsync<DraftRow>(DraftSql.SelectAll, new { Me = user.Id }, cancellationToken);
        if (rows.Count == 0)
        {
            return new([]);
        }

        var people = (await mediator.Send(new ListVisibleCases([.. rows.Select(row => row.CaseId).OfType<Guid>()]), cancellationToken)).ToDictionary(seen => seen.CaseId);
        audit.Lists("beneficiary", people.Values.Select(seen => seen.BeneficiaryId), "list-internships");
        var companies = await CompaniesAsync([.. rows.Select(row => row.CompanyId).OfType<Guid>().Distinct()], cancellationToken);
        return new([.. rows.Where(row => row.CaseId is null || people.ContainsKey(row.CaseId.Value)).Select(row => new DraftLine(
            row.Id, row.CaseId is { } forCase ? people[forCase].DisplayName : null, row.CompanyId is { } company ? companies.GetValueOrDefault(company) : null, row.SavedAt))]);
    }

    public async Task<Draft> Handle(GetDraft request, CancellationToken cancellationToken)
    {
        var row = await db.FindAsync<DraftRow>(DraftSql.SelectOne, new { request.Id, Me = user.Id }, cancellationToken) ?? throw new NotFoundException("draft");
        var person = row.CaseId is { } id ? await CaseAsync(id, cancellationToken) : null;
        if (person is not null)
        {
            audit.Reads("beneficiary", person.BeneficiaryId, "internship-draft");
        }

        var companies = row.CompanyId is { } company ? await CompaniesAsync([company], cancellationToken) : null;
        var plan = JsonSerializer.Deserialize<InternshipProposal>(cipher.Unprotect(row.Content)!, DraftContent.Json)!;
        var programmes = plan.ProgrammeId is { } programme ? await mediator.Send(new DescribeProgrammes([programme]), cancellationToken) : [];
        return new(row.Id, row.Version, row.SavedAt, person?.DisplayName, companies?.Values.FirstOrDefault(), programmes is [var paying, ..] ? paying.Name : null, plan);
    }

    private async Task<CaseFacts> CaseAsync(Guid id, CancellationToken ct)
    {
        try
        {
            return await mediator.Send(new FindCase(id), ct);
        }
        catch (NotFoundException)
        {
            throw new NotFoundException("draft");
        }
    }

    private async Task<Dictionary<Guid, string>> CompaniesAsync(IReadOnlyList<Guid> ids, CancellationToken ct) =>
        ids.Count == 0 ? [] : (await mediator.Send(new DescribeCompanies(ids), ct)).ToDictionary(company => company.Id, company => company.Name);
}
