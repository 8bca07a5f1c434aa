using FluentValidation;
using InclusionPlatform.CompanyNetwork.Calendar;
using InclusionPlatform.CompanyNetwork.Decisions;
using InclusionPlatform.Shared.Http;

namespace InclusionPlatform.CompanyNetwork.Meetings;

/// <summary>Where a meeting stands.</summary>
internal enum MeetingState
{
    /// <summary>Its day is still to come.</summary>
    Planned,

    /// <summary>Its day has come and nobody has written what was said.</summary>
    AwaitingMinutes,

    /// <summary>The minutes are a draft.</summary>
    AwaitingApproval,

    /// <summary>The minutes are approved and never change again.</summary>
    Approved,

    /// <summary>It was called off.</summary>
    Cancelled,
}

/// <summary>Whether a body was there.</summary>
internal enum AttendanceState
{
    /// <summary>It was there.</summary>
    Present,

    /// <summary>It said beforehand that it would not come.</summary>
    Excused,

    /// <summary>It was not there.</summary>
    Absent,
}

/// <summary>What is written of a meeting before it is held.</summary>
/// <param name="Day">When; a day that has passed is allowed and shows.</param>
/// <param name="StartsAt">Hour, <c>HH:mm</c>.</param>
/// <param name="EndsAt">Hour, <c>HH:mm</c>.</param>
/// <param name="Place">Where, or the address of the call.</param>
/// <param name="Agenda">Its points, in their order.</param>
internal sealed record MeetingData(DateOnly Day, string StartsAt, string? EndsAt, string Place, IReadOnlyList<string>? Agenda)
{
    public MeetingData Tidy() => this with
    {
        EndsAt = string.IsNullOrWhiteSpace(EndsAt) ? null : EndsAt,
        Place = Place.Trim(),
        Agenda = [.. (Agenda ?? []).Select(title => title.Trim()).Where(title => title.Length > 0)],
    };
}

/// <summary>A body in the minutes; no state while nobody has said whether it was there.</summary>
internal sealed record MeetingAttendance(Guid BodyId, string BodyName, Guid? PersonId, string? PersonName, AttendanceState? State);

/// <summary>What was added to approved minutes.</summary>
/// <param name="Note">What was added; approved minutes themselves never change.</param>
internal sealed record MinutesNote(Guid Id, string Note, DateTimeOffset AddedAt, string AddedByName);

/// <summary>A decision that had been written by mistake and was removed before the approval.</summary>
/// <param name="Decided">What had been decided.</param>
/// <param name="Reason">Why it was taken away.</param>
internal sealed record RemovedDecision(Guid Id, string Decided, string Reason, DateTimeOffset RemovedAt, string RemovedByName);

/// <summary>A meeting with all that belongs to it.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="Version">Its version.</param>
/// <param name="TableId">The table that meets.</param>
/// <param name="TableName">Its name.</param>
/// <param name="Day">When.</param>
/// <param name="StartsAt">Hour.</param>
/// <param name="EndsAt">Hour.</param>
/// <param name="Place">Where.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsRecordedAfterwards">It was put in when its day had already passed.</param>
/// <param name="Agenda">Its points.</param>
/// <param name="Minutes">What was said.</param>
/// <param name="ApprovedAt">When the minutes were approved.</param>
/// <param name="ApprovedByName">By whom.</param>
/// <param name="Attendance">Who was there.</param>
/// <param name="Decisions">What was decided.</param>
/// <param name="RemovedDecisions">What had been written among the decisions by mistake.</param>
/// <param name="Notes">What was added after the approval.</param>
internal sealed record Meeting(
    Guid Id, int Version, Guid TableId, string TableName, DateOnly Day, string StartsAt, string? EndsAt, string Place, MeetingState State, bool IsRecordedAfterwards, IReadOnlyList<string> Agenda,
    string? Minutes, DateTimeOffset? ApprovedAt, string? ApprovedByName, IReadOnlyList<MeetingAttendance> Attendance, IReadOnlyList<Decision> Decisions,
    IReadOnlyList<RemovedDecision> RemovedDecisions, IReadOnlyList<MinutesNote> Notes) : IVersioned;

/// <summary>A meeting's row.</summary>
internal sealed record MeetingRow(
    Guid Id, int Version, Guid TableId, string TableName, DateOnly Day, string StartsAt, string? EndsAt, string Place, string? Minutes, DateTimeOffset? ApprovedAt, string? ApprovedByName, DateTimeOffset? CancelledAt, DateTimeOffset CreatedAt)
{
    public bool IsRecordedAfterwards => Day < CreatedAt.InItaly();

    public MeetingState State(DateOnly today) => MeetingStates.Of(Day, Minutes is not null, ApprovedAt, CancelledAt, today);
}

/// <summary>Where a meeting stands follows from what was written; it is kept nowhere.</summary>
internal static class MeetingStates
{
    public static MeetingState Of(DateOnly day, bool hasMinutes, DateTimeOffset? approvedAt, DateTimeOffset? cancelledAt, DateOnly today) =>
        cancelledAt is not null ? MeetingState.Cancelled
        : approvedAt is not null ? MeetingState.Approved
        : hasMinutes ? MeetingState.AwaitingApproval
        : day > today ? MeetingState.Planned
        : MeetingState.AwaitingMinutes;
}

internal sealed class MeetingDataValidator : AbstractValidator<MeetingData>
{
    private const int MostYears = 10;
    private static readonly MeetingDataValidator Instance = new();

    public MeetingDataValidator()
    {
        RuleFor(meeting => meeting.Day).NotEmpty();
        ClockTime.Span(this, meeting => meeting.StartsAt, meeting => meeting.EndsAt);
        RuleFor(meeting => meeting.Place).NotEmpty().MaximumLength(300);
        RuleFor(meeting => meeting.Agenda).Must(agenda => agenda is null || agenda.Count <= 50 && agenda.All(title => title is { Length: <= 300 })).WithErrorCode("meeting.agenda")
            .WithMessage(_ => new Words("L'ordine del giorno ha al massimo 50 punti di 300 caratteri ciascuno.", "The agenda has at most 50 points of 300 characters each.").ToString());
    }

    public static void Check(MeetingData meeting, DateOnly today, Action<FluentValidation.Results.ValidationFailure> tell)
    {
        Instance.Validate(meeting).Errors.ForEach(tell);
        if (meeting.Day != default && (meeting.Day < LikelyDays.First || meeting.Day > today.AddYears(MostYears)))
        {
            tell(new(nameof(meeting.Day), new Words(
                "Il giorno va dal 2000 a dieci anni da oggi: controllare l'anno.", "The day is between 2000 and ten years from today: check the year.").ToString()) { ErrorCode = "meeting.day-out-of-range" });
        }
    }
}
