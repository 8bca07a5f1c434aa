using InclusionPlatform.Internships.Attendance.Rules;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Internships.Attendance;

/// <summary>Writes registers: the same for whoever writes, a person of the service or the host's tutor.</summary>
internal sealed class RegisterBook(IDbSession db, RegisterReader reader, IFieldCipher cipher, TimeProvider clock)
{
    private const string InsertMonth = """
        insert into internships_attendance_month (internship_id, month, state, minutes, written_by, changed_at, version)
        select @InternshipId, @Month, 'open', @Minutes, @By, @At, 1
        where  not exists (select 1 from internships_attendance_month where internship_id = @InternshipId and month = @Month)
        """;

    private const string UpdateMonth = """
        update internships_attendance_month
        set    minutes = @Minutes, written_by = @By, changed_at = @At, version = version + 1
        where  internship_id = @InternshipId and month = @Month and version = @Version and state = 'open'
        """;

    private const string Sign = """
        update internships_attendance_month
        set    state = @State, tutor_signed_at = @TutorAt, tutor_signed_how = @TutorHow, tutor_signed_with = @TutorWith, tutor_name_cipher = @TutorName, tutor_signed_digest = @TutorDigest, intern_signed_at = @InternAt,
               intern_signed_how = @InternHow, intern_signed_with = @InternWith, intern_name_cipher = @InternName, intern_signed_digest = @InternDigest, closed_at = @ClosedAt, scan_id = @ScanId,
               minutes = @Minutes, planned_minutes = @PlannedMinutes, changed_at = @At, version = version + 1
        where  internship_id = @InternshipId and month = @Month and version = @Version
        """;

    /// <summary>Puts these days in the place of all that the month held. Days with neither hours nor absence are left empty.</summary>
    public async Task<SavedRegister> SaveAsync(RegisterSubject subject, RegisterMonth month, int version, IReadOnlyList<WrittenDay> days, RegisterWriter by, CancellationToken ct)
    {
        var today = clock.Today();
        DayRules.Check(new(subject, month, days, today) { Suspended = await reader.SuspendedAsync(subject, ct) });
        if (!subject.Covers(month))
        {
            throw new NotFoundException("register");
        }

        var written = days.Where(day => !day.IsEmpty).ToArray();
        var minutes = written.Sum(day => day.Minutes ?? 0);
        await MoveAsync(subject, month, version, minutes, by, ct);
        await db.ExecuteAsync(RegisterDaysSql.Delete, new { subject.InternshipId, month.First, month.Last }, ct);
        await db.ExecuteAsync(RegisterDaysSql.Insert, RegisterDaysSql.Parameters(subject.InternshipId, month, written, cipher), ct);
        return new(version + 1, minutes);
    }

    /// <summary>Takes signatures; with both the month is closed. With none of them it goes to be signed.</summary>
    public async Task<SignedRegister> SignAsync(RegisterSubject subject, RegisterMonth month, int version, Signing signing, CancellationToken ct)
    {
        var sheet = await reader.SheetAsync(subject, month, ct);
        if (sheet.State is RegisterState.Closed)
        {
            SignedRegisterStaysAsItIs.Check(sheet.State);
        }

        MonthIsOver.Check(subject, month, clock.Today());
        if (sheet.State is RegisterState.Open)
        {
            WorkingDaysAreFilled.Check(sheet.Days);
        }

        var row = await db.FindAsync<RegisterRow>(RegisterRow.Select, new { subject.InternshipId, Month = month.Text }, ct);
        var at = clock.GetUtcNow();
        if (row is null && version == 0)
        {
            // A month without working days is signed as it is.
            await MoveAsync(subject, month, 0, 0, signing is { How: SignedHow.Link, Tutor: true } ? RegisterWriter.Tutor : RegisterWriter.Service, ct);
            version = 1;
        }

        var (tutor, intern) = (signing.Tutor || row?.TutorSignedAt is not null, signing.Intern || row?.InternSignedAt is not null);
        var state = tutor && intern ? RegisterState.Closed : RegisterState.ToSign;

        // The days of the version that who signs read: of another the statement moves nothing. The printed sheet speaks for itself.
        var digest = signing.How is SignedHow.Paper ? null : RegisterDigest.Of(month.Text, sheet.Days);
        var signed = await db.ExecuteAsync(Sign, new
        {
            subject.InternshipId,
            Month = month.Text,
            Version = version,
            State = state.Code(),
            TutorAt = signing.Tutor ? at : row?.TutorSignedAt,
            TutorHow = signing.Tutor ? signing.How.Code() : row?.TutorSignedHow?.Code(),
            TutorWith = signing.Tutor ? signing.With : row?.TutorSignedWith,
            TutorName = signing.Tutor ? cipher.Protect(signing.Name) : row?.TutorNameCipher,
            TutorDigest = signing.Tutor ? digest : row?.TutorDigest,
            InternAt = signing.Intern ? at : row?.InternSignedAt,
            InternHow = signing.Intern ? signing.How.Code() : row?.InternSignedHow?.Code(),
            InternWith = signing.Intern ? signing.With : row?.InternSignedWith,
            InternName = signing.Intern ? cipher.Protect(signing.Name) : row?.InternNameCipher,
            InternDigest = signing.Intern ? digest : row?.InternDigest,
            ClosedAt = state is RegisterState.Closed ? at : (DateTimeOffset?)null,
            ScanId = signing.ScanId ?? row?.ScanId,

            // What is signed are the hours of the days of the internship, of those planned now: neither moves any more until the register is opened again.
            sheet.Minutes,
            PlannedMinutes = row?.PlannedMinutes ?? sheet.PlannedMinutes,
            At = at,
        }, ct);
        return signed == 1 ? new(state, version + 1) : throw new StaleVersionException();
    }

    private async Task MoveAsync(RegisterSubject subject, RegisterMonth month, int version, int minutes, RegisterWriter by, CancellationToken ct)
    {
        var values = new { subject.InternshipId, Month = month.Text, Version = version, Minutes = minutes, By = by.Code(), At = clock.GetUtcNow() };
        var moved = version == 0 ? await db.ExecuteAsync(InsertMonth, values, ct, ifTaken: TryAgain) : await db.ExecuteAsync(UpdateMonth, values, ct);
        if (moved == 0)
        {
            var row = await db.FindAsync<RegisterRow>(RegisterRow.Select, new { subject.InternshipId, Month = month.Text }, ct);
            SignedRegisterStaysAsItIs.Check(row?.State ?? RegisterState.Open);
            throw new StaleVersionException();
        }
    }

    private static ConflictException TryAgain() => new("attendance.try-again", new(
        "Nel frattempo un'altra persona ha salvato questo registro: rileggerlo e riprovare.", "Somebody else saved this register in the meantime: read it again and retry."));
}

/// <summary>Who signs, how, and at whose screen.</summary>
internal sealed record Signing(bool Tutor, bool Intern, SignedHow How, Guid? With, Guid? ScanId = null)
{
    /// <summary>The name that who signs wrote on their page.</summary>
    public string? Name { get; init; }
}

/// <summary>Where a register stands after signing.</summary>
internal sealed record SignedRegister(RegisterState State, int Version);
