using FluentValidation;
using InclusionPlatform.Beneficiaries.Diary;
using InclusionPlatform.Beneficiaries.People;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.GroupActivities;

/// <summary>Tells once of what many people did together: each one's diary gets a signed entry of its own, that names nobody else. What was planned ahead settles its appointments: held, or missed.</summary>
/// <param name="Title">What was done, in a few words.</param>
/// <param name="Text">What was done; it goes into the diary of each who took part.</param>
internal sealed record RecordGroupActivity(
    GroupActivityKind? Kind, DateOnly? On, string? At, string? Title, string? Text, IReadOnlyList<GroupParticipant>? Participants, Guid? PlannedId = null) : ICommand<RecordedGroupActivity>;

internal sealed record RecordedGroupActivity(Guid Id);

internal static class RecordGroupActivityEndpoint
{
    public static void MapRecordGroupActivity(this IEndpointRouteBuilder activities) => activities
        .MapPost("/", Handle)
        .WithName("recordGroupActivity")
        .WithSummary("Tell once of what many people did together")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<Created<RecordedGroupActivity>> Handle(RecordGroupActivity body, IMediator mediator, CancellationToken ct)
    {
        var recorded = await mediator.Send(body, ct);
        return TypedResults.Created($"/api/v1/group-activities/{recorded.Id}", recorded);
    }
}

internal sealed class RecordGroupActivityValidator : AbstractValidator<RecordGroupActivity>
{
    public RecordGroupActivityValidator(TimeProvider clock)
    {
        RuleFor(activity => activity.Kind).NotNull().IsInEnum();
        RuleFor(activity => activity.On).NotNull();
        RuleFor(activity => activity.On).Must(day => day is null || day <= clock.Today()).WithErrorCode("diary.in-future").WithMessage(_ => Sentences.NotInFuture.ToString());
        RuleFor(activity => activity.At).Matches("^([01][0-9]|2[0-3]):[0-5][0-9]$").When(activity => !string.IsNullOrEmpty(activity.At)).WithErrorCode("diary.time")
            .WithMessage(_ => new Words("L'ora si scrive come 09:30.", "Write the time as 09:30.").ToString());
        RuleFor(activity => activity.On).Must(day => day is null || day >= clock.Today().AddYears(-Diary.DiaryEntryValidator.MostYears))
            .WithErrorCode("diary.too-early").WithMessage(_ => Diary.DiaryEntryValidator.TooEarly.ToString());
        RuleFor(activity => activity.Title).NotEmpty().MaximumLength(120);
        RuleFor(activity => activity.Text).NotEmpty().MaximumLength(7000);
        RuleFor(activity => activity.Participants).NotEmpty().WithErrorCode("group-activity.nobody").WithMessage(_ => GroupSentences.Nobody.ToString());
        RuleFor(activity => activity.Participants).Must(people => people is null || people.Count <= GroupSentences.Most).WithErrorCode("group-activity.too-many").WithMessage(_ => GroupSentences.TooMany.ToString());
        RuleFor(activity => activity.Participants).Must(people => people is null || people.Select(person => person?.CaseId).Distinct().Count() == people.Count).WithErrorCode("group-activity.twice")
            .WithMessage(_ => GroupSentences.Twice.ToString());
        RuleForEach(activity => activity.Participants).Must(person => person is { CaseId: not null, Present: not null }).WithErrorCode("group-activity.presence")
            .WithMessage(_ => new Words("Di ogni persona serve dire se c'era.", "Of each person it must be said whether they were there.").ToString());
    }
}

internal sealed class RecordGroupActivityHandler(
    IDbSession db, OwnGroup group, PlannedActivities planned, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<RecordGroupActivity, RecordedGroupActivity>
{
    private const string Insert = """
        insert into beneficiaries_group_activity (id, held_on, held_at, kind, content_cipher, created_by, created_at)
        values (@Id, @On, @At, @Kind, @Content, @Me, @Now)
        """;

    private const string InsertEntry = """
        insert into beneficiaries_diary_entry (id, version, case_id, kind, happened_on, happened_at, text_cipher, limited, written_by, written_at, signed_at, activity_id, present)
        values (@EntryId, 1, @CaseId, @EntryKind, @On, @At, @Text, @Limited, @Me, @Now, @Now, @Id, @Present)
        """;

    private const string TouchCase = "update beneficiaries_case set last_activity_on = @On where id = @CaseId and last_activity_on < @On";

    public async Task<RecordedGroupActivity> Handle(RecordGroupActivity request, CancellationToken cancellationToken)
    {
        var people = request.Participants!;
        var cases = await group.DemandAsync([.. people.Select(person => person.CaseId!.Value)], "participants", cancellationToken);
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var content = new GroupActivityContent(request.Title!.Trim(), request.Text!.Trim());
        var at = string.IsNullOrEmpty(request.At) ? null : request.At;
        await db.ExecuteAsync(Insert, new { Id = id, request.On, At = at, Kind = request.Kind!.Value.Code(), Content = sensitive.Seal(content), Me = user.Id, Now = now }, cancellationToken);
        var personOf = cases.ToDictionary(row => row.Id, row => row.BeneficiaryId);
        await db.ExecuteAsync(
            InsertEntry,
            people.Select(person => new
            {
                EntryId = Guid.CreateVersion7(now), person.CaseId, EntryKind = DiaryKind.Group.Code(), request.On, At = at, Text = sensitive.SealText(personOf[person.CaseId!.Value], $"{content.Title}\n\n{content.Text}"),
                Limited = false, Me = user.Id, Now = now, Id = id, person.Present,
            }).ToArray(),
            cancellationToken);
        await db.ExecuteAsync(TouchCase, people.Where(person => person.Present == true).Select(person => new { person.CaseId, request.On }).ToArray(), cancellationToken);
        foreach (var row in cases)
        {
            audit.Changes("case", row.Id);
            audit.Changes("beneficiary", row.BeneficiaryId);
        }

        if (request.PlannedId is { } plan)
        {
            await planned.RecordAsync(plan, id, request.On!.Value, people, cancellationToken);
        }

        return new(id);
    }
}
