using System.Text.Json.Serialization;
using InclusionPlatform.Shared.Http;

namespace InclusionPlatform.Internships.Attendance;

/// <summary>The register of a month, whole.</summary>
/// <param name="Month">As in <c>2026-11</c>.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">0 while nothing was written.</param>
/// <param name="Days">The days of the month that belong to the internship.</param>
/// <param name="Minutes">Worked in all.</param>
/// <param name="UsualMinutes">Of a usual month, holidays left out.</param>
/// <param name="WeeklyMinutes">Most minutes of a week by the project.</param>
/// <param name="MinutesBefore">Worked in the days before the month that belong to its first week.</param>
/// <param name="MinutesAfter">Worked in the days after the month that belong to its last week.</param>
/// <param name="MayBeSigned">Whether the month is over.</param>
/// <param name="HostTutor">Who signs for the host.</param>
/// <param name="Tutor">Signature of the host's tutor.</param>
/// <param name="Intern">Signature of the intern.</param>
/// <param name="ClosedAt">When both had signed.</param>
/// <param name="HasScan">Whether the signed sheet was uploaded.</param>
/// <param name="Reopenings">Each time it was reopened, the last first.</param>
/// <param name="Previous">The month before, if the internship ran then.</param>
/// <param name="Next">The month after, if the internship runs then.</param>
internal sealed record RegisterSheet(
    string Month, RegisterState State, int Version, IReadOnlyList<RegisterDay> Days, int Minutes, int UsualMinutes, int WeeklyMinutes, int MinutesBefore, int MinutesAfter,
    bool MayBeSigned, string HostTutor, RegisterSignature? Tutor, RegisterSignature? Intern, DateTimeOffset? ClosedAt, bool HasScan, IReadOnlyList<RegisterReopening> Reopenings,
    string? Previous, string? Next)
{
    /// <summary>Who wrote last.</summary>
    public RegisterWriter WrittenBy { get; init; }

    /// <summary>What the project plans on the days that are not suspended.</summary>
    [JsonIgnore]
    public int PlannedMinutes { get; init; }
}

/// <summary>A day: hours, or an absence, or nothing yet.</summary>
/// <param name="Day">The day.</param>
/// <param name="Holiday">The holiday's name.</param>
/// <param name="UsualMinutes">Of a usual week; none on holidays.</param>
/// <param name="Minutes">Worked.</param>
/// <param name="Absence">Why not.</param>
internal sealed record RegisterDay(DateOnly Day, string? Holiday, int UsualMinutes, int? Minutes, Absence? Absence)
{
    /// <summary>The internship rests: nothing is usual, nothing is written.</summary>
    public required bool IsSuspended { get; init; }
}

/// <summary>A signature.</summary>
/// <param name="At">When it was given.</param>
/// <param name="How">On screen, on the tutor's page or on paper.</param>
/// <param name="With">Who of the service was there, while the account is known.</param>
internal sealed record RegisterSignature(DateTimeOffset At, SignedHow How, string? With)
{
    /// <summary>The name that the tutor wrote on their page.</summary>
    public string? Name { get; init; }

    /// <summary>SHA-256 of the days as they were shown to who signed; null for paper, and for signatures of before.</summary>
    public string? Digest { get; init; }

    /// <summary>The days are not those that were signed. It cannot come about without the register being opened again, which takes the signatures away: what says it was changed another way.</summary>
    public bool IsOfOtherDays { get; init; }
}

/// <summary>A reopening.</summary>
/// <param name="Id">The reopening.</param>
/// <param name="At">When.</param>
/// <param name="By">Who, while the account is known.</param>
/// <param name="Reason">Why.</param>
/// <param name="HasScan">Whether the sheet signed before is kept.</param>
internal sealed record RegisterReopening(Guid Id, DateTimeOffset At, string? By, string Reason, bool HasScan);

/// <summary>What a save answers: enough to go on writing without reading again.</summary>
internal sealed record SavedRegister(int Version, int Minutes) : IVersioned;

/// <summary>A month as it is stored.</summary>
internal sealed record RegisterRow(
    RegisterState State, int Minutes, DateTimeOffset? TutorSignedAt, SignedHow? TutorSignedHow, Guid? TutorSignedWith, DateTimeOffset? InternSignedAt, SignedHow? InternSignedHow,
    Guid? InternSignedWith, DateTimeOffset? ClosedAt, Guid? ScanId, string? TutorNameCipher, string? InternNameCipher, RegisterWriter? WrittenBy, int? PlannedMinutes, string? TutorDigest, string? InternDigest, int Version)
{
    public const string Select = """
        select state as State, minutes as Minutes, tutor_signed_at as TutorSignedAt, tutor_signed_how as TutorSignedHow, tutor_signed_with as TutorSignedWith,
               intern_signed_at as InternSignedAt, intern_signed_how as InternSignedHow, intern_signed_with as InternSignedWith, closed_at as ClosedAt,
               scan_id as ScanId, tutor_name_cipher as TutorNameCipher, intern_name_cipher as InternNameCipher, written_by as WrittenBy, planned_minutes as PlannedMinutes,
               tutor_signed_digest as TutorDigest, intern_signed_digest as InternDigest, version as Version
        from   internships_attendance_month
        where  internship_id = @InternshipId and month = @Month
        """;
}
