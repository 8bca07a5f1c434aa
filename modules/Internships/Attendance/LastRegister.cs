namespace InclusionPlatform.Internships.Attendance;

/// <summary>
/// The register of the month in which an internship ends, where that month goes on after it: once it is signed it says nothing of the days that a later end would add, and they would be paid by the
/// presence of those before.
/// </summary>
internal sealed class LastRegister(IDbSession db)
{
    private const string CountSigned = "select count(*) from internships_attendance_month where internship_id = @InternshipId and month = @Month and state <> 'open'";

    /// <param name="internshipId">The internship.</param>
    /// <param name="endsOn">The last day that holds now.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="ConflictException"><c>internship.later-end-in-signed-register</c> (409).</exception>
    public async Task DemandOpenAsync(Guid internshipId, DateOnly endsOn, CancellationToken ct)
    {
        var month = RegisterMonth.Of(endsOn);
        if (endsOn < month.Last && await db.ScalarAsync<int>(CountSigned, new { InternshipId = internshipId, Month = month.Text }, ct) > 0)
        {
            throw new ConflictException("internship.later-end-in-signed-register", new Words(
                "Il registro di {0:MMMM yyyy} è già alla firma o firmato, e arriva al {1:d}: riaprirlo con un motivo e poi spostare la fine, così i giorni che si aggiungono si scrivono e si firmano anche loro.",
                "The register of {0:MMMM yyyy} is being signed or is signed, and reaches {1:d}: reopen it with a reason and then move the end, so that the days that are added are written and signed too.").With(month.First, endsOn));
        }
    }
}
