using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Training.Contracts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Editions;

/// <summary>The programmes that may pay an edition.</summary>
internal sealed record ListTrainingProgrammes : IQuery<Page<TrainingProgramme>>;

/// <summary>A programme to choose.</summary>
/// <param name="Name">Name of the funded programme.</param>
internal sealed record TrainingProgramme(Guid Id, string Name, DateOnly StartsOn, DateOnly EndsOn);

internal static class ListTrainingProgrammesEndpoint
{
    public static void MapListTrainingProgrammes(this IEndpointRouteBuilder api) => api
        .MapGet("/training-programmes", Handle)
        .WithName("listTrainingProgrammes")
        .WithSummary("List the programmes that may pay an edition of a course")
        .RequireRight(TrainingModule.Write);

    private static Task<Page<TrainingProgramme>> Handle(IMediator mediator, CancellationToken ct) => mediator.Send(new ListTrainingProgrammes(), ct);
}

internal sealed class ListTrainingProgrammesHandler(IMediator mediator) : IRequestHandler<ListTrainingProgrammes, Page<TrainingProgramme>>
{
    public async Task<Page<TrainingProgramme>> Handle(ListTrainingProgrammes request, CancellationToken cancellationToken) =>
        new([.. (await mediator.Send(new ListPayingProgrammes(), cancellationToken)).Select(one => new TrainingProgramme(one.Id, one.Name, one.StartsOn, one.EndsOn))], null);
}

/// <summary>Which programme pays an edition, by id, so that what it pays is paid once (Reg. EU 2021/1060 art. 63(9)).</summary>
internal sealed class EditionPayer(IDbSession db, IMediator mediator)
{
    private const string SelectEnrolments = "select id as Id, case_id as CaseId from training_enrolment where edition_id = @EditionId and case_id is not null and state <> 'withdrawn' order by case_id, id";

    /// <exception cref="FieldException"><c>edition.programme-unknown</c> or <c>edition.outside-programme</c>.</exception>
    public async Task CheckAsync(IEditionData edition, CancellationToken ct)
    {
        if (edition.ProgrammeId is not { } programmeId)
        {
            return;
        }

        var programme = (await mediator.Send(new DescribeProgrammes([programmeId]), ct)).SingleOrDefault() ?? throw new FieldException("programmeId", "edition.programme-unknown", new(
            "Questo programma non c'è: sceglierlo dall'elenco.", "This programme is not there: choose it from the list."));
        if (edition.StartsOn < programme.StartsOn || edition.EndsOn > programme.EndsOn)
        {
            throw new FieldException("programmeId", "edition.outside-programme", new Words(
                "Il programma va dal {0:dd/MM/yyyy} al {1:dd/MM/yyyy}: non paga un'edizione che esce da quei giorni.",
                "The programme goes from {0:dd/MM/yyyy} to {1:dd/MM/yyyy}: it does not pay an edition beyond those days.").With(programme.StartsOn, programme.EndsOn));
        }
    }

    /// <summary>Of nobody who takes part another programme pays the same place already.</summary>
    /// <exception cref="ConflictException"><c>programme.double-funding</c>.</exception>
    public async Task DemandOnceAsync(Guid editionId, IEditionData edition, CancellationToken ct)
    {
        if (edition.ProgrammeId is not { } programmeId)
        {
            return;
        }

        var places = await db.QueryAsync<Place>(SelectEnrolments, new { EditionId = editionId }, ct);
        if (places.Count > 0)
        {
            await mediator.Send(new DemandCoursesFundedOnce([.. places.Select(place => new PlaceToPay(place.Id, place.CaseId))], programmeId, edition.StartsOn, edition.EndsOn), ct);
        }
    }

    /// <summary>Its name.</summary>
    public async Task<string?> NameAsync(Guid? programmeId, CancellationToken ct) =>
        programmeId is { } id ? (await mediator.Send(new DescribeProgrammes([id]), ct)).SingleOrDefault()?.Name : null;

    private sealed record Place(Guid Id, Guid CaseId);
}
