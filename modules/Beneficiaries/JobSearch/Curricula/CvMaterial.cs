using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Assessments;
using InclusionPlatform.Beneficiaries.JobSearch.Mailboxes;
using InclusionPlatform.Beneficiaries.JobSearch.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.PersonFile;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Shared.Reference;
using InclusionPlatform.Training.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.JobSearch.Curricula;

/// <summary>What the file holds that a curriculum may show.</summary>
/// <param name="Name">Name and surname.</param>
/// <param name="HasPhone">A telephone is known.</param>
/// <param name="HasEmail">An address is known: of the mailbox or the person's own.</param>
/// <param name="HasMailbox">A mailbox was made for the person.</param>
/// <param name="Municipality">Where the person lives.</param>
/// <param name="Education">The qualification by its level.</param>
/// <param name="Experiences">Work done.</param>
/// <param name="Internships">Internships that began.</param>
/// <param name="Courses">Courses that were finished.</param>
/// <param name="Skills">Of the latest signed assessment.</param>
/// <param name="Languages">Languages with their level.</param>
/// <param name="Licences">Licences.</param>
/// <param name="TargetedPlacement">The person is enrolled in the lists of L. 68/99.</param>
/// <param name="Last">What was chosen for the last version, to go on from.</param>
internal sealed record CvMaterial(
    string Name, bool HasPhone, bool HasEmail, bool HasMailbox, string? Municipality, string? Education, IReadOnlyList<CvChoice> Experiences, IReadOnlyList<CvChoice> Internships,
    IReadOnlyList<CvChoice> Courses, IReadOnlyList<string> Skills, IReadOnlyList<string> Languages, IReadOnlyList<string> Licences, bool TargetedPlacement, CvDraft? Last);

/// <summary>Something to show or not.</summary>
/// <param name="Id">What it is.</param>
/// <param name="Title">In one line.</param>
/// <param name="Detail">Where.</param>
/// <param name="FromOn">First day.</param>
/// <param name="ToOn">Last day.</param>
/// <param name="Sensitive">It names facts of health or penal law, so it cannot be shown as it is written.</param>
internal sealed record CvChoice(Guid Id, string Title, string? Detail, DateOnly? FromOn, DateOnly? ToOn, bool Sensitive);

/// <summary>Reads from the file, and from the other modules by contract, what a curriculum can be made of.</summary>
internal sealed class CvSources(IDbSession db, IMediator mediator, SensitiveFields sensitive, MailboxDesk mailboxes)
{
    private const string SelectPerson = """
        select surname as Surname, name as Name, birth_date as BirthDate, citizenship as Citizenship, education as Education, domicile_istat as Municipality, contacts_cipher as Contacts
        from   beneficiaries_person
        where  id = @Id
        """;

    private const string SelectWork = """
        select id as Id, details_cipher as Details, from_on as FromOn, to_on as ToOn
        from   beneficiaries_work_experience
        where  beneficiary_id = @Id
        order by from_on desc, id desc
        """;

    private const string SelectSections = "select section as Section, details_cipher as Details from beneficiaries_person_section where beneficiary_id = @Id and section in ('curriculum', 'labourServices')";

    private const string SelectSkills = """
        select a.content_cipher
        from   beneficiaries_assessment a
        join   beneficiaries_case c on c.id = a.case_id
        where  c.beneficiary_id = @Id and a.kind = 'skills' and a.state = 'signed'
        order by a.held_on desc, a.id desc
        """;

    private const int MostExperiences = 200;

    /// <summary>All that may be shown.</summary>
    public async Task<CvPool> ReadAsync(SeenCase seen, CancellationToken ct)
    {
        var args = new { Id = seen.BeneficiaryId };
        var person = (await db.FindAsync<PersonRow>(SelectPerson, args, ct))!;
        var contacts = sensitive.Open<PersonContacts>(person.Contacts);
        var works = await db.TopAsync<WorkRow>(SelectWork, args, MostExperiences, ct);
        var sections = await db.QueryAsync<SectionRow>(SelectSections, args, ct);
        var curriculum = Section<CurriculumDetails>(sections, "curriculum");
        var services = Section<LabourServicesDetails>(sections, "labourServices");
        var assessed = await db.TopAsync<string>(SelectSkills, args, 1, ct);
        var internships = await mediator.Send(new ListInternshipsOfCase(seen.Id), ct);
        var companies = internships.Count == 0 ? [] : (await mediator.Send(new DescribeCompanies([.. internships.Select(one => one.CompanyId).Distinct()]), ct)).ToDictionary(one => one.Id, one => one.Name);
        var courses = await mediator.Send(new ListEnrolmentsOfCase(seen.Id), ct);
        var mailbox = await mailboxes.FindAsync(seen.BeneficiaryId, ct);
        return new(
            person.Name, person.Surname, contacts?.Phone, mailbox?.Details.Address ?? contacts?.Email, mailbox is not null, Municipalities.ByIstat(person.Municipality)?.NameWithProvince, person.BirthDate,
            Name(Countries.ByCode(person.Citizenship)), Name(CodeLists.IscedLevels.Find(person.Education)),
            works.ToDictionary(row => row.Id, row => Opened(row)),
            internships.ToDictionary(one => one.InternshipId, one => new CvWork(one.StartsOn, one.Running ? null : one.EndsOn, one.Duties, companies.GetValueOrDefault(one.CompanyId, "–"), true)),
            courses.Where(one => one.Completed).ToDictionary(one => one.EnrolmentId, one => new CvCourse(one.EndsOn, one.CourseTitle)),
            [.. assessed.SelectMany(cipher => sensitive.Open<AssessmentContent>(cipher)?.Skills?.Skills ?? []).Where(skill => skill.Level > 0 && !NothingOfHealthOrPenalFacts.IsIn(skill.Label)).Select(skill => skill.Label).Distinct()],
            [.. (curriculum?.Languages ?? []).Where(one => one.Level is not null).Select(one => new CvLanguage(Name(CodeLists.Languages.Find(one.Code)) ?? one.Code ?? "", one.Level!.Value))],
            [.. (curriculum?.Licences ?? []).Select(code => Name(CodeLists.Licences.Find(code)) ?? code)],
            services?.TargetedPlacement is TargetedPlacementEnrolment.Enrolled);
    }

    private CvWork Opened(WorkRow row)
    {
        var details = sensitive.Open<WorkExperienceDetails>(row.Details)!;
        return new(row.FromOn, row.ToOn, details.Duties, details.Employer, details.Contract is ContractKind.Internship);
    }

    private T? Section<T>(IEnumerable<SectionRow> rows, string section) where T : class => sensitive.Open<T>(rows.FirstOrDefault(row => row.Section == section)?.Details);

    private static string? Name(CodedItem? item) => item is null ? null : Words.English ? item.English : item.Italian;

    private static string? Name(Country? country) => country is null ? null : Words.English ? country.English : country.Italian;

    private sealed record PersonRow(string Surname, string Name, DateOnly BirthDate, string? Citizenship, string? Education, string? Municipality, string? Contacts);

    private sealed record WorkRow(Guid Id, string Details, DateOnly FromOn, DateOnly? ToOn);

    private sealed record SectionRow(string Section, string Details);
}

/// <summary>Everything that a curriculum of this person could show.</summary>
internal sealed record CvPool(
    string Name, string Surname, string? Phone, string? Email, bool HasMailbox, string? Municipality, DateOnly BirthDate, string? Citizenship, string? Education, IReadOnlyDictionary<Guid, CvWork> Works,
    IReadOnlyDictionary<Guid, CvWork> Internships, IReadOnlyDictionary<Guid, CvCourse> Courses, IReadOnlyList<string> Skills, IReadOnlyList<CvLanguage> Languages, IReadOnlyList<string> Licences,
    bool TargetedPlacement);

/// <summary>Opens what a curriculum can be made of.</summary>
internal sealed record GetCvMaterial(Guid PathId) : IQuery<CvMaterial>;

internal static class GetCvMaterialEndpoint
{
    public static void MapGetCvMaterial(this IEndpointRouteBuilder paths) => paths
        .MapGet("/{id:guid}/cv-material", Handle)
        .WithName("getCvMaterial")
        .WithSummary("Read what of the person's file a curriculum may show; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<CvMaterial> Handle(Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new GetCvMaterial(id), ct);
}

internal sealed class GetCvMaterialHandler(IDbSession db, JobSearchDesk desk, CvSources sources, SensitiveFields sensitive) : IRequestHandler<GetCvMaterial, CvMaterial>
{
    private const string SelectLast = "select content_cipher from beneficiaries_job_cv where beneficiary_id = @Id order by number desc";

    public async Task<CvMaterial> Handle(GetCvMaterial request, CancellationToken cancellationToken)
    {
        var (seen, _) = await desk.ReadPersonAsync(request.PathId, "curriculum", cancellationToken);
        var pool = await sources.ReadAsync(seen, cancellationToken);
        var last = await db.TopAsync<string>(SelectLast, new { Id = seen.BeneficiaryId }, 1, cancellationToken);
        return new(
            $"{pool.Name} {pool.Surname}", pool.Phone is not null, pool.Email is not null, pool.HasMailbox, pool.Municipality, pool.Education,
            [.. pool.Works.Select(one => Choice(one.Key, one.Value))], [.. pool.Internships.OrderByDescending(one => one.Value.FromOn).Select(one => Choice(one.Key, one.Value))],
            [.. pool.Courses.OrderByDescending(one => one.Value.EndedOn).Select(one => new CvChoice(one.Key, one.Value.Title, null, null, one.Value.EndedOn, NothingOfHealthOrPenalFacts.IsIn(one.Value.Title)))],
            pool.Skills, [.. pool.Languages.Select(one => $"{one.Name} ({one.Level.Label()})")], pool.Licences, pool.TargetedPlacement,
            last is [var cipher] ? sensitive.Open<CvContent>(cipher)!.Draft : null);
    }

    private static CvChoice Choice(Guid id, CvWork work) =>
        new(id, work.Duties, work.Employer, work.FromOn, work.ToOn, NothingOfHealthOrPenalFacts.IsIn(work.Duties) || NothingOfHealthOrPenalFacts.IsIn(work.Employer));
}
