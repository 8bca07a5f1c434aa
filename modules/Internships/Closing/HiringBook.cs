using InclusionPlatform.Internships.Closing.Rules;
using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Internships.Closing;

/// <summary>What the company said of a hiring.</summary>
internal sealed record HiringTold(HiringAnswer Answer, JobContract? Contract, DateOnly? HiredOn, DateOnly? UntilOn, int? WeeklyHours, string? Note);

/// <summary>As it is shown.</summary>
internal sealed record ShownHiring(int Version, HiringAnswer Answer, JobContract? Contract, DateOnly? HiredOn, DateOnly? UntilOn, int? WeeklyHours, string? Note, HiringSource ToldBy, DateTimeOffset At);

/// <summary>Reads and writes what came of an internship after its end. Who was hired counts as hired by the host from then on, wherever outcomes are counted.</summary>
internal sealed class HiringBook(IDbSession db, IFieldCipher cipher, IEvents events, ICurrentUser user, TimeProvider clock)
{
    private const string Select = """
        select answer as Answer, contract as Contract, hired_on as HiredOn, until_on as UntilOn, weekly_hours as WeeklyHours, note_cipher as NoteCipher, told_by as ToldBy, at as At, version as Version
        from   internships_hiring
        where  internship_id = @Id
        """;

    private const string Insert = """
        insert into internships_hiring (internship_id, answer, contract, hired_on, until_on, weekly_hours, told_by, note_cipher, at, by_id, version)
        select @Id, @Answer, @Contract, @HiredOn, @UntilOn, @WeeklyHours, @ToldBy, @Note, @At, @By, 1
        where  not exists (select 1 from internships_hiring where internship_id = @Id)
        """;

    private const string Update = """
        update internships_hiring
        set    answer = @Answer, contract = @Contract, hired_on = @HiredOn, until_on = @UntilOn, weekly_hours = @WeeklyHours, told_by = @ToldBy, note_cipher = @Note, at = @At, by_id = @By,
               version = version + 1
        where  internship_id = @Id and version = @Version
        """;

    private const string ChangeOutcome = """
        update internships_internship
        set    outcome = 'hiredByHost', contract = @Contract, hired_on = @HiredOn, version = version + 1
        where  id = @Id and state in ('ended', 'endedEarly') and outcome in ('completedNoJob', 'newInternship', 'hiredByHost')
        """;

    public async Task<ShownHiring?> FindAsync(Guid internshipId, CancellationToken ct) => await db.FindAsync<Row>(Select, new { Id = internshipId }, ct) is { } row
        ? new(row.Version, row.Answer, row.Contract, row.HiredOn, row.UntilOn, row.WeeklyHours, cipher.Unprotect(row.NoteCipher), row.ToldBy, row.At)
        : null;

    /// <param name="row">Whose.</param>
    /// <param name="version">0 for the first answer; null takes whatever stands, as a tutor sees no version.</param>
    /// <param name="told">What was said.</param>
    /// <param name="by">Who said it.</param>
    /// <param name="ct">Cancels.</param>
    public async Task WriteAsync(InternshipRow row, int? version, HiringTold told, HiringSource by, CancellationToken ct)
    {
        var hired = told.Answer is HiringAnswer.Hired;
        HiringFits.Check(row.State, row.EndedOn ?? row.EndsOn, hired ? told.HiredOn : null, hired ? told.UntilOn : null, clock.Today());
        var at = version ?? (await FindAsync(row.Id, ct))?.Version ?? 0;
        var now = clock.GetUtcNow();
        var written = await db.ExecuteAsync(at == 0 ? Insert : Update, new
        {
            row.Id,
            Answer = told.Answer.Code(),
            Contract = hired ? told.Contract?.Code() : null,
            HiredOn = hired ? told.HiredOn : null,
            UntilOn = hired ? told.UntilOn : null,
            WeeklyHours = hired ? told.WeeklyHours : null,
            ToldBy = by.Code(),
            Note = cipher.ProtectFor(row.BeneficiaryId, string.IsNullOrWhiteSpace(told.Note) ? null : told.Note.Trim()),
            At = now,
            By = by is HiringSource.Service ? user.Id : (Guid?)null,
            Version = at,
        }, ct, ifTaken: () => new ConflictException("internship.try-again", new(
            "Nel frattempo un'altra persona ha modificato questo tirocinio: rileggerlo e riprovare.", "Somebody else changed this internship in the meantime: read it again and retry.")));
        if (written == 0)
        {
            throw new StaleVersionException();
        }

        if (hired && await db.ExecuteAsync(ChangeOutcome, new { row.Id, Contract = told.Contract?.Code(), told.HiredOn }, ct) == 1)
        {
            events.Publish(new InternshipHired(row.Id, row.CaseId, row.CompanyId, told.HiredOn!.Value, told.Contract!.Value.Code()));
        }
    }

    private sealed record Row(
        HiringAnswer Answer, JobContract? Contract, DateOnly? HiredOn, DateOnly? UntilOn, int? WeeklyHours, string? NoteCipher, HiringSource ToldBy, DateTimeOffset At, int Version);
}
