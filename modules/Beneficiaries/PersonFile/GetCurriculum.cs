using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.PersonFile;

/// <summary>Opens what a person brings to work: languages, licences, work done.</summary>
internal sealed record GetCurriculum(Guid Id) : IQuery<Curriculum>;

/// <summary>What a person brings to work.</summary>
/// <param name="Version">Of languages and licences; 0 until they are written. Each experience has its own.</param>
/// <param name="Languages">The best known first.</param>
/// <param name="Licences">Codes of the list of licences.</param>
/// <param name="Experiences">The latest first.</param>
internal sealed record Curriculum(int Version, IReadOnlyList<SpokenLanguage> Languages, IReadOnlyList<string> Licences, IReadOnlyList<WorkExperience> Experiences) : IVersioned;

internal static class GetCurriculumEndpoint
{
    public static void MapGetCurriculum(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapGet("/{id:guid}/curriculum", Handle)
        .WithName("getCurriculum")
        .WithSummary("Open a person's languages, licences and work done; the opening is logged")
        .RequireRight(BeneficiariesModule.Read);

    // Without an ETag: experiences have versions of their own, so that no single one would tell that all of this is as it was.
    private static Task<Curriculum> Handle(Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new GetCurriculum(id), ct);
}

internal sealed class GetCurriculumHandler(IDbSession db, NeedToKnow needToKnow, PersonSections sections, SensitiveFields sensitive, IAuditTrail audit) : IRequestHandler<GetCurriculum, Curriculum>
{
    private const int Most = 200;

    private const string SelectExperiences = """
        select id as Id, version as Version, details_cipher as Details, from_on as FromOn, to_on as ToOn
        from   beneficiaries_work_experience
        where  beneficiary_id = @Id
        order by from_on desc, id desc
        """;

    public async Task<Curriculum> Handle(GetCurriculum request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.Id, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", request.Id, "curriculum");
        var (version, details) = await sections.OpenAsync<CurriculumDetails>(request.Id, PersonSection.Curriculum, cancellationToken);
        var rows = await db.TopAsync<Row>(SelectExperiences, new { request.Id }, Most, cancellationToken);
        return new(version, details?.Languages ?? [], details?.Licences ?? [], [.. rows.Select(Opened)]);
    }

    private WorkExperience Opened(Row row)
    {
        var details = sensitive.Open<WorkExperienceDetails>(row.Details)!;
        return new(row.Id, row.Version, details.Employer, details.Duties, details.Contract, details.Sector, row.FromOn, row.ToOn);
    }

    private sealed record Row(Guid Id, int Version, string Details, DateOnly FromOn, DateOnly? ToOn);
}
