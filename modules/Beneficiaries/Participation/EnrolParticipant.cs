using FluentValidation;
using InclusionPlatform.Beneficiaries.Participation.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.PersonFile;
using InclusionPlatform.Beneficiaries.PersonFile.Rules;
using InclusionPlatform.Beneficiaries.Selection;
using InclusionPlatform.Shared.Reference;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Participation;

/// <summary>Somebody who has a place enters the programme, with what FSE+ asks of everybody at the entry.</summary>
internal sealed record EnrolParticipant(Guid ProgrammeId, Guid CandidateId, EntryAnswers Entry) : ICommand<EnrolledParticipant>;

internal sealed record EnrolledParticipant(Guid Id);

internal static class EnrolParticipantEndpoint
{
    public static void MapEnrolParticipant(this IEndpointRouteBuilder programmes) => programmes
        .MapPost("/{programmeId:guid}/candidates/{id:guid}/enrolment", Handle)
        .WithName("enrolParticipant")
        .WithSummary("Enrol a selected candidate in the programme with the entry data of FSE+")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<Created<EnrolledParticipant>> Handle(Guid programmeId, Guid id, EntryAnswers body, IMediator mediator, CancellationToken ct)
    {
        var enrolled = await mediator.Send(new EnrolParticipant(programmeId, id, body), ct);
        return TypedResults.Created($"/api/v1/programmes/{programmeId}/participations/{enrolled.Id}", enrolled);
    }
}

internal sealed class EnrolParticipantValidator : AbstractValidator<EnrolParticipant>
{
    // The fields are those of the body, without the name of the record that carries them.
    public EnrolParticipantValidator() => RuleFor(request => request).Custom((request, context) => new AnswersValidator().Validate(request.Entry).Errors.ForEach(context.AddFailure));

    private sealed class AnswersValidator : AbstractValidator<EntryAnswers>
    {
        public AnswersValidator()
        {
            RuleFor(entry => entry.EnteredOn).NotNull().IsLikelyDay();
            RuleFor(entry => entry.UnemployedSince).IsDayOfALife();
            RuleFor(entry => entry.Employment).IsInEnum();
            RuleFor(entry => entry.Disability).IsInEnum();
            RuleFor(entry => entry.ThirdCountry).IsInEnum();
            RuleFor(entry => entry.ForeignBackground).IsInEnum();
            RuleFor(entry => entry.Minority).IsInEnum();
            RuleFor(entry => entry.HousingExclusion).IsInEnum();
            RuleFor(entry => entry.Rural).IsInEnum();
            RuleFor(entry => entry.Education).Must(code => code is null || CodeLists.IscedLevels.Find(code) is not null)
                .WithErrorCode("beneficiary.education").WithMessage(_ => Sentences.Choice.ToString());
        }
    }
}

internal sealed class EnrolParticipantHandler(
    IDbSession db, CohortDesk cohorts, ParticipationDesk desk, SensitiveFields sensitive, UnemploymentTerms terms, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<EnrolParticipant, EnrolledParticipant>
{
    private const string SelectBefore = "select id as Id, left_on as LeftOn from beneficiaries_participation where programme_id = @ProgrammeId and beneficiary_id = @PersonId";

    private const string Enter = "update beneficiaries_candidate set state = 'enrolled', version = version + 1 where id = @CandidateId and state = 'selected'";

    private const string Insert = """
        insert into beneficiaries_participation (
            id, version, programme_id, candidate_id, beneficiary_id, entered_on, gender, age, education, employment, long_term, rural, special_cipher, entered_by, changed_at)
        values (@Id, 1, @ProgrammeId, @CandidateId, @PersonId, @EnteredOn, @Gender, @Age, @Education, @Employment, @LongTerm, @Rural, @Special, @Me, @Now)
        """;

    // The first entry stays; a new exit will count (annex I: a return into the same operation is one participant).
    private const string Return = """
        update beneficiaries_participation
        set    candidate_id = @CandidateId, left_on = null, situation = null, qualification = null, six_months_situation = null, improved = null, changed_at = @Now, version = version + 1
        where  id = @Id and left_on is not null
        """;

    // What was asked and belongs to the file goes there, so that nobody asks it again.
    private const string Remember = """
        update beneficiaries_person
        set    education = coalesce(education, @Education), unemployed_since = coalesce(unemployed_since, @UnemployedSince), version = version + 1
        where  id = @PersonId and (education is null or (unemployed_since is null and @UnemployedSince is not null))
        """;

    public async Task<EnrolledParticipant> Handle(EnrolParticipant request, CancellationToken cancellationToken)
    {
        var entry = request.Entry;
        var enteredOn = entry.EnteredOn!.Value;
        var seen = await cohorts.CandidateAsync(request.ProgrammeId, request.CandidateId, cancellationToken);
        cohorts.DemandFull(seen);
        var cohort = await cohorts.HoldAsync(request.ProgrammeId, seen.CohortId, cancellationToken);
        var personId = seen.PersonId ?? throw NotOnFile();
        if (enteredOn > clock.Today() || enteredOn < cohort.ProgrammeStartsOn || enteredOn > cohort.ProgrammeEndsOn)
        {
            throw new FieldException("enteredOn", "participation.entry-day", new Words(
                "L'ingresso è un giorno del programma, dal {0:dd/MM/yyyy} al {1:dd/MM/yyyy}, e non nel futuro.", "The entry is a day of the programme, from {0:dd/MM/yyyy} to {1:dd/MM/yyyy}, and not in the future.")
                .With(cohort.ProgrammeStartsOn, cohort.ProgrammeEndsOn));
        }

        var before = await db.FindAsync<Before>(SelectBefore, new { request.ProgrammeId, PersonId = personId }, cancellationToken);
        if (before is { LeftOn: null } || await db.ExecuteAsync(Enter, new { request.CandidateId }, cancellationToken) == 0)
        {
            throw new ConflictException("participation.not-selected", new(
                "Entra nel programma chi ha un posto e non è già dentro: rileggere la graduatoria. Nulla è cambiato.", "Who has a place and is not in the programme yet enters it: read the ranking again. Nothing was changed."));
        }

        var now = clock.GetUtcNow();
        var id = before?.Id ?? Guid.CreateVersion7(now);
        if (before is not null)
        {
            await db.ExecuteAsync(Return, new { before.Id, request.CandidateId, Now = now }, cancellationToken);
        }
        else
        {
            await InsertAsync(request, id, personId, enteredOn, now, cancellationToken);
        }

        await cohorts.TellAsync(request.CandidateId, personId, CandidateEventKind.Enrolled, null, cancellationToken);
        audit.Changes("participation", id);
        audit.Changes("beneficiary", personId);
        return new(id);
    }

    public static FieldException NotOnFile() => new("candidateId", "participation.not-on-file", new(
        "Questa persona non è ancora in carico al servizio: prima si apre la presa in carico.", "This person is not on file yet: open the case first."));

    private async Task InsertAsync(EnrolParticipant request, Guid id, Guid personId, DateOnly enteredOn, DateTimeOffset now, CancellationToken ct)
    {
        var entry = request.Entry;
        var (person, known) = await desk.EntryAsync(personId, ct);
        if (entry.Employment is not { } employment)
        {
            throw new FieldException("employment", "participation.missing", new("Dire se la persona lavora, cerca lavoro o non lo cerca.", "Say whether the person works, looks for work or does not."));
        }

        var complete = EntryIsComplete.Check(known, entry);
        var rural = entry.Rural ?? throw new FieldException("rural", "participation.missing", new("Dire se la persona vive in una zona rurale.", "Say whether the person lives in a rural area."));
        var age = GetBeneficiaryHandler.AgeOn(person.BirthDate, enteredOn);
        var longTerm = LongTermUnemployment.Of(complete.UnemployedSince, age, enteredOn, await terms.AllAsync(ct)).FirstOrDefault(standing => standing.Scheme is UnemploymentScheme.FsePlus)?.LongTerm;
        var row = new
        {
            Id = id, request.ProgrammeId, request.CandidateId, PersonId = personId, EnteredOn = enteredOn, Gender = person.Gender.Code(), Age = age, complete.Education, Employment = employment.Code(),
            LongTerm = employment is EntryEmployment.Unemployed ? longTerm : null, Rural = rural.Code(),
            Special = sensitive.Seal(personId, new SpecialAnswers(complete.Disability, complete.ThirdCountry, complete.ForeignBackground, complete.Minority, complete.HousingExclusion)),
            Me = user.Id, Now = now,
        };
        await db.ExecuteAsync(Insert, row, ct, ifTaken: () => new ConflictException("participation.not-selected", new(
            "Un collega ha appena iscritto questa persona: rileggere la graduatoria.", "A colleague has just enrolled this person: read the ranking again.")));
        await db.ExecuteAsync(
            Remember, new { PersonId = personId, complete.Education, UnemployedSince = employment is EntryEmployment.Unemployed ? complete.UnemployedSince : null }, ct);
    }

    private sealed record Before(Guid Id, DateOnly? LeftOn);
}
