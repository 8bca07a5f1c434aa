using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.CompanyNetwork.CallList;

/// <summary>Why a company is on the call list.</summary>
internal enum CallReason
{
    /// <summary>Today is the day.</summary>
    DueToday,

    /// <summary>The day has passed.</summary>
    Overdue,

    /// <summary>Today or before.</summary>
    Due,

    /// <summary>Nobody answered three times in a row.</summary>
    Unreached,

    /// <summary>What it offers was verified more than so many days ago.</summary>
    StaleAvailability,

    /// <summary>Nobody has ever called.</summary>
    NeverCalled,

    /// <summary>Somebody of it was spoken with this month: not to be called, but to be looked at.</summary>
    ReachedThisMonth,

    /// <summary>Whoever asks looks after it, due or not.</summary>
    Mine,
}

/// <summary>A company to be called. <c>AvailabilityAge</c>: days since what it offers was verified; null when it offers nothing that is written.</summary>
/// <param name="Name">The legal name.</param>
/// <param name="ContactPerson">Whom to speak with.</param>
/// <param name="NextContactOn">When to call; null if no day is planned.</param>
/// <param name="LastOutcome">Code of what came of the last contact; null if there was none.</param>
/// <param name="AvailabilityAge">Days since what it offers was verified; null when it offers nothing that is written.</param>
internal sealed record CallItem(
    Guid Id, string Name, string Sector, string? MunicipalityName, string? Province, string? Phone, ContactPerson ContactPerson, DateOnly? NextContactOn, int UnreachedInARow,
    DateTimeOffset? LastContactAt, string? LastOutcome, DateOnly? AvailabilityVerifiedOn, int? AvailabilityAge)
{
    public static CallItem Of(CallRow row, DateOnly today)
    {
        var place = Municipalities.ByIstat(row.Municipality);
        return new(
            row.Id, row.Name, row.Sector, place?.Name, place?.ProvinceCode, row.ContactPhone ?? row.Phone,
            new(row.ContactName, row.ContactRole, row.ContactPhone, null, row.ContactHours, false), row.NextContactOn, row.UnreachedInARow, row.LastContactAt, row.LastOutcome,
            row.AvailabilityVerifiedOn, row.AvailabilityVerifiedOn is { } verified ? today.DayNumber - verified.DayNumber : null);
    }
}
