using FluentValidation;
using InclusionPlatform.CompanyNetwork.Calendar;
using InclusionPlatform.Shared.Http;

namespace InclusionPlatform.CompanyNetwork.NetworkEvents;

/// <summary>How an invited body answered, and then whether it came.</summary>
internal enum InvitationState
{
    /// <summary>Invited, no answer yet.</summary>
    Invited,

    /// <summary>Said that it will come.</summary>
    Confirmed,

    /// <summary>Said that it will not come.</summary>
    Declined,

    /// <summary>Was there.</summary>
    Present,

    /// <summary>Was not there.</summary>
    Absent,
}

/// <summary>What is written of an event.</summary>
/// <param name="Title">As on the invitation.</param>
/// <param name="Day">When.</param>
/// <param name="StartsAt">Hour, <c>HH:mm</c>.</param>
/// <param name="EndsAt">Hour, <c>HH:mm</c>.</param>
/// <param name="Place">Where.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Participants">How many people came, once it is over.</param>
internal sealed record NetworkEventData(string Title, DateOnly Day, string StartsAt, string? EndsAt, string Place, string? Description, int? Participants)
{
    public NetworkEventData Tidy() => this with
    {
        Title = Title.Trim(),
        EndsAt = string.IsNullOrWhiteSpace(EndsAt) ? null : EndsAt,
        Place = Place.Trim(),
        Description = string.IsNullOrWhiteSpace(Description) ? null : Description.Trim(),
    };
}

/// <summary>A body invited to an event.</summary>
/// <param name="State">How it answered, or whether it came.</param>
internal sealed record EventInvitation(Guid BodyId, string BodyName, InvitationState State);

/// <summary>An event of the network with the bodies invited.</summary>
/// <param name="Title">As on the invitation.</param>
/// <param name="Place">Where, in words.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Participants">How many people came; null until it is written.</param>
/// <param name="CancelledAt">When it was called off; null if it was not.</param>
internal sealed record NetworkEvent(
    Guid Id, int Version, string Title, DateOnly Day, string StartsAt, string? EndsAt, string Place, string? Description, int? Participants, DateTimeOffset? CancelledAt, IReadOnlyList<EventInvitation> Invitations) : IVersioned;

internal sealed class NetworkEventDataValidator : AbstractValidator<NetworkEventData>
{
    private static readonly NetworkEventDataValidator Instance = new();

    public NetworkEventDataValidator()
    {
        RuleFor(happening => happening.Title).NotEmpty().MaximumLength(200);
        RuleFor(happening => happening.Day).NotEmpty().IsLikelyDay();
        ClockTime.Span(this, happening => happening.StartsAt, happening => happening.EndsAt);
        RuleFor(happening => happening.Place).NotEmpty().MaximumLength(300);
        RuleFor(happening => happening.Description).MaximumLength(4000);
        RuleFor(happening => happening.Participants).InclusiveBetween(0, 100_000);
    }

    public static void Check(NetworkEventData happening, Action<FluentValidation.Results.ValidationFailure> tell) => Instance.Validate(happening).Errors.ForEach(tell);
}

/// <summary>An event that was called off stays as it was.</summary>
internal static class CancelledEventStaysAsItIs
{
    public static void Check(DateTimeOffset? cancelledAt)
    {
        if (cancelledAt is not null)
        {
            throw new ConflictException("network-event.cancelled", new("Questo evento è stato annullato: crearne uno nuovo.", "This event was cancelled: make a new one."));
        }
    }
}

/// <summary>Nobody was at an event that is still to come.</summary>
internal static class AttendanceIsOfAnEventThatHasBegun
{
    public static void Check(InvitationState state, DateOnly day, DateOnly today)
    {
        if (state is InvitationState.Present or InvitationState.Absent && day > today)
        {
            throw new RuleBrokenException("network-event.in-future", new(
                "L'evento deve ancora tenersi: chi c'era si segna dal giorno dell'evento in poi.", "The event is still to be held: who was there is marked from its day on."));
        }
    }
}
