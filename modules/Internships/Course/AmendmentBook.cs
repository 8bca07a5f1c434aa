using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.Internships.Course;

/// <summary>What an amendment puts in the place of what stood.</summary>
internal sealed record Amended(int WeeklyHours, string? WeekHours, string? Workplace, string HostTutor, Guid PromoterTutorId, string? CaseManager);

/// <summary>Lets amendments take effect: the same whether somebody records one that begins today or its day comes by itself.</summary>
internal sealed class AmendmentBook(IDbSession db)
{
    private const string Update = """
        update internships_internship
        set    weekly_hours = @WeeklyHours, week_hours = @WeekHours, workplace = @Workplace, host_tutor = @HostTutor, host_tutor_key = @HostTutorKey, promoter_tutor_id = @PromoterTutorId,
               case_manager = @CaseManager, version = version + 1
        where  id = @Id and version = @Version and state = 'active'
        """;

    // Whoever wrote a usual week of its own wrote it for the hours that held until now; the patron saint stays.
    private const string MoveUsualWeek = """
        update internships_usual_week
        set    monday = @Monday, tuesday = @Tuesday, wednesday = @Wednesday, thursday = @Thursday, friday = @Friday, saturday = @Saturday, sunday = @Sunday, version = version + 1
        where  internship_id = @InternshipId
        """;

    /// <summary>The week that somebody had written for the hours that stand, as an amendment keeps it.</summary>
    public async Task<string?> UsualWeekAsync(Guid internshipId, CancellationToken ct) =>
        (await db.FindAsync<WrittenUsualWeek>(RegisterReader.SelectWeek, new { InternshipId = internshipId }, ct))?.Week.Text;

    /// <summary>Puts it in the place of what stood.</summary>
    /// <returns>False where the internship changed in the meantime or does not run.</returns>
    public async Task<bool> TakesEffectAsync(InternshipRow row, int version, Amended amended, CancellationToken ct)
    {
        var values = new
        {
            row.Id,
            Version = version,
            amended.WeeklyHours,
            amended.WeekHours,
            amended.Workplace,
            amended.HostTutor,
            HostTutorKey = FactsReader.TutorKey(amended.HostTutor),
            amended.PromoterTutorId,
            amended.CaseManager,
        };
        if (await db.ExecuteAsync(Update, values, ct) == 0)
        {
            return false;
        }

        if (amended.WeekHours != row.WeekHours || (amended.WeekHours is null && amended.WeeklyHours != row.WholeHours))
        {
            await db.ExecuteAsync(MoveUsualWeek, UsualWeek.Of(amended.WeekHours, amended.WeeklyHours).For(row.Id), ct);
        }

        return true;
    }
}
