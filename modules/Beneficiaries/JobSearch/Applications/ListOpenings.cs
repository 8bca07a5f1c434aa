using InclusionPlatform.Bulletin.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Reference;
using MediatR;

namespace InclusionPlatform.Beneficiaries.JobSearch.Applications;

/// <summary>Where openings are looked for.</summary>
internal enum JobOpeningSource
{
    Opportunities,
    Companies,
    Agencies,
}

/// <summary>What the person of a path can apply to: by area, with what was sent there already.</summary>
internal sealed record ListJobOpenings(Guid PathId, JobOpeningSource Source, string? Q, string? Sector, bool Everywhere, bool OnlyAvailable) : IQuery<JobOpenings>;

/// <summary>The first ones; <c>More</c> says that there are others, to be found by words or sector.</summary>
/// <param name="More">Whether there are more than these.</param>
internal sealed record JobOpenings(IReadOnlyList<JobOpening> Items, bool More);

/// <summary>Something to apply to.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">The work, if it is said.</param>
/// <param name="Employer">Who offers.</param>
/// <param name="Place">Where.</param>
/// <param name="Sector">Code of the sector.</param>
/// <param name="Email">Where to write.</param>
/// <param name="Url">Page where to apply.</param>
/// <param name="Deadline">Last day.</param>
/// <param name="DoNotContact">The company asked not to be contacted.</param>
/// <param name="Sent">What went there of this person already.</param>
internal sealed record JobOpening(
    JobOpeningKind Kind, Guid Id, string? Title, string Employer, string? Place, string? Sector, string? Email, string? Url, DateOnly? Deadline, bool DoNotContact, SentThere? Sent)
{
    /// <summary>The company, if it is one of the bank.</summary>
    public Guid? CompanyId { get; init; }
}

/// <summary>An application of this person to the same opening or company.</summary>
internal sealed record SentThere(Guid ApplicationId, JobApplicationState State, DateOnly? AppliedOn, bool SameOpening);

internal static class ListJobOpeningsEndpoint
{
    public static void MapListJobOpenings(this IEndpointRouteBuilder paths) => paths
        .MapGet("/{id:guid}/openings", Handle)
        .WithName("listJobOpenings")
        .WithSummary("List opportunities, companies or agencies of the person's area, with what was sent there already")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<JobOpenings> Handle(Guid id, string? source, string? q, string? sector, bool? everywhere, bool? onlyAvailable, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListJobOpenings(id, QueryCode.Read<JobOpeningSource>(source, "source") ?? JobOpeningSource.Opportunities, q, sector, everywhere ?? false, onlyAvailable ?? false), ct);
}

internal sealed class ListJobOpeningsHandler(IDbSession db, IMediator mediator, JobSearchDesk desk) : IRequestHandler<ListJobOpenings, JobOpenings>
{
    private const int Most = 60;

    private const string SelectSent = """
        select id as Id, state as State, applied_on as AppliedOn, opening_key as OpeningKey, company_id as CompanyId
        from   beneficiaries_job_application
        where  beneficiary_id = @PersonId
        order by id desc
        """;

    public async Task<JobOpenings> Handle(ListJobOpenings request, CancellationToken cancellationToken)
    {
        var (seen, path) = await desk.ReadAsync(request.PathId, "read-job-search", cancellationToken);
        var target = request.Everywhere ? JobTarget.Empty : desk.Open(path).Target;
        var municipalities = target.Municipalities ?? [];
        var provinces = (target.Provinces ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var near = provinces.Concat(municipalities.Select(code => Municipalities.ByIstat(code)?.ProvinceCode).OfType<string>()).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        IReadOnlyList<JobOpening> found = request.Source switch
        {
            JobOpeningSource.Opportunities => [.. (await mediator.Send(new ListOpenOpportunities(request.Q, near, Most + 1), cancellationToken)).Select(one => new JobOpening(
                JobOpeningKind.Opportunity, one.Id, one.Title, one.Organiser, one.MunicipalityName, null, one.ApplyEmail, one.ApplyUrl, one.Deadline, false, null))],
            JobOpeningSource.Agencies => [.. (await mediator.Send(new ListAgencies(request.Q, near, Most + 1), cancellationToken)).Select(one => new JobOpening(
                JobOpeningKind.Agency, one.Id, null, one.Name, one.MunicipalityName, null, one.Email, null, null, false, null))],
            _ => [.. (await mediator.Send(new ListEmployers(request.Q, municipalities, [.. provinces], request.Sector, request.OnlyAvailable, Most + 1), cancellationToken)).Select(one => new JobOpening(
                one.Offer is null ? JobOpeningKind.Company : JobOpeningKind.Availability, one.Offer?.AvailabilityId ?? one.Id, one.Offer?.Duties, one.Name, one.MunicipalityName, one.Sector, one.Email, null, null,
                one.DoNotContact, null) { CompanyId = one.Id })],
        };
        var sent = await db.QueryAsync<SentRow>(SelectSent, new { PersonId = seen.BeneficiaryId }, cancellationToken);
        var byKey = sent.GroupBy(row => row.OpeningKey).ToDictionary(rows => rows.Key, rows => rows.First());
        var byCompany = sent.Where(row => row.CompanyId is not null).GroupBy(row => row.CompanyId!.Value).ToDictionary(rows => rows.Key, rows => rows.First());
        return new([.. found.Take(Most).Select(one => one with { Sent = SentTo(one) })], found.Count > Most);

        SentThere? SentTo(JobOpening opening) =>
            byKey.TryGetValue(ApplicationDesk.KeyOf(opening.Kind, opening.Id), out var same) ? new(same.Id, same.State, same.AppliedOn, true)
            : opening.CompanyId is { } company && byCompany.TryGetValue(company, out var other) ? new(other.Id, other.State, other.AppliedOn, false)
            : null;
    }

    private sealed record SentRow(Guid Id, JobApplicationState State, DateOnly? AppliedOn, string OpeningKey, Guid? CompanyId);
}
