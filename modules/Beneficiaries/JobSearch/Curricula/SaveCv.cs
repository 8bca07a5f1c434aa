using FluentValidation;
using InclusionPlatform.Beneficiaries.JobSearch.Rules;
using InclusionPlatform.Beneficiaries.People;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.JobSearch.Curricula;

/// <summary>Writes a version of the person's curriculum from the file; those before stay.</summary>
internal sealed record SaveCv(Guid PathId, CvDraft Draft) : ICommand<SavedCv>;

/// <param name="Number">Number of the version, from 1.</param>
internal sealed record SavedCv(Guid Id, int Number);

internal static class SaveCvEndpoint
{
    public static void MapSaveCv(this IEndpointRouteBuilder paths) => paths
        .MapPost("/{id:guid}/cvs", Handle)
        .WithName("saveCv")
        .WithSummary("Write a version of the person's curriculum from the file")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<Created<SavedCv>> Handle(Guid id, CvDraft body, IMediator mediator, CancellationToken ct)
    {
        var saved = await mediator.Send(new SaveCv(id, body), ct);
        return TypedResults.Created($"/api/v1/job-search-paths/{id}/cvs/{saved.Id}", saved);
    }
}

internal sealed class CvDraftValidator : AbstractValidator<CvDraft>
{
    public CvDraftValidator()
    {
        RuleFor(draft => draft.Headline).MaximumLength(120);
        RuleFor(draft => draft.Profile).MaximumLength(1500);
        RuleFor(draft => draft.EducationText).MaximumLength(300);
        RuleFor(draft => draft.Availability).MaximumLength(300);
        RuleFor(draft => draft.TargetedPlacementAsked).Equal(true).When(draft => draft.ShowTargetedPlacement).WithErrorCode("cv.not-asked")
            .WithMessage(_ => new Words("L'iscrizione alle liste della L. 68/99 entra nel curriculum solo se la persona lo chiede: spuntare la casella dopo averne parlato.",
                "The enrolment in the lists of L. 68/99 enters the curriculum only if the person asks: tick the box after having talked about it.").ToString());
    }
}

internal sealed class SaveCvValidator() : Carries<SaveCv, CvDraft>(command => command.Draft, new CvDraftValidator());

internal sealed class SaveCvHandler(IDbSession db, JobSearchDesk desk, CvSources sources, SensitiveFields sensitive, ICurrentUser user, TimeProvider clock) : IRequestHandler<SaveCv, SavedCv>
{
    private const string SelectNumber = "select coalesce(max(number), 0) + 1 from beneficiaries_job_cv where beneficiary_id = @Id";

    private const string Insert = """
        insert into beneficiaries_job_cv (id, beneficiary_id, number, content_cipher, created_at, created_by)
        values (@Id, @PersonId, @Number, @Content, @Now, @Me)
        """;

    public async Task<SavedCv> Handle(SaveCv request, CancellationToken cancellationToken)
    {
        var (seen, _) = await desk.ChangeAsync(request.PathId, cancellationToken);
        var content = new CvContent(request.Draft, CvChoices.Of(await sources.ReadAsync(seen, cancellationToken), request.Draft));
        CvChoices.Check(content);
        var now = clock.GetUtcNow();
        var saved = new SavedCv(Guid.CreateVersion7(now), await db.ScalarAsync<int>(SelectNumber, new { Id = seen.BeneficiaryId }, cancellationToken));
        await db.ExecuteAsync(
            Insert, new { saved.Id, PersonId = seen.BeneficiaryId, saved.Number, Content = sensitive.Seal(seen.BeneficiaryId, content), Now = now, Me = user.Id }, cancellationToken,
            () => new ConflictException("cv.written-meanwhile", new("Un collega ha salvato il curriculum nello stesso momento: rileggerlo e riprovare.", "A colleague saved the curriculum at the same moment: read it again and retry.")));
        return saved;
    }
}

/// <summary>Turns what was chosen into what the curriculum says.</summary>
internal static class CvChoices
{
    /// <exception cref="FieldException"><c>cv.unknown-choice</c>: something chosen is not of this person, or not any more.</exception>
    public static CvFacts Of(CvPool pool, CvDraft draft)
    {
        var works = Chosen(pool.Works, draft.ExperienceIds, "experienceIds").Concat(Chosen(pool.Internships, draft.InternshipIds, "internshipIds"));
        return new(
            $"{pool.Name} {pool.Surname}", draft.ShowPhone ? pool.Phone : null, draft.ShowEmail ? pool.Email : null, draft.ShowMunicipality ? pool.Municipality : null,
            draft.ShowBirthDate ? pool.BirthDate : null, draft.ShowCitizenship ? pool.Citizenship : null,
            [.. works.OrderByDescending(work => work.ToOn ?? DateOnly.MaxValue).ThenByDescending(work => work.FromOn)],
            [.. Chosen(pool.Courses, draft.CourseIds, "courseIds").OrderByDescending(course => course.EndedOn)],
            draft.ShowEducation ? JobSearchDesk.Blank(draft.EducationText) ?? pool.Education : null,
            draft.ShowLanguages ? pool.Languages : [], draft.ShowLicences ? pool.Licences : [], [.. pool.Skills.Where((draft.Skills ?? []).Contains)], draft.ShowTargetedPlacement && pool.TargetedPlacement);
    }

    /// <summary>No text of it names facts of health or penal law.</summary>
    public static void Check(CvContent content)
    {
        NothingOfHealthOrPenalFacts.Check("headline", content.Draft.Headline);
        NothingOfHealthOrPenalFacts.Check("profile", content.Draft.Profile);
        NothingOfHealthOrPenalFacts.Check("availability", content.Draft.Availability);
        NothingOfHealthOrPenalFacts.Check("educationText", content.Facts.Education);
        foreach (var work in content.Facts.Works)
        {
            NothingOfHealthOrPenalFacts.Check(work.IsInternship ? "internshipIds" : "experienceIds", $"{work.Duties}. {work.Employer}");
        }

        foreach (var course in content.Facts.Courses)
        {
            NothingOfHealthOrPenalFacts.Check("courseIds", course.Title);
        }
    }

    private static IEnumerable<T> Chosen<T>(IReadOnlyDictionary<Guid, T> known, IReadOnlyList<Guid>? ids, string field) => (ids ?? []).Distinct().Select(id => known.TryGetValue(id, out var one) ? one
        : throw new FieldException(field, "cv.unknown-choice", new("Una delle voci scelte non c'è più nella scheda: ricaricare la pagina e scegliere di nuovo.", "One of the entries chosen is not in the file any more: reload the page and choose again.")));
}
